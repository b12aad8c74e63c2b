import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/cilogon.js
var fixture = defineFixture({
	kind: "cilogon",
	sources: ["https://www.cilogon.org/oidc"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && { email: person.email }
	}),
	expected: () => ({ emailVerified: false }),
	cases: [
		{
			name: "a person of whom the institution says nothing",
			claims: { sub: "http://cilogon.org/serverA/users/12345" },
			expected: {
				subject: "http://cilogon.org/serverA/users/12345",
				email: null,
				name: null
			}
		},
		{
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
		},
		{
			name: "an answer without a subject",
			claims: {
				email: "a@example.com",
				email_verified: true
			},
			expected: "refused"
		}
	]
});
export { fixture };
