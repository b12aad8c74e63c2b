import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/definition/wechat-answers.js
var wechatAnswers = {
	readAuthorization: (query) => renamed(query, { appid: "client_id" }),
	tokenMethod: "GET",
	readTokenRequest: ({ query }) => renamed(query, {
		appid: "client_id",
		secret: "client_secret"
	}),
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		expires_in: 7200,
		...grant.refreshToken !== null && { refresh_token: grant.refreshToken },
		openid: grant.subject,
		scope: grant.scopes.join(",")
	}, 200, "text/plain"),
	tokenError: (error) => jsonAnswer(error === "invalid_client" ? {
		errcode: 40125,
		errmsg: "invalid appsecret"
	} : {
		errcode: 40029,
		errmsg: "invalid code"
	}, 200, "text/plain"),
	accessTokenIn: ({ query }) => query.get("access_token"),
	api: { "/sns/userinfo": (person, subject) => jsonAnswer({
		openid: subject,
		nickname: person.name,
		headimgurl: person.picture ?? ""
	}, 200, "text/plain") }
};
function renamed(query, names) {
	return new URLSearchParams([...query].map(([name, value]) => [names[name] ?? name, value]));
}
export { wechatAnswers as t };
