import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/yahoo.js
var fixture = defineFixture({
	kind: "yahoo",
	sources: [
		"https://developer.yahoo.com/oauth2/guide/openid_connect/getting_started.html",
		"https://developer.yahoo.com/sign-in-with-yahoo/",
		"https://developer.yahoo.com/oauth2/guide/openid_connect/"
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
	idTokenSigningAlg: "ES256",
	issuesRefreshToken: () => true,
	cases: [{
		name: "an address without a word about it",
		claims: {
			sub: "a",
			email: "a@yahoo.com"
		},
		expected: {
			email: "a@yahoo.com",
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
