import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/typeform.js
var fixture = defineFixture({
	kind: "typeform",
	sources: [
		"https://typeform.com/developers/get-started/applications",
		"https://www.typeform.com/developers/get-started/scopes/",
		"https://www.typeform.com/developers/get-started/applications/"
	],
	lastVerified: "2026-11-27",
	api: { "/me": (person, subject) => jsonAnswer({
		user_id: subject,
		email: person.email,
		alias: person.name
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
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
