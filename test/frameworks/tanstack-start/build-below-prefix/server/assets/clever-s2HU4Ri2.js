import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/clever.js
var fixture = defineFixture({
	kind: "clever",
	sources: [
		"https://dev.clever.com/docs/the-userinfo-endpoint",
		"https://dev.clever.com/me/docs/oauth-implementation",
		"https://dev.clever.com/docs/oidc-implementation",
		"https://dev.clever.com/docs/oauth-oidc-overview"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => String(person.number).padStart(24, "5"),
	pkce: "ignored",
	tokenAnswer: (grant) => jsonAnswer({ access_token: grant.accessToken }),
	api: { "/userinfo": (person, subject) => jsonAnswer({
		sub: subject,
		multi_role_user_id: subject,
		user_type: "teacher",
		district: "d1",
		district_id: "d1",
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		},
		name: {
			first: person.givenName,
			last: person.familyName,
			middle: ""
		}
	}) },
	expected: () => ({ picture: null }),
	cases: [{
		name: "an answer without an id",
		claims: { error: "unauthorized" },
		expected: "refused"
	}]
});
export { fixture };
