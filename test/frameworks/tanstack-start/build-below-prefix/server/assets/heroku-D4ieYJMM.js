import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/heroku.js
var fixture = defineFixture({
	kind: "heroku",
	sources: ["https://devcenter.heroku.com/articles/oauth"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `01234567-89ab-4def-8123-${String(person.number).padStart(12, "0")}`,
	api: { "/account": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		name: person.name
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint === "api" && headers.get("accept") !== "application/vnd.heroku+json; version=3" ? jsonAnswer({
		id: "bad_version",
		message: "The version is missing."
	}, 400) : null,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an account that is verified by a credit card",
		claims: {
			id: "01234567-89ab-4def-8123-456789abcdef",
			email: "a@example.com",
			name: null,
			verified: true
		},
		expected: {
			email: "a@example.com",
			emailVerified: false,
			name: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
