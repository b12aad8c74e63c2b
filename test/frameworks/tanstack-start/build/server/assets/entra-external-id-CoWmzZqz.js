import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/entra-external-id.js
var fixture = defineFixture({
	kind: "entra-external-id",
	sources: [
		"https://learn.microsoft.com/en-us/entra/external-id/customers/how-to-register-ciam-app",
		"https://learn.microsoft.com/en-us/entra/external-id/customers/how-to-user-flow-add-application",
		"https://learn.microsoft.com/en-us/entra/identity-platform/access-tokens"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && { email: person.email }
	}),
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: true
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
