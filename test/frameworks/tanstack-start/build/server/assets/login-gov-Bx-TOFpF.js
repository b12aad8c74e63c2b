import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/login-gov.js
var fixture = defineFixture({
	kind: "login-gov",
	sources: [
		"https://developers.login.gov/oidc/authorization/",
		"https://developers.login.gov/oidc/logout/",
		"https://developers.login.gov/oidc/token/"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({ ...person.email !== null && {
		email: person.email,
		email_verified: person.emailVerified
	} }),
	expected: () => ({
		picture: null,
		name: null
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
