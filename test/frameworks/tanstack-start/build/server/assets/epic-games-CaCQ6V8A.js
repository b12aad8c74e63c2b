import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/epic-games.js
var fixture = defineFixture({
	kind: "epic-games",
	sources: ["https://dev.epicgames.com/docs/web-api-ref/authentication"],
	lastVerified: "2026-11-27",
	unverified: true,
	api: { "/epic/oauth/v2/userInfo": (person, subject) => jsonAnswer({
		sub: subject,
		preferred_username: person.name
	}) },
	sendsIssuer: false,
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
