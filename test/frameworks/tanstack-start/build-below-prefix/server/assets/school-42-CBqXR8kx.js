import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/school-42.js
var fixture = defineFixture({
	kind: "school-42",
	sources: ["https://api.intra.42.fr/apidoc/guides/web_application_flow", "https://api.intra.42.fr/apidoc/guides/getting_started"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/v2/me": (person, subject) => jsonAnswer({
		id: Number(subject),
		email: person.email,
		usual_full_name: person.name,
		image: { link: person.picture }
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a person without a usual name and without a picture",
		claims: {
			id: 2,
			email: "a@student.42.example",
			displayname: "Ada Lovelace",
			usual_full_name: null,
			image: { link: null }
		},
		expected: {
			subject: "2",
			name: "Ada Lovelace",
			emailVerified: false,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
