import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/github.js
/** GitHub's own names. */
var errorNames = {
	invalid_grant: "bad_verification_code",
	invalid_client: "incorrect_client_credentials"
};
var apiType = "application/json; charset=utf-8";
var fixture = {
	kind: "github",
	sources: [
		"https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps",
		"https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors",
		"https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-authorization-request-errors",
		"https://docs.github.com/en/apps/github-authentication-discovery-endpoints",
		"https://docs.github.com/en/rest/users/users",
		"https://docs.github.com/en/rest/users/emails"
	],
	lastVerified: "2026-11-21",
	paths: {
		authorization: "/login/oauth/authorize",
		token: "/login/oauth/access_token"
	},
	subjectOf: (person) => String(231870400 + person.number),
	api: {
		"/api/v3/user": (person, subject) => ({
			status: 200,
			contentType: apiType,
			body: JSON.stringify(profileOf(person)).replace("{", `{"id":${BigInt(subject)},`)
		}),
		"/api/v3/user/emails": (person) => jsonAnswer(emailsOf(person), 200, apiType)
	},
	apiScopes: { "/api/v3/user/emails": ["user:email", "user"] },
	tokenAnswer,
	tokenError: (error, description) => jsonAnswer({
		error: (Object.hasOwn(errorNames, error) ? errorNames[error] : void 0) ?? error,
		error_description: description,
		error_uri: "https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps"
	}),
	denied: {
		error: "access_denied",
		error_description: "The user has denied your application access.",
		error_uri: "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/#access-denied"
	},
	expected: (person, subject) => ({
		subject,
		email: person.email,
		emailVerified: person.emailVerified,
		name: person.name,
		picture: person.picture
	})
};
/** Refresh tokens exist only where tokens expire: GitHub Apps, and OAuth apps that opted in. */
function tokenAnswer(grant) {
	const refresh = grant.refreshToken !== null && {
		expires_in: grant.lifetimeSeconds,
		refresh_token: grant.refreshToken,
		refresh_token_expires_in: 15897600
	};
	return jsonAnswer({
		access_token: grant.accessToken,
		...refresh,
		token_type: "bearer",
		scope: grant.scopes.join(",")
	});
}
function profileOf(person) {
	return {
		login: person.username,
		avatar_url: person.picture ?? "",
		type: "User",
		site_admin: false,
		name: person.name,
		email: null
	};
}
function emailsOf(person) {
	if (person.email === null) return [];
	return [{
		email: `${person.number}+${person.username}@users.noreply.github.example`,
		primary: false,
		verified: true,
		visibility: null
	}, {
		email: person.email,
		primary: true,
		verified: person.emailVerified,
		visibility: "private"
	}];
}
export { fixture };
