import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/oidc.js
var fixture = {
	kind: "oidc",
	sources: [
		"https://openid.net/specs/openid-connect-core-1_0.html",
		"https://openid.net/specs/openid-connect-rpinitiated-1_0.html",
		"https://www.rfc-editor.org/rfc/rfc9207"
	],
	lastVerified: "2026-11-21",
	paths: {
		authorization: "/authorize",
		token: "/token",
		userinfo: "/userinfo",
		endSession: "/end-session",
		revocation: "/revoke"
	},
	subjectOf: (person) => `${person.key}-${person.number.toString(36).padStart(8, "0")}`,
	claims,
	api: {},
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		token_type: "Bearer",
		expires_in: grant.lifetimeSeconds,
		scope: grant.scopes.join(" "),
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken },
		...grant.idToken !== null && { id_token: grant.idToken }
	}),
	tokenError: (error, description) => jsonAnswer({
		error,
		error_description: description
	}, error === "invalid_client" ? 401 : 400),
	denied: {
		error: "access_denied",
		error_description: "The End-User denied the request."
	},
	expected: (person, subject) => ({
		subject,
		email: person.email,
		emailVerified: person.emailVerified,
		name: person.name,
		picture: person.picture
	})
};
/** OpenID Connect Core §5.1: what is not known is left out. */
function claims(person) {
	return {
		name: person.name,
		given_name: person.givenName,
		...person.familyName !== "" && { family_name: person.familyName },
		preferred_username: person.username,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	};
}
export { fixture };
