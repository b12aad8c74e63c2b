import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/patreon.js
var fixture = defineFixture({
	kind: "patreon",
	sources: ["https://docs.patreon.com/#oauth"],
	lastVerified: "2026-11-27",
	api: { "/api/oauth2/v2/identity": (person, subject) => jsonAnswer({ data: {
		id: subject,
		attributes: {
			email: person.email,
			is_email_verified: person.emailVerified,
			full_name: person.name,
			image_url: person.picture
		}
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
