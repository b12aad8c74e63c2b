import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/stripe.js
var fixture = defineFixture({
	kind: "stripe",
	sources: ["https://docs.stripe.com/connect/oauth-standard-accounts.md", "https://docs.stripe.com/connect/oauth-reference"],
	lastVerified: "2026-11-27",
	api: { "/v1/account": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		settings: { dashboard: { display_name: person.name } }
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
