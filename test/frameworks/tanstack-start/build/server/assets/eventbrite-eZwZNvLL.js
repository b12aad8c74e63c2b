import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/eventbrite.js
var fixture = defineFixture({
	kind: "eventbrite",
	sources: ["https://www.eventbrite.com/platform/docs/app-oauth-flow", "https://www.eventbrite.com/developer/v3/api_overview/authentication/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(1234567890 + person.number),
	api: { "/v3/users/me/": (person, subject) => jsonAnswer({
		id: subject,
		name: person.name,
		emails: person.email === null ? [] : [{
			email: person.email,
			verified: person.emailVerified,
			primary: true
		}]
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ picture: null }),
	cases: [{
		name: "a person whose verified address is not the primary one",
		claims: {
			id: "1",
			emails: [{
				email: "old@example.com",
				verified: true,
				primary: false
			}, {
				email: "new@example.com",
				verified: false,
				primary: true
			}]
		},
		expected: {
			subject: "1",
			email: "new@example.com",
			emailVerified: false
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
