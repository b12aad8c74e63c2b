import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/unsplash.js
var fixture = defineFixture({
	kind: "unsplash",
	sources: ["https://unsplash.com/documentation/user-authentication-workflow", "https://github.com/unsplash/unsplash-php"],
	lastVerified: "2026-11-27",
	api: { "/me": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		name: person.name,
		profile_image: { large: person.picture }
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "errors instead of a profile",
		claims: { errors: ["OAuth error: The access token is invalid"] },
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
