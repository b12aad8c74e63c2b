import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/mattermost.js
var fixture = defineFixture({
	kind: "mattermost",
	sources: ["https://developers.mattermost.com/integrate/apps/authentication/oauth2"],
	lastVerified: "2026-11-27",
	api: { "/api/v4/users/me": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		email_verified: person.emailVerified,
		first_name: person.givenName,
		last_name: person.familyName
	}) },
	sendsIssuer: false,
	expected: () => ({ picture: null }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
