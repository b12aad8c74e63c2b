import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/asgardeo.js
var fixture = defineFixture({
	kind: "asgardeo",
	sources: ["https://wso2.com/asgardeo/docs/guides/authentication/oidc/discover-oidc-configs", "https://wso2.com/asgardeo/docs/guides/applications/register-oidc-web-app/"],
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
		name: "an address without a word about it",
		claims: {
			sub: "a",
			given_name: "Kim",
			email: "a@example.com"
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
