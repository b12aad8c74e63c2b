import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/hubspot.js
var fixture = defineFixture({
	kind: "hubspot",
	sources: [
		"https://developers.hubspot.com/docs/api-reference/auth-oauth-v3/guide",
		"https://developers.hubspot.com/docs/api-reference/legacy/authentication/oauth-tokens/v1/get-oauth-token-metadata",
		"https://developers.hubspot.com/docs/api/working-with-oauth"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/oauth/v1/access-tokens/:token": (person, subject) => jsonAnswer({
		user_id: Number(subject),
		user: person.email,
		hub_id: 62515,
		token_type: "access"
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	accessTokenIn: ({ path }) => decodeURIComponent(path.split("/").at(-1) ?? ""),
	expected: (person) => ({
		emailVerified: false,
		picture: null,
		name: person.email
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
