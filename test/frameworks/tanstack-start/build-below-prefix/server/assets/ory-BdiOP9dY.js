import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/ory.js
var fixture = defineFixture({
	kind: "ory",
	sources: ["https://github.com/ory/docs/blob/master/docs/oauth2-oidc/claims-scope.mdx", "https://www.ory.com/docs/oauth2-oidc/openid-connect-claims-scope-custom"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	cases: [{
		name: "an address that is not confirmed, and a name in parts",
		claims: {
			sub: "a",
			given_name: "Ada",
			family_name: "Lovelace",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			name: "Ada Lovelace",
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
