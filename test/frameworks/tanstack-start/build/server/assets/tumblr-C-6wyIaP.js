import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/tumblr.js
var fixture = defineFixture({
	kind: "tumblr",
	sources: ["https://www.tumblr.com/docs/en/api/v2#oauth2-authorization"],
	lastVerified: "2026-11-27",
	unverified: true,
	subjectOf: (person) => `t:${String(person.number).padStart(22, "x")}`,
	api: { "/v2/user/info": (person, subject) => jsonAnswer({ response: { user: {
		name: person.username,
		blogs: [{
			name: person.username,
			uuid: subject,
			primary: true
		}]
	} } }) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: (person) => ({
		email: null,
		emailVerified: false,
		picture: null,
		name: person.username
	}),
	cases: [
		{
			name: "a person with several blogs, after a change of the name",
			claims: { response: { user: {
				name: "newname",
				blogs: [{
					name: "side",
					uuid: "t:side",
					primary: false
				}, {
					name: "newname",
					uuid: "t:main",
					primary: true
				}]
			} } },
			expected: {
				subject: "t:main",
				name: "newname"
			}
		},
		{
			name: "a person without a primary blog",
			claims: { response: { user: {
				name: "kim",
				blogs: []
			} } },
			expected: "refused"
		},
		{
			name: "an answer without an id",
			claims: { message: "Not found" },
			expected: "refused"
		}
	]
});
export { fixture };
