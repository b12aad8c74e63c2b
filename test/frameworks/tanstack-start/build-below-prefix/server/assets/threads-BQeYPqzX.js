import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/threads.js
var fixture = defineFixture({
	kind: "threads",
	sources: ["https://developers.facebook.com/docs/threads/get-started/get-access-tokens-and-permissions", "https://developers.facebook.com/docs/threads/get-started/long-lived-tokens"],
	lastVerified: "2026-11-27",
	api: { "/v1.0/me": (person, subject) => jsonAnswer({
		id: subject,
		name: person.name,
		threads_profile_picture_url: person.picture
	}) },
	sendsIssuer: false,
	subjectOf: (person) => String(17841405793187000n + BigInt(person.number)),
	tokenAnswer: ({ accessToken, subject }) => ({
		...jsonAnswer({}),
		body: `{"access_token":${JSON.stringify(accessToken)},"user_id":${subject}}`
	}),
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [
		{
			name: "an error instead of a profile",
			claims: { error: {
				message: "Invalid OAuth access token",
				type: "OAuthException",
				code: 190
			} },
			expected: "refused"
		},
		{
			name: "a person without a display name",
			claims: {
				id: "1234567",
				username: "ada"
			},
			expected: {
				subject: "1234567",
				name: "ada",
				picture: null
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
