import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/trovo.js
var fixture = defineFixture({
	kind: "trovo",
	sources: ["https://developer.trovo.live/docs/APIs.html"],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		token_type: "OAuth",
		scope: grant.scopes
	}),
	subjectOf: (person) => String(1e8 + person.number),
	pkce: "ignored",
	paths: { refresh: "/openplatform/refreshtoken" },
	readTokenRequest: ({ json, headers }) => {
		if (typeof json !== "object" || json === null) return jsonAnswer({
			status: 1103,
			message: "No JSON."
		}, 400);
		const fields = Object.entries(json).map(([name, value]) => [name, String(value)]);
		return new URLSearchParams([...fields, ["client_id", headers.get("client-id") ?? ""]]);
	},
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("client-id") ? jsonAnswer({
		status: 11714,
		message: "No client id."
	}, 400) : null,
	accessTokenIn: ({ headers }) => /^OAuth (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
	api: { "/openplatform/getuserinfo": (person, subject) => jsonAnswer({
		userId: subject,
		userName: person.username,
		nickName: person.name,
		email: person.email,
		profilePic: person.picture
	}) },
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a person without an address",
		claims: {
			userId: "100000001",
			userName: "ada",
			nickName: "",
			email: "",
			profilePic: ""
		},
		expected: {
			subject: "100000001",
			name: "ada",
			email: null,
			picture: null
		}
	}, {
		name: "an error instead of a profile",
		claims: { status: 11714 },
		expected: "refused"
	}]
});
export { fixture };
