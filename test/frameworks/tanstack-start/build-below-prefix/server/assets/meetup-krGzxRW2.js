import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/meetup.js
var fixture = defineFixture({
	kind: "meetup",
	sources: [
		"https://meetup.com/api/authentication/",
		"https://meetup.com/api/guide",
		"https://help.meetup.com/hc/en-us/articles/41467209211917-What-happens-to-my-API-access-when-my-Meetup-Pro-subscription-expires"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "POST /gql-ext": (person, subject) => jsonAnswer({ data: { self: {
		id: subject,
		email: person.email,
		name: person.name
	} } }) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [
		{
			name: "a member whose id comes as a number",
			claims: { data: { self: {
				id: 1234,
				name: "Ada",
				email: "a@example.com"
			} } },
			expected: {
				subject: "1234",
				name: "Ada",
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an error with status 200",
			claims: {
				errors: [{ message: "Authentication required" }],
				data: { self: null }
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
