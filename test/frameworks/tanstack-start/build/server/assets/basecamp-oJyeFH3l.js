import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/basecamp.js
var fixture = defineFixture({
	kind: "basecamp",
	sources: ["https://github.com/basecamp/api/blob/master/sections/authentication.md"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/authorization.json": (person, subject) => jsonAnswer({ identity: {
		id: Number(subject),
		email_address: person.email,
		first_name: person.givenName,
		last_name: person.familyName
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	readTokenRequest: ({ form }) => {
		const type = form.get("refresh_token") === null ? "web_server" : "refresh";
		return form.get("type") === type ? form : jsonAnswer({
			error: "unsupported_type",
			error_description: `The type must be ${type}.`
		}, 400);
	},
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({
		error: "invalid_request",
		error_description: "A User-Agent is needed."
	}, 429) : null,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an identity without a name",
		claims: {
			identity: {
				id: 9999999,
				email_address: "a@example.com"
			},
			accounts: []
		},
		expected: {
			subject: "9999999",
			name: null,
			email: "a@example.com",
			emailVerified: false
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
