import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/ynab.js
var fixture = defineFixture({
	kind: "ynab",
	sources: ["https://api.ynab.com/", "https://api.ynab.com/#oauth-applications"],
	lastVerified: "2026-11-27",
	api: { "/v1/user": (_person, subject) => jsonAnswer({ data: { user: { id: subject } } }) },
	sendsIssuer: false,
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null,
		name: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
