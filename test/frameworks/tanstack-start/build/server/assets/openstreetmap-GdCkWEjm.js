import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/openstreetmap.js
var fixture = defineFixture({
	kind: "openstreetmap",
	sources: ["https://github.com/openstreetmap/openstreetmap-website/blob/master/config/initializers/doorkeeper_openid_connect.rb", "https://wiki.openstreetmap.org/wiki/OAuth"],
	lastVerified: "2026-11-27",
	claims: (person) => ({ preferred_username: person.name }),
	idTokenClaims: () => ({}),
	subjectOf: (person) => String(1234500 + person.number),
	claimScopes: { preferred_username: [] },
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
