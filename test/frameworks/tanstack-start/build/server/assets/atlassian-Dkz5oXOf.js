import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/atlassian.js
var fixture = defineFixture({
	kind: "atlassian",
	sources: ["https://developer.atlassian.com/cloud/jira/platform/oauth-2-3lo-apps/", "https://developer.atlassian.com/cloud/confluence/oauth-2-3lo-apps/"],
	lastVerified: "2026-11-27",
	api: { "/me": (person, subject) => jsonAnswer({
		account_id: subject,
		email: person.email,
		name: person.name,
		picture: person.picture
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			account_id: "a1",
			email: "a@example.com",
			email_verified: true
		},
		expected: {
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
