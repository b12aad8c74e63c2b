import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/zendesk.js
var fixture = defineFixture({
	kind: "zendesk",
	sources: [
		"https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/",
		"https://developer.zendesk.com/documentation/api-basics/authentication/refresh-token",
		"https://developer.zendesk.com/api-reference/ticketing/users/user_identities/"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v2/users/me.json": (person, subject) => jsonAnswer({ user: {
		id: Number(subject),
		email: person.email,
		verified: person.emailVerified,
		name: person.name,
		photo: { content_url: person.picture }
	} }) },
	sendsIssuer: false,
	readTokenRequest: ({ json }) => typeof json === "object" && json !== null ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)])) : jsonAnswer({
		error: "invalid_request",
		error_description: "The body is not JSON."
	}, 400),
	expected: () => ({ emailVerified: false }),
	cases: [
		{
			name: "a person of whom some identity is verified",
			claims: { user: {
				id: 35436,
				name: "Ada",
				email: "a@example.com",
				verified: true,
				photo: null
			} },
			expected: {
				subject: "35436",
				email: "a@example.com",
				emailVerified: false,
				picture: null
			}
		},
		{
			name: "an anonymous person, where the token is not valid",
			claims: { user: {
				id: null,
				name: "Anonymous user",
				email: "invalid@example.com",
				verified: false
			} },
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
