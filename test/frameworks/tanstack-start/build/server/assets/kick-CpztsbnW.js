import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/kick.js
var fixture = defineFixture({
	kind: "kick",
	sources: ["https://docs.kick.com/getting-started/generating-tokens-oauth2-flow", "https://github.com/KickEngineering/KickDevDocs/blob/main/apis/users.md"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/public/v1/users": (person, subject) => jsonAnswer({ data: [{
		user_id: Number(subject),
		email: person.email,
		name: person.name,
		profile_picture: person.picture
	}] }) },
	sendsIssuer: false,
	revocation: {
		method: "POST",
		path: "/oauth/revoke",
		tokenIn: ({ query }) => query.get("token")
	},
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an empty list",
		claims: {
			data: [],
			message: "OK"
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
