import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/zoho.js
var fixture = defineFixture({
	kind: "zoho",
	sources: [
		"https://www.zoho.com/accounts/protocol/oauth/web-apps/authorization.html",
		"https://www.zoho.com/accounts/protocol/oauth/multi-dc/client-authorization.html",
		"https://www.zoho.com/accounts/protocol/oauth/web-server-applications.html",
		"https://www.zoho.com/accounts/protocol/oauth/multi-dc.html"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/oauth/user/info": (person, subject) => jsonAnswer({
		ZUID: Number(subject),
		Email: person.email,
		Display_Name: person.name
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		scope: grant.scopes.join(",")
	}),
	tokenError: (error) => jsonAnswer({ error: error === "invalid_grant" ? "invalid_code" : error }),
	revocation: {
		method: "POST",
		path: "/oauth/v2/token/revoke",
		tokenIn: ({ query }) => query.get("token")
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
