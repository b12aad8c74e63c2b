import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/miro.js
var fixture = defineFixture({
	kind: "miro",
	sources: [
		"https://developers.miro.com/docs/getting-started-with-oauth",
		"https://developers.miro.com/reference/use-access-token-for-rest-api-requests",
		"https://developers.miro.com/reference/scopes"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(3074457345618265000n + BigInt(person.number)),
	api: { "/v1/oauth-token": (person, subject) => jsonAnswer({
		type: "oAuthToken",
		team: {
			type: "team",
			name: "Team",
			id: "1"
		},
		user: {
			type: "user",
			name: person.name,
			id: subject
		}
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		email: null,
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
