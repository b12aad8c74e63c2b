import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/proconnect.js
var fixture = defineFixture({
	kind: "proconnect",
	sources: [
		"https://github.com/numerique-gouv/proconnect-documentation/blob/main/doc_fs/implementation_technique.md",
		"https://github.com/numerique-gouv/proconnect-documentation/blob/main/doc_fs/scope-claims.md",
		"https://partenaires.proconnect.gouv.fr/docs/fournisseur-service"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		given_name: person.givenName,
		usual_name: person.familyName,
		siret: "13002526500013",
		...person.email !== null && { email: person.email }
	}),
	signsUserinfo: true,
	claimScopes: {
		given_name: ["given_name"],
		usual_name: ["usual_name"],
		email: ["email"],
		siret: ["siret"]
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
