import { t as wechatAnswers } from "./wechat-answers-DEa31Vo6.js";
import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/wechat.js
var fixture = defineFixture({
	kind: "wechat",
	sources: ["https://developers.weixin.qq.com/doc/oplatform/en/Website_App/WeChat_Login/Wechat_Login"],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `o6_bmasdasdsad6_2sgVt7hMZ${1e3 + person.number}`,
	paths: { refresh: "/sns/oauth2/refresh_token" },
	pkce: "ignored",
	...wechatAnswers,
	denied: {},
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person of an application that is bound to an open-platform account",
		claims: {
			openid: "o1",
			unionid: "u1",
			nickname: "Li"
		},
		expected: {
			subject: "u1",
			name: "Li"
		}
	}, {
		name: "an error instead of a profile",
		claims: {
			errcode: 40001,
			errmsg: "invalid credential"
		},
		expected: "refused"
	}]
});
export { fixture };
