import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/stack-exchange.js
var fixture = defineFixture({
	kind: "stack-exchange",
	sources: ["https://api.stackexchange.com/docs/authentication"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/2.3/me": (person, subject) => jsonAnswer({ items: [{
		account_id: Number(subject),
		display_name: person.name,
		profile_image: person.picture
	}] }) },
	sendsIssuer: false,
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires: 86400
	}),
	pkce: "ignored",
	accessTokenIn: ({ query }) => query.get("access_token"),
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
