import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/deviantart.js
var fixture = defineFixture({
	kind: "deviantart",
	sources: ["https://www.deviantart.com/developers/authentication", "https://deviantart.readme.io/docs/authentication"],
	lastVerified: "2026-11-27",
	api: { "/api/v1/oauth2/user/whoami": (person, subject) => jsonAnswer({
		userid: subject,
		username: person.name,
		usericon: person.picture
	}) },
	sendsIssuer: false,
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			error: "invalid_token",
			error_description: "Expired oAuth2 user token.",
			status: "error"
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
