import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/yahoo-japan.js
var fixture = defineFixture({
	kind: "yahoo-japan",
	sources: [
		"https://developer.yahoo.co.jp/yconnect/v2/authorization_code/token.html",
		"https://developer.yahoo.co.jp/yconnect/v2/hybrid/token.html",
		"https://developer.yahoo.co.jp/yconnect/v2/implicit/authorization.html",
		"https://developer.yahoo.co.jp/yconnect/v2/"
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
	issuesRefreshToken: () => true,
	cases: [{
		name: "an address that is not confirmed",
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
