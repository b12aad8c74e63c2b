import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/vipps.js
var fixture = defineFixture({
	kind: "vipps",
	sources: ["https://github.com/vippsas/vipps-login-api/blob/master/api-guide/core-concepts.md", "https://developer.vippsmobilepay.com/docs/APIs/login-api/"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	claimScopes: { name: ["name"] },
	expected: () => ({ picture: null }),
	cases: [{
		name: "an address that is not verified",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			email: "a@example.com",
			emailVerified: false
		}
	}, {
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
