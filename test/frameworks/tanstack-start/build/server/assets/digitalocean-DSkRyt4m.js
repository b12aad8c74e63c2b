import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/digitalocean.js
var fixture = defineFixture({
	kind: "digitalocean",
	sources: ["https://docs.digitalocean.com/reference/api/oauth/", "https://github.com/digitalocean/openapi/blob/main/specification/resources/account/models/account.yml"],
	lastVerified: "2026-11-27",
	api: { "/v2/account": (person, subject) => jsonAnswer({ account: {
		uuid: subject,
		email: person.email,
		email_verified: person.emailVerified,
		name: person.name,
		team: {
			uuid: "team-1",
			name: "A team"
		}
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ picture: null }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
