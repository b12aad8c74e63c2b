import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/airtable.js
var fixture = defineFixture({
	kind: "airtable",
	sources: ["https://airtable.com/developers/web/api/oauth-reference"],
	lastVerified: "2026-11-27",
	api: { "/v0/meta/whoami": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email
	}) },
	subjectOf: (person) => `usr${String(person.number).padStart(14, "A")}`,
	sendsIssuer: false,
	expected: () => ({
		emailVerified: false,
		picture: null,
		name: null
	}),
	cases: [{
		name: "a token without the scope for the address",
		claims: { id: "usrL2PNC5o3H4lBEi" },
		expected: {
			subject: "usrL2PNC5o3H4lBEi",
			email: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
