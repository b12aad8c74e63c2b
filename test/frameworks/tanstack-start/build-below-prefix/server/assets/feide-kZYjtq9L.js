import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/feide.js
var fixture = defineFixture({
	kind: "feide",
	sources: [
		"https://docs.feide.no/reference/oauth_oidc/openid_connect_details.html",
		"https://docs.feide.no/service_providers/openid_connect/feide_obtaining_tokens.html",
		"https://docs.feide.no/reference/oauth_oidc/oauth_scopes.html",
		"https://docs.feide.no/service_providers/openid_connect/"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && { email: person.email }
	}),
	expected: () => ({ emailVerified: false }),
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
