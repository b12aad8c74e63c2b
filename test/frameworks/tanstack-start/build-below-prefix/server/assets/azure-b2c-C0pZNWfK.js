import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/azure-b2c.js
var fixture = defineFixture({
	kind: "azure-b2c",
	sources: ["https://learn.microsoft.com/en-us/azure/active-directory-b2c/openid-connect", "https://learn.microsoft.com/en-us/azure/active-directory-b2c/b2clogin"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && { emails: [person.email] }
	}),
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [
		{
			name: "a local account with a single address claim",
			claims: {
				sub: "a",
				email: "a@example.com",
				name: "Ada"
			},
			expected: {
				subject: "a",
				email: "a@example.com",
				emailVerified: false,
				name: "Ada"
			}
		},
		{
			name: "an address that the answer calls verified",
			claims: {
				sub: "a",
				emails: ["a@example.com"],
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
