import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/okta.js
var fixture = defineFixture({
	kind: "okta",
	sources: [
		"https://developer.okta.com/standards/OIDC/",
		"https://developer.okta.com/docs/api/oauth2",
		"https://developer.okta.com/docs/reference/api/oidc/"
	],
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
		name: "an address that the organization has not verified",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: false
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
