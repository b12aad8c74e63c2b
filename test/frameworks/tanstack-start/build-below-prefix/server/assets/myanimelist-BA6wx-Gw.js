import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/myanimelist.js
var fixture = defineFixture({
	kind: "myanimelist",
	sources: ["https://myanimelist.net/apiconfig/references/authorization"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/v2/users/@me": (person, subject) => jsonAnswer({
		id: Number(subject),
		name: person.name,
		picture: person.picture
	}) },
	sendsIssuer: false,
	pkce: "plain",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person without a picture",
		claims: {
			id: 1,
			name: "ada"
		},
		expected: {
			subject: "1",
			name: "ada",
			email: null,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
