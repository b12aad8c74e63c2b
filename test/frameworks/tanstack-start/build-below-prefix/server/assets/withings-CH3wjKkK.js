import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/withings.js
var fixture = defineFixture({
	kind: "withings",
	sources: ["https://developer.withings.com/api-reference/#tag/oauth2"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => String(363e3 + person.number),
	pkce: "ignored",
	demands: (endpoint, { form }) => endpoint === "token" && form.get("action") !== "requesttoken" ? jsonAnswer({
		status: 2554,
		body: {}
	}) : null,
	tokenAnswer: (grant) => jsonAnswer({
		status: 0,
		body: {
			...tokenAnswerOf(grant),
			userid: grant.subject,
			scope: grant.scopes.join(",")
		}
	}),
	tokenError: (error, description) => jsonAnswer({
		status: error === "invalid_client" ? 214 : 503,
		body: {},
		error: description
	}),
	expected: () => ({
		email: null,
		emailVerified: false,
		name: null,
		picture: null
	}),
	cases: [{
		name: "an id that is a number",
		claims: { userid: 363 },
		expected: { subject: "363" }
	}, {
		name: "an answer without an id",
		claims: {},
		expected: "refused"
	}]
});
export { fixture };
