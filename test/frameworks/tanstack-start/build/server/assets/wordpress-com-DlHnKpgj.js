import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/wordpress-com.js
var fixture = defineFixture({
	kind: "wordpress-com",
	sources: ["http://developer.wordpress.com/docs/oauth2/", "https://developer.wordpress.com/docs/oauth2/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/rest/v1.1/me": (person, subject) => jsonAnswer({
		ID: Number(subject),
		email: person.email,
		email_verified: person.emailVerified,
		display_name: person.name,
		avatar_URL: person.picture
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
