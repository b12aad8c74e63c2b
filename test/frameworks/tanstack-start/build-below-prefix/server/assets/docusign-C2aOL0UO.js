import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/docusign.js
var fixture = defineFixture({
	kind: "docusign",
	sources: ["https://developers.docusign.com/platform/auth/confidential-authcode-get-token", "https://developers.docusign.com/platform/auth/authcode.md"],
	lastVerified: "2026-11-27",
	api: { "/oauth/userinfo": (person, subject) => jsonAnswer({
		sub: subject,
		email: person.email,
		name: person.name
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person with a name in parts only",
		claims: {
			sub: "564f7988",
			given_name: "Ada",
			family_name: "Lovelace",
			email: "a@example.com",
			accounts: []
		},
		expected: {
			subject: "564f7988",
			name: "Ada Lovelace",
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
