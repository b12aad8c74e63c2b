import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/google.js
/** The domain whose people have a Workspace account. */
var workspace = "example.com";
/** Answers name two of the scopes by URL, however they were asked for. */
var scopeUrls = {
	email: "https://www.googleapis.com/auth/userinfo.email",
	profile: "https://www.googleapis.com/auth/userinfo.profile"
};
var fixture = {
	kind: "google",
	sources: [
		"https://developers.google.com/identity/openid-connect/openid-connect",
		"https://developers.google.com/identity/openid-connect/reference",
		"https://developers.google.com/identity/gsi/web/guides/verify-google-id-token",
		"https://github.com/openiddict/openiddict-core/issues/2428"
	],
	lastVerified: "2026-11-21",
	paths: {
		authorization: "/o/oauth2/v2/auth",
		token: "/token",
		userinfo: "/v1/userinfo",
		revocation: "/revoke"
	},
	subjectOf: (person) => String(108204268033311000000n + BigInt(person.number)),
	claims,
	api: {},
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires_in: grant.lifetimeSeconds,
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken },
		scope: scopesOf(grant),
		token_type: "Bearer",
		...grant.idToken !== null && { id_token: grant.idToken }
	}),
	tokenError: (error, description) => jsonAnswer({
		error,
		error_description: description
	}, error === "invalid_client" ? 401 : 400),
	denied: { error: "access_denied" },
	expected: (person, subject) => ({
		subject,
		email: person.email,
		emailVerified: person.emailVerified,
		name: person.name,
		picture: person.picture
	})
};
function claims(person) {
	return {
		name: person.name,
		given_name: person.givenName,
		...person.familyName !== "" && { family_name: person.familyName },
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		},
		...person.emailVerified && person.email?.endsWith(`@${workspace}`) && { hd: workspace }
	};
}
function scopesOf(grant) {
	return grant.scopes.map((scope) => Object.hasOwn(scopeUrls, scope) && scopeUrls[scope] || scope).join(" ");
}
export { fixture };
