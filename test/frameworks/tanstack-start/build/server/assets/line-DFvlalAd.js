import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/line.js
var fixture = defineFixture({
	kind: "line",
	sources: [
		"https://developers.line.biz/en/reference/line-login/",
		"https://developers.line.biz/en/docs/line-login/managing-users/",
		"https://developers.line.biz/en/docs/line-login/verify-id-token/",
		"https://access.line.me/.well-known/openid-configuration"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && { email: person.email }
	}),
	idTokenSigningAlg: "HS256",
	sendsIssuer: false,
	issuesRefreshToken: () => true,
	revocation: {
		method: "POST",
		path: "/oauth2/v2.1/revoke",
		tokenIn: ({ form }) => form.get("access_token")
	},
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
