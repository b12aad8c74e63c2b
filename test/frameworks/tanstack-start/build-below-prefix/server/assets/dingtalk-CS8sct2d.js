import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/dingtalk.js
var fixture = defineFixture({
	kind: "dingtalk",
	sources: ["https://open.dingtalk.com/document/orgapp/obtain-identity-credentials", "https://open.dingtalk.com/document/orgapp/obtain-user-token"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => `union${String(person.number).padStart(20, "0")}iE`,
	pkce: "refused",
	codeParameter: "authCode",
	readTokenRequest: ({ json }) => {
		if (typeof json !== "object" || json === null) return jsonAnswer({
			code: "invalidBody",
			message: "No JSON."
		}, 400);
		const { clientId, clientSecret, grantType, code, refreshToken } = json;
		return new URLSearchParams({
			client_id: String(clientId),
			client_secret: String(clientSecret),
			grant_type: String(grantType),
			...code !== void 0 && { code: String(code) },
			...refreshToken !== void 0 && { refresh_token: String(refreshToken) }
		});
	},
	tokenAnswer: (grant) => jsonAnswer({
		accessToken: grant.accessToken,
		...grant.refreshToken !== null && { refreshToken: grant.refreshToken },
		expireIn: grant.lifetimeSeconds,
		corpId: "corp1"
	}),
	tokenError: (error, message) => jsonAnswer({
		code: error === "invalid_client" ? "invalidClientIdOrSecret" : "invalidParameter.authCode.notFound",
		message
	}, 400),
	accessTokenIn: ({ headers }) => headers.get("x-acs-dingtalk-access-token"),
	api: { "/v1.0/contact/users/me": (person, subject) => jsonAnswer({
		unionId: subject,
		nick: person.name,
		email: person.email,
		avatarUrl: person.picture
	}) },
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			code: "InvalidAuthentication",
			message: "-"
		},
		expected: "refused"
	}]
});
export { fixture };
