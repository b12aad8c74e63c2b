import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/imgur.js
var fixture = defineFixture({
	kind: "imgur",
	sources: ["https://api.imgur.com/oauth2", "https://apidocs.imgur.com/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/3/account/me": (person, subject) => jsonAnswer({ data: {
		id: Number(subject),
		url: person.name,
		avatar: person.picture
	} }) },
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
