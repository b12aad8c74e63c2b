import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/wikimedia.js
var fixture = defineFixture({
	kind: "wikimedia",
	sources: ["https://www.mediawiki.org/wiki/OAuth/For_Developers"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/w/rest.php/oauth2/resource/profile": (person, subject) => jsonAnswer({
		sub: Number(subject),
		email: person.email,
		confirmed_email: person.emailVerified,
		realname: person.name
	}) },
	sendsIssuer: false,
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({
		error: "invalid_request",
		error_description: "A User-Agent is needed."
	}, 429) : null,
	expected: () => ({ picture: null }),
	cases: [
		{
			name: "a grant without real name and address",
			claims: {
				sub: 12345,
				username: "Ada",
				editcount: 7,
				blocked: false
			},
			expected: {
				subject: "12345",
				name: "Ada",
				email: null,
				emailVerified: false
			}
		},
		{
			name: "an address that is not confirmed",
			claims: {
				sub: 12345,
				username: "Ada",
				realname: "",
				email: "a@example.com",
				confirmed_email: false
			},
			expected: {
				name: "Ada",
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an answer without an id",
			claims: { message: "Not found" },
			expected: "refused"
		}
	]
});
export { fixture };
