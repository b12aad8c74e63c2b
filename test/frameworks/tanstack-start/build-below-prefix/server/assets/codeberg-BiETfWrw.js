import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/codeberg.js
var fixture = defineFixture({
	kind: "codeberg",
	sources: ["https://docs.codeberg.org/integrations/"],
	lastVerified: "2026-11-27",
	unverified: true,
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			sub: "7",
			preferred_username: "kim",
			email: "a@example.com",
			email_verified: true
		},
		expected: {
			name: "kim",
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
