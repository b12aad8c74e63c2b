import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/wahoo.js
var fixture = defineFixture({
	kind: "wahoo",
	sources: ["https://developers.wahooligan.com/cloud", "https://cloud-api.wahooligan.com/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/v1/user": (person, subject) => jsonAnswer({
		id: Number(subject),
		email: person.email,
		first: person.givenName,
		last: person.familyName
	}) },
	sendsIssuer: false,
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
