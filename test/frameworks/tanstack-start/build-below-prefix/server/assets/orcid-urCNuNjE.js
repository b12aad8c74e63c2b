import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/orcid.js
var fixture = defineFixture({
	kind: "orcid",
	sources: ["https://github.com/ORCID/ORCID-Source/blob/main/orcid-web/ORCID_AUTH_WITH_OPENID_CONNECT.md", "https://info.orcid.org/documentation/api-tutorials/api-tutorial-get-and-authenticated-orcid-id/"],
	lastVerified: "2026-11-27",
	issuesRefreshToken: () => true,
	claims: (person) => ({
		given_name: person.givenName,
		family_name: person.familyName
	}),
	claimScopes: {
		given_name: [],
		family_name: []
	},
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person with a published name",
		claims: {
			sub: "0000-0002-2601-8132",
			name: "Credit Name",
			family_name: "Jones",
			given_name: "Tom"
		},
		expected: {
			subject: "0000-0002-2601-8132",
			name: "Credit Name"
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
