import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/vimeo.js
var fixture = defineFixture({
	kind: "vimeo",
	sources: ["https://developer.vimeo.com/api/authentication", "https://developer.vimeo.com/api/reference/authentication-extras"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `/users/${1e3 + person.number}`,
	api: { "/me": (person, subject) => jsonAnswer({
		uri: subject,
		name: person.name,
		pictures: { base_link: person.picture }
	}) },
	sendsIssuer: false,
	revocation: {
		method: "DELETE",
		path: "/tokens",
		tokenIn: ({ headers }) => /^Bearer (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null
	},
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person with an address of the own choice",
		claims: {
			uri: "/users/152184",
			name: "Ada",
			link: "https://vimeo.com/ada",
			pictures: null
		},
		expected: {
			subject: "/users/152184",
			name: "Ada",
			email: null,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
