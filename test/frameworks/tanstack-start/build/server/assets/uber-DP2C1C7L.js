import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/uber.js
var fixture = defineFixture({
	kind: "uber",
	sources: [
		"https://developer.uber.com/docs/consumer-identity/guides/authorization-code-flow",
		"https://developer.uber.com/docs/consumer-identity/guides/scopes",
		"https://developer.uber.com/docs/riders/references/api/v2/authorize-get"
	],
	lastVerified: "2026-11-27",
	api: { "/v1.2/me": (person, subject) => jsonAnswer({
		uuid: subject,
		email: person.email,
		first_name: person.givenName,
		last_name: person.familyName,
		picture: person.picture
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a person without a last name and a picture",
		claims: {
			uuid: "8b1f4c2e",
			first_name: "Ada",
			last_name: "",
			email: "a@example.com",
			picture: ""
		},
		expected: {
			subject: "8b1f4c2e",
			name: "Ada",
			emailVerified: false,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
