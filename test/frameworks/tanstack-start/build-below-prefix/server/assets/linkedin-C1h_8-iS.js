import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/linkedin.js
var fixture = defineFixture({
	kind: "linkedin",
	sources: [
		"https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2",
		"https://www.linkedin.com/oauth/.well-known/openid-configuration",
		"https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow-native"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: String(person.emailVerified)
		}
	}),
	pkce: "refused",
	omitsNonce: true,
	sendsIssuer: false,
	denied: {
		error: "user_cancelled_login",
		error_description: "The user cancelled LinkedIn login"
	},
	cases: [{
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
