import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/oura.js
var fixture = defineFixture({
	kind: "oura",
	sources: ["https://cloud.ouraring.com/docs/authentication"],
	lastVerified: "2026-11-27",
	api: { "/v2/usercollection/personal_info": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		emailVerified: false,
		picture: null,
		name: null
	}),
	cases: [{
		name: "a person who switched off the scope for the address",
		claims: {
			id: "8f9a5221",
			age: 31
		},
		expected: {
			subject: "8f9a5221",
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
