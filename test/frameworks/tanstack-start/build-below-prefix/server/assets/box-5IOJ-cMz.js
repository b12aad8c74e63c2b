import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/box.js
var fixture = defineFixture({
	kind: "box",
	sources: [
		"https://developer.box.com/guides/authentication/tokens/access-tokens/",
		"https://developer.box.com/guides/authentication/tokens/refresh",
		"https://developer.box.com/guides/authentication/access-tokens/revoke"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(11446498 + person.number),
	api: { "/2.0/users/me": (person, subject) => jsonAnswer({
		type: "user",
		id: subject,
		login: person.email,
		name: person.name
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person whose picture needs a token",
		claims: {
			id: "11446498",
			name: "Ada",
			login: "a@example.com",
			avatar_url: "https://app.box.com/api/avatar/large/1"
		},
		expected: {
			email: "a@example.com",
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
