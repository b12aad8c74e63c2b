import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/mercado-libre.js
var fixture = defineFixture({
	kind: "mercado-libre",
	sources: [
		"https://developers.mercadolibre.com.co/en_us/manage-project-apps/authentication-and-authorization",
		"https://global-selling.mercadolibre.com/devsite/authorization-and-token-best-practices",
		"https://developers.mercadolibre.com.ar/en_us/authentication-and-authorization"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/users/me": (person, subject) => jsonAnswer({
		id: Number(subject),
		email: person.email,
		first_name: person.givenName,
		last_name: person.familyName,
		thumbnail: { picture_url: person.picture }
	}) },
	sendsIssuer: false,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			message: "invalid_token",
			error: "not_found",
			status: 401,
			cause: []
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
