import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/calendly.js
var fixture = defineFixture({
	kind: "calendly",
	sources: [
		"https://developer.calendly.com/creating-an-oauth-app",
		"https://developer.calendly.com/scopes",
		"https://developer.calendly.com/how-to-access-calendly-data-on-behalf-of-authenticated-users",
		"https://developer.calendly.com/api-docs"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `https://api.calendly.com/users/${person.key.toUpperCase()}${person.number}`,
	api: { "/users/me": (person, subject) => jsonAnswer({ resource: {
		uri: subject,
		email: person.email,
		name: person.name,
		avatar_url: person.picture
	} }) },
	sendsIssuer: false,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
