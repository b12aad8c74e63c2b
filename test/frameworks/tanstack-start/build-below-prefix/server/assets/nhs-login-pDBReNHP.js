import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/nhs-login.js
var fixture = defineFixture({
	kind: "nhs-login",
	sources: [
		"https://nhsconnect.github.io/nhslogin/scopes-and-claims/",
		"https://nhsconnect.github.io/nhslogin/vectors-of-trust/",
		"https://nhsconnect.github.io/nhslogin/integrating-to-sandpit/",
		"https://nhsconnect.github.io/nhslogin/"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({ ...person.email !== null && {
		email: person.email,
		email_verified: person.emailVerified
	} }),
	expected: () => ({
		name: null,
		picture: null
	}),
	cases: [{
		name: "a person whose profile was asked for",
		claims: {
			sub: "a",
			given_name: "Iain",
			family_name: "Hughes",
			nhs_number: "9912003071"
		},
		expected: {
			name: "Iain Hughes",
			email: null,
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
