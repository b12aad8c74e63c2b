import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/apple.js
var fixture = defineFixture({
	kind: "apple",
	sources: [
		"https://developer.apple.com/documentation/signinwithapplerestapi/request-an-authorization-to-the-sign-in-with-apple-server.",
		"https://developer.apple.com/documentation/signinwithapplerestapi/generate-and-validate-tokens",
		"https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple",
		"https://developer.apple.com/documentation/signinwithapplerestapi/revoke-tokens"
	],
	lastVerified: "2026-11-27",
	paths: {
		authorization: "/auth/authorize",
		token: "/auth/token",
		revocation: "/auth/revoke"
	},
	subjectOf: (person) => `00${String(1e3 + person.number)}.${person.number.toString(16).padStart(32, "0")}.${String(1e3 + person.number).slice(-4)}`,
	claims,
	sendsIssuer: false,
	pkce: "ignored",
	callback: (person, isFirst) => isFirst ? { user: JSON.stringify({
		name: {
			firstName: person.givenName,
			lastName: person.familyName
		},
		...person.email !== null && { email: person.email }
	}) } : {},
	denied: { error: "user_cancelled_authorize" },
	expected: () => ({ picture: null }),
	cases: [
		{
			name: "an address that is verified as text",
			claims: {
				sub: "001.a.1",
				email: "relay@privaterelay.appleid.com",
				email_verified: "true",
				is_private_email: "true"
			},
			expected: {
				email: "relay@privaterelay.appleid.com",
				emailVerified: true,
				name: null
			}
		},
		{
			name: "an address whose verification is any other text",
			claims: {
				sub: "001.a.1",
				email: "a@example.com",
				email_verified: "false"
			},
			expected: { emailVerified: false }
		},
		{
			name: "an answer without a subject",
			claims: { email: "a@example.com" },
			expected: "refused"
		}
	]
});
function claims(person) {
	if (person.email === null) return {};
	const isRelayed = person.number % 2 === 0;
	return {
		email: person.email,
		email_verified: String(person.emailVerified),
		is_private_email: String(isRelayed)
	};
}
export { fixture };
