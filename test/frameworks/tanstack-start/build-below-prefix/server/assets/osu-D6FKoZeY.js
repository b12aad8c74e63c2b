import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/osu.js
var fixture = defineFixture({
	kind: "osu",
	sources: ["https://github.com/ppy/osu-web/blob/master/resources/views/docs/auth.blade.php", "https://osu.ppy.sh/docs/index.html#authentication"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v2/me": (person, subject) => jsonAnswer({
		id: Number(subject),
		username: person.name,
		avatar_url: person.picture
	}) },
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
