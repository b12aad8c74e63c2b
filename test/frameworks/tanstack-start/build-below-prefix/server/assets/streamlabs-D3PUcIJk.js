import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/streamlabs.js
var fixture = defineFixture({
	kind: "streamlabs",
	sources: [
		"https://dev.streamlabs.com/docs/obtain-an-access_token",
		"https://dev.streamlabs.com/docs/connecting-to-an-account",
		"https://dev.streamlabs.com/docs/getting-started"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v2.0/user": (person, subject) => jsonAnswer({ streamlabs: {
		id: Number(subject),
		display_name: person.name,
		thumbnail: person.picture
	} }) },
	sendsIssuer: false,
	demands: (endpoint, { headers }) => endpoint !== "authorization" && headers.get("x-requested-with") !== "XMLHttpRequest" ? jsonAnswer({
		error: "invalid_request",
		error_description: "X-Requested-With is missing."
	}, 400) : null,
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
