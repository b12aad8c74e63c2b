import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/start-gg.js
var fixture = defineFixture({
	kind: "start-gg",
	sources: ["https://developer.start.gg/docs/oauth/oauth-overview", "https://developer.start.gg/docs/oauth/example-oauth-flow"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "POST /gql/alpha": (person, subject) => jsonAnswer({ data: { currentUser: {
		id: Number(subject),
		email: person.email,
		player: { gamerTag: person.name }
	} } }) },
	sendsIssuer: false,
	paths: { refresh: "/oauth/refresh" },
	readTokenRequest: ({ json }) => typeof json === "object" && json !== null ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)])) : jsonAnswer({
		error: "invalid_request",
		error_description: "The body is not JSON."
	}, 400),
	pkce: "ignored",
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [
		{
			name: "a person without a gamer tag",
			claims: { data: { currentUser: {
				id: 7,
				name: "Ada",
				email: "a@example.com",
				player: null
			} } },
			expected: {
				subject: "7",
				name: "Ada",
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an error with status 200",
			claims: {
				success: false,
				message: "Invalid authentication token"
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
