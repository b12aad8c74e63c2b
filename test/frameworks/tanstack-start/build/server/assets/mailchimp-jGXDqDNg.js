import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/mailchimp.js
var fixture = defineFixture({
	kind: "mailchimp",
	sources: ["https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/", "https://developer.mailchimp.com/documentation/mailchimp/guides/how-to-use-oauth2/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/oauth2/metadata": (person, subject) => jsonAnswer({
		login: {
			login_id: Number(subject),
			login_email: person.email,
			avatar: person.picture
		},
		accountname: person.name
	}) },
	sendsIssuer: false,
	tokenAnswer: ({ accessToken }) => jsonAnswer({
		access_token: accessToken,
		expires_in: 0,
		scope: null
	}),
	pkce: "ignored",
	accessTokenIn: ({ headers }) => /^OAuth (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a login of an account that several people share",
		claims: {
			dc: "us6",
			user_id: 7,
			accountname: "Acme",
			login: {
				login_id: 42,
				login_email: "a@example.com",
				avatar: null
			}
		},
		expected: {
			subject: "42",
			name: "Acme",
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
