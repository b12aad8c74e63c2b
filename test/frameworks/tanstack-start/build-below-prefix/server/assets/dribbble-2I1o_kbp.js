import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/dribbble.js
var fixture = defineFixture({
	kind: "dribbble",
	sources: ["http://developer.dribbble.com/v1/oauth/", "https://developer.dribbble.com/v2/oauth/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/v2/user": (person, subject) => jsonAnswer({
		id: Number(subject),
		name: person.name,
		avatar_url: person.picture
	}) },
	sendsIssuer: false,
	issuesRefreshToken: () => false,
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
