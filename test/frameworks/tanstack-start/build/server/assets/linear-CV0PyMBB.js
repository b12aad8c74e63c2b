import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/linear.js
var fixture = defineFixture({
	kind: "linear",
	sources: ["https://linear.app/developers/oauth-2-0-authentication"],
	lastVerified: "2026-11-27",
	api: { "POST /graphql": (person, subject) => jsonAnswer({ data: { viewer: {
		id: subject,
		email: person.email,
		name: person.name,
		avatarUrl: person.picture
	} } }) },
	sendsIssuer: false,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
