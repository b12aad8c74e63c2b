import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/netlify.js
var fixture = defineFixture({
	kind: "netlify",
	sources: ["https://www.netlify.com/blog/2016/10/10/integrating-with-netlify-oauth2/", "https://docs.netlify.com/api/get-started/#authentication"],
	lastVerified: "2026-11-27",
	api: { "/api/v1/user": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		full_name: person.name,
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
