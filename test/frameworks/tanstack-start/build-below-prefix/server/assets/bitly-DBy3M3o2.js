import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/bitly.js
var fixture = defineFixture({
	kind: "bitly",
	sources: ["https://dev.bitly.com/docs/getting-started/authentication", "http://dev.bitly.com/authentication.html"],
	lastVerified: "2026-11-27",
	api: { "/v4/user": (person, subject) => jsonAnswer({
		login: subject,
		name: person.name,
		emails: person.email === null ? [] : [{
			email: person.email,
			is_verified: person.emailVerified,
			is_primary: true
		}]
	}) },
	tokenAnswer: (grant) => ({
		status: 200,
		contentType: "application/x-www-form-urlencoded",
		body: `access_token=${grant.accessToken}&login=${grant.subject}&apiKey=R_0`
	}),
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ picture: null }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
