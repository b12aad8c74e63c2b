import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/etsy.js
var fixture = defineFixture({
	kind: "etsy",
	sources: ["https://developers.etsy.com/documentation/essentials/authentication/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/v3/application/users/:id": (person, subject) => jsonAnswer({
		user_id: Number(subject),
		primary_email: person.email,
		first_name: person.givenName,
		last_name: person.familyName,
		image_url_75x75: person.picture
	}) },
	sendsIssuer: false,
	accessTokenOf: (_person, subject, random) => `${subject}.${random}`,
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("x-api-key") ? jsonAnswer({
		error: "invalid_request",
		error_description: "The header x-api-key is missing."
	}, 400) : null,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
