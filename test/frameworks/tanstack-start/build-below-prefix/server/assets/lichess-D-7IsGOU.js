import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/lichess.js
var fixture = defineFixture({
	kind: "lichess",
	sources: [
		"https://github.com/lichess-org/api/blob/master/doc/specs/tags/oauth/oauth.yaml",
		"https://github.com/lichess-org/api/blob/master/doc/specs/tags/oauth/api-token.yaml",
		"https://lichess.org/api#section/Introduction/Authentication"
	],
	lastVerified: "2026-11-27",
	api: {
		"/api/account": (person, subject) => jsonAnswer({
			id: subject,
			username: person.name
		}),
		"/api/account/email": (person) => jsonAnswer({ email: person.email })
	},
	sendsIssuer: false,
	issuesRefreshToken: () => false,
	revocation: {
		method: "DELETE",
		path: "/api/token",
		tokenIn: ({ headers }) => /^Bearer (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null
	},
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
