import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/clickup.js
var fixture = defineFixture({
	kind: "clickup",
	sources: ["https://developer.clickup.com/docs/authentication.md", "https://help.clickup.com/hc/en-us/articles/6303426241687-Use-the-ClickUp-API"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v2/user": (person, subject) => jsonAnswer({ user: {
		id: Number(subject),
		email: person.email,
		username: person.name,
		profilePicture: person.picture
	} }) },
	sendsIssuer: false,
	tokenAnswer: ({ accessToken }) => jsonAnswer({ access_token: accessToken }),
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [
		{
			name: "a person without a picture",
			claims: { user: {
				id: 123,
				username: "Ada",
				email: "a@example.com",
				profilePicture: null
			} },
			expected: {
				subject: "123",
				name: "Ada",
				email: "a@example.com",
				emailVerified: false,
				picture: null
			}
		},
		{
			name: "an error in the words of ClickUp",
			claims: {
				err: "Token invalid",
				ECODE: "OAUTH_025"
			},
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
