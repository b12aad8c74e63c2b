import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/gumroad.js
var fixture = defineFixture({
	kind: "gumroad",
	sources: ["https://help.gumroad.com/article/280-create-application-api", "https://gumroad.com/api#api-authentication"],
	lastVerified: "2026-11-27",
	api: { "/v2/user": (person, subject) => jsonAnswer({ user: {
		user_id: subject,
		email: person.email,
		name: person.name,
		profile_url: person.picture
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error with status 200",
		claims: {
			success: false,
			message: "The user was not found."
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
