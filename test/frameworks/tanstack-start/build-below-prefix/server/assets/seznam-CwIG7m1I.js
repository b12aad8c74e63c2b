import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/seznam.js
var fixture = defineFixture({
	kind: "seznam",
	sources: ["https://vyvojari.seznam.cz/oauth/doc"],
	lastVerified: "2026-11-27",
	unverified: true,
	api: { "/api/v1/user": (person, subject) => jsonAnswer({
		oauth_user_id: subject,
		email: person.email,
		firstname: person.givenName,
		lastname: person.familyName,
		avatar_url: person.picture
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
