import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/intuit.js
var fixture = defineFixture({
	kind: "intuit",
	sources: ["https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/openid-connect", "https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-openid-discovery-doc"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		givenName: person.givenName,
		familyName: person.familyName,
		...person.email !== null && {
			email: person.email,
			emailVerified: person.emailVerified
		}
	}),
	claimScopes: {
		givenName: ["profile"],
		familyName: ["profile"],
		email: ["email"],
		emailVerified: ["email"]
	},
	pkce: "ignored",
	expected: () => ({ picture: null }),
	cases: [{
		name: "an address that is not verified",
		claims: {
			sub: "a",
			givenName: "Kim",
			email: "a@example.com",
			emailVerified: false
		},
		expected: {
			name: "Kim",
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
