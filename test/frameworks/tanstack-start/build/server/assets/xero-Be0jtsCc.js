import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/xero.js
var fixture = defineFixture({
	kind: "xero",
	sources: ["https://developer.xero.com/documentation/oauth2/sign-in", "https://developer.xero.com/documentation/oauth2/auth-flow"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		given_name: person.givenName,
		family_name: person.familyName,
		...person.email !== null && { email: person.email }
	}),
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [
		{
			name: "a person with a number at Xero",
			claims: {
				sub: "db0f2f0e",
				xero_userid: "1945393b",
				given_name: "Ada",
				family_name: "Lovelace",
				email: "a@example.com"
			},
			expected: {
				subject: "db0f2f0e",
				name: "Ada Lovelace",
				email: "a@example.com",
				emailVerified: false
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
