import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/govuk-one-login.js
var fixture = defineFixture({
	kind: "govuk-one-login",
	sources: ["https://docs.sign-in.service.gov.uk/integrate-with-integration-environment/authenticate-your-user/", "https://docs.sign-in.service.gov.uk/how-gov-uk-one-login-works"],
	lastVerified: "2026-11-27",
	claims: (person) => ({ ...person.email !== null && {
		email: person.email,
		email_verified: person.emailVerified
	} }),
	idTokenSigningAlg: "ES256",
	expected: () => ({
		picture: null,
		name: null
	}),
	cases: [{
		name: "an address that is not verified",
		claims: {
			sub: "urn:fdc:gov.uk:2022:a",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			subject: "urn:fdc:gov.uk:2022:a",
			email: "a@example.com",
			emailVerified: false,
			name: null
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
