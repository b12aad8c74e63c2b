import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/weibo.js
var fixture = defineFixture({
	kind: "weibo",
	sources: ["https://open.weibo.com/wiki/OAuth2/access_token", "https://open.weibo.com/wiki/Oauth2/access_token"],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => String(56e8 + person.number),
	pkce: "ignored",
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires_in: 157679999,
		uid: grant.subject
	}, 200, "text/plain"),
	tokenError: (error, error_description) => jsonAnswer({
		error,
		error_code: 21325,
		error_description
	}, 400, "text/plain"),
	accessTokenIn: ({ query }) => query.get("access_token"),
	api: { "/2/users/show.json": (person, subject) => jsonAnswer({
		id: Number(subject),
		idstr: subject,
		screen_name: person.name,
		avatar_large: person.picture
	}) },
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			error: "expired_token",
			error_code: 21327
		},
		expected: "refused"
	}]
});
export { fixture };
