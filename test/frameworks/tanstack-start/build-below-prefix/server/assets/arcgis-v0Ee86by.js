import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/arcgis.js
var fixture = defineFixture({
	kind: "arcgis",
	sources: [
		"https://developers.arcgis.com/rest/users-groups-and-items/token",
		"https://developers.arcgis.com/rest/users-groups-and-items/self",
		"https://developers.arcgis.com/documentation/security-and-authentication/reference/rest-authentication-operations/",
		"https://developers.arcgis.com/documentation/security-and-authentication/user-authentication/"
	],
	lastVerified: "2026-11-27",
	api: { "/sharing/rest/community/self": (person, subject) => jsonAnswer({
		username: subject,
		email: person.email,
		fullName: person.name
	}) },
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires_in: 1800,
		username: grant.subject,
		ssl: true,
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken }
	}),
	tokenError: (error, message) => jsonAnswer({ error: {
		code: 400,
		error: "invalid_request",
		error_description: error === "invalid_client" ? "Invalid client_secret" : message,
		message: "Invalid request",
		details: []
	} }),
	sendsIssuer: false,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { error: {
			code: 498,
			message: "Invalid token.",
			details: []
		} },
		expected: "refused"
	}]
});
export { fixture };
