import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/amazon.js
var fixture = defineFixture({
	kind: "amazon",
	sources: [
		"https://developer.amazon.com/docs/login-with-amazon/customer-profile.html",
		"https://developer.amazon.com/docs/login-with-amazon/obtain-customer-profile.html",
		"https://developer.amazon.com/docs/login-with-amazon/authorization-code-grant.html"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `amzn1.account.${String(person.number).padStart(24, "K")}`,
	api: { "/user/profile": (person, subject) => jsonAnswer({
		user_id: subject,
		email: person.email,
		name: person.name
	}) },
	sendsIssuer: false,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person of whom only the id was asked for",
		claims: { user_id: "amzn1.account.K2LI23KL2LK2" },
		expected: {
			subject: "amzn1.account.K2LI23KL2LK2",
			email: null,
			name: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
