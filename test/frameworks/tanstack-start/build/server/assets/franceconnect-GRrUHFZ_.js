import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/franceconnect.js
var fixture = defineFixture({
	kind: "franceconnect",
	sources: ["https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-endpoints/"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		given_name: person.givenName,
		family_name: person.familyName,
		...person.email !== null && { email: person.email }
	}),
	signsUserinfo: true,
	claimScopes: {
		given_name: ["given_name"],
		family_name: ["family_name"],
		email: ["email"]
	},
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: true
		},
		expected: {
			email: "a@example.com",
			emailVerified: false
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
