import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/netid.js
var fixture = defineFixture({
	kind: "netid",
	sources: ["https://developerzone.netid.dev/"],
	lastVerified: "2026-11-27",
	unverified: true,
	claims: (person) => ({
		given_name: person.givenName,
		family_name: person.familyName,
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	claimScopes: {
		given_name: [],
		family_name: [],
		email: [],
		email_verified: []
	},
	pkce: "ignored",
	expected: () => ({ picture: null }),
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
