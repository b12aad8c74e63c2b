import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/paypal.js
var fixture = defineFixture({
	kind: "paypal",
	sources: [
		"https://developer.paypal.com/log-in/build.md",
		"https://developer.paypal.com/log-in/references.md",
		"https://developer.paypal.com/docs/log-in-with-paypal/integrate/"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `PAYER${String(person.number).padStart(8, "0")}`,
	pkce: "ignored",
	api: { "/v1/identity/oauth2/userinfo": (person, subject, query) => query.get("schema") === "paypalv1.1" ? jsonAnswer({
		user_id: `https://www.paypal.com/webapps/auth/identity/user/${subject}`,
		name: person.name,
		emails: person.email === null ? [] : [{
			value: person.email,
			primary: true,
			confirmed: person.emailVerified
		}]
	}) : jsonAnswer({ name: "INVALID_REQUEST" }, 400) },
	expected: () => ({ picture: null }),
	cases: [
		{
			name: "an address that is not confirmed, of a verified account",
			claims: {
				user_id: "https://www.paypal.com/webapps/auth/identity/user/u1",
				verified_account: "true",
				emails: [{
					value: "a@example.com",
					primary: true
				}]
			},
			expected: {
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an id that is an address",
			claims: { user_id: "https://www.paypal.com/webapps/auth/identity/user/u1" },
			expected: { subject: "u1" }
		},
		{
			name: "an answer without an id",
			claims: { name: "x" },
			expected: "refused"
		}
	]
});
export { fixture };
