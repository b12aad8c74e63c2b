import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/criipto.js
var fixture = defineFixture({
	kind: "criipto",
	sources: ["https://docs.idura.app/verify/reference/request-parameters/", "https://docs.idura.app/verify/getting-started/oidc-intro"],
	lastVerified: "2026-11-27",
	claims: (person) => ({ name: person.name }),
	claimScopes: { name: [] },
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person whose eID says no name",
		claims: {
			sub: "{f4a7e1c2}",
			identityscheme: "dkmitid"
		},
		expected: {
			subject: "{f4a7e1c2}",
			name: null,
			email: null
		}
	}, {
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
