import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/signicat.js
var fixture = defineFixture({
	kind: "signicat",
	sources: [
		"https://developer.signicat.com/docs/eid-hub/quick-start/oidc/",
		"https://developer.signicat.com/identity-methods/idin/attributes-reference/idin-attributes-oidc/",
		"https://developer.signicat.com/docs/eid-hub/oidc/"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({ name: person.name }),
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
