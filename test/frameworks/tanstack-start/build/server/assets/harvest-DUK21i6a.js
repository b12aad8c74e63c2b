import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/harvest.js
var fixture = defineFixture({
	kind: "harvest",
	sources: ["https://help.getharvest.com/api-v2/introduction/overview/general/", "https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v2/accounts": (person, subject) => jsonAnswer({ user: {
		id: Number(subject),
		email: person.email,
		first_name: person.givenName,
		last_name: person.familyName
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({
		error: "invalid_request",
		error_description: "A User-Agent is needed."
	}, 400) : null,
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
