import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/todoist.js
var fixture = defineFixture({
	kind: "todoist",
	sources: [
		"https://doist.github.io/todoist-api-typescript/authorization",
		"https://doist.github.io/todoist-api-python/authentication/",
		"https://developer.todoist.com/api/v1/#tag/Authorization"
	],
	lastVerified: "2026-11-27",
	api: { "/api/v1/user": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		full_name: person.name,
		avatar_big: person.picture
	}) },
	sendsIssuer: false,
	issuesRefreshToken: () => false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
