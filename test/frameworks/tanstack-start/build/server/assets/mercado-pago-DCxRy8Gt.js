import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/mercado-pago.js
var fixture = defineFixture({
	kind: "mercado-pago",
	sources: ["https://mercadopago.com.br/developers/en/docs/security/oauth/creation", "https://www.mercadopago.com/developers/en/docs/security/oauth"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/users/me": (person, subject) => jsonAnswer({
		id: Number(subject),
		email: person.email,
		first_name: person.givenName,
		last_name: person.familyName
	}) },
	sendsIssuer: false,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
