import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/oauth2.js
var fixture = {
	kind: "oauth2",
	sources: ["https://www.rfc-editor.org/rfc/rfc6749", "https://www.rfc-editor.org/rfc/rfc9207"],
	lastVerified: "2026-11-21",
	paths: {
		authorization: "/authorize",
		token: "/token",
		revocation: "/revoke"
	},
	subjectOf: (person) => `${person.key}-${person.number.toString(36).padStart(8, "0")}`,
	api: { "/userinfo": (person, subject) => jsonAnswer(profileOf(person, subject)) },
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		token_type: "Bearer",
		expires_in: grant.lifetimeSeconds,
		scope: grant.scopes.join(" "),
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken }
	}),
	tokenError: (error, description) => jsonAnswer({
		error,
		error_description: description
	}, error === "invalid_client" ? 401 : 400),
	denied: {
		error: "access_denied",
		error_description: "The resource owner denied the request."
	},
	expected: (person, subject) => ({
		subject,
		email: person.email,
		emailVerified: person.emailVerified,
		name: person.name,
		picture: person.picture
	})
};
function profileOf(person, subject) {
	return {
		sub: subject,
		name: person.name,
		given_name: person.givenName,
		family_name: person.familyName,
		preferred_username: person.username,
		email: person.email,
		email_verified: person.emailVerified,
		picture: person.picture
	};
}
export { fixture };
