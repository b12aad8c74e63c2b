import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/auth0.js
var fixture = defineFixture({
	kind: "auth0",
	sources: [
		"https://auth0.com/docs/api/authentication/authorization-code-flow/authorize-application",
		"https://auth0.com/docs/logout/log-users-out-of-auth0",
		"https://auth0.com/docs/authenticate/login/oidc-conformant-authentication/oidc-adoption-auth-code-flow",
		"https://auth0.com/docs/authenticate/protocols/openid-connect-protocol",
		"https://auth0.com/docs/api/authentication"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
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
