import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/webex.js
var fixture = defineFixture({
	kind: "webex",
	sources: ["https://developer.webex.com/create/docs/authentication", "https://developer.webex.com/docs/integrations"],
	lastVerified: "2026-11-27",
	api: { "/v1/people/me": (person, subject) => jsonAnswer({
		id: subject,
		emails: person.email === null ? [] : [person.email],
		displayName: person.name,
		avatar: person.picture
	}) },
	sendsIssuer: false,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a person without an address and a picture",
		claims: {
			id: "Y2lzY29zcGFyazovL3Vz",
			emails: [],
			displayName: "Ada"
		},
		expected: {
			subject: "Y2lzY29zcGFyazovL3Vz",
			email: null,
			name: "Ada",
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
