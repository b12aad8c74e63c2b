import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/trakt.js
var fixture = defineFixture({
	kind: "trakt",
	sources: [
		"https://docs.trakt.tv/reference/authentication",
		"https://docs.trakt.tv/docs/required-headers",
		"https://trakt.docs.apiary.io/#reference/authentication-oauth"
	],
	lastVerified: "2026-11-27",
	api: { "/users/settings": (person, subject) => jsonAnswer({ user: {
		ids: { uuid: subject },
		name: person.name
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("trakt-api-key") ? jsonAnswer({
		error: "invalid_request",
		error_description: "The header trakt-api-key is missing."
	}, 400) : null,
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
