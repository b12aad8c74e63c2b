import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/qq.js
var fixture = defineFixture({
	kind: "qq",
	sources: ["https://wiki.connect.qq.com/"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => `QQ${String(person.number).padStart(30, "0")}`,
	pkce: "ignored",
	tokenMethod: "GET",
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires_in: "7776000",
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken }
	}, 200, "text/html"),
	tokenError: (error, error_description) => jsonAnswer({
		error: error === "invalid_client" ? 100009 : 100019,
		error_description
	}, 200, "text/html"),
	accessTokenIn: ({ query }) => query.get("access_token"),
	api: {
		"/oauth2.0/me": (_person, subject) => jsonAnswer({ openid: subject }),
		"/user/get_user_info": (person) => jsonAnswer({
			ret: 0,
			msg: "",
			nickname: person.name,
			figureurl_qq_2: person.picture ?? ""
		})
	},
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			ret: -1,
			msg: "token is invalid"
		},
		expected: "refused"
	}]
});
export { fixture };
