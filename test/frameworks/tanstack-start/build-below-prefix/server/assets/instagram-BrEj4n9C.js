import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/instagram.js
var fixture = defineFixture({
	kind: "instagram",
	sources: ["https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/me": (person, subject) => jsonAnswer({ data: [{
		user_id: subject,
		name: person.name,
		profile_picture_url: person.picture
	}] }) },
	tokenAnswer: (grant) => jsonAnswer({ data: [{
		access_token: grant.accessToken,
		user_id: grant.subject,
		permissions: grant.scopes.join(",")
	}] }),
	tokenError: (error, error_message) => jsonAnswer({
		error_type: "OAuthException",
		code: 400,
		error_message: error === "invalid_client" ? "Invalid client_secret" : error_message
	}, 400),
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
