import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/notion.js
var fixture = defineFixture({
	kind: "notion",
	sources: [
		"https://developers.notion.com/reference/create-a-token.md",
		"https://developers.notion.com/reference/refresh-a-token.md",
		"https://developers.notion.com/guides/authorization/overview.md"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `8a1e3b2c-0000-4000-8000-${String(person.number).padStart(12, "0")}`,
	pkce: "refused",
	readTokenRequest: ({ json, headers }, client) => {
		if (typeof json !== "object" || json === null) return jsonAnswer({
			object: "error",
			status: 400,
			code: "validation_error",
			message: "body is not JSON"
		}, 400);
		const basic = `Basic ${btoa(`${client.id}:${client.secret}`)}`;
		const secret = headers.get("authorization") === basic ? client.secret : "wrong";
		const fields = Object.entries(json).map(([name, value]) => [name, String(value)]);
		return new URLSearchParams([
			...fields,
			["client_id", client.id],
			["client_secret", secret]
		]);
	},
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		bot_id: "b1",
		workspace_id: "w1",
		workspace_name: "Workspace",
		owner: {
			type: "user",
			user: {
				object: "user",
				id: grant.subject,
				name: grant.person.name,
				avatar_url: grant.person.picture,
				type: "person",
				person: grant.person.email === null ? {} : { email: grant.person.email }
			}
		}
	}),
	revocation: {
		method: "POST",
		path: "/v1/oauth/revoke",
		tokenIn: ({ json }) => typeof json === "object" && json !== null && "token" in json ? String(json.token) : null
	},
	tokenError: (error, message) => error === "invalid_client" ? jsonAnswer({
		object: "error",
		status: 401,
		code: "unauthorized",
		message
	}, 401) : jsonAnswer({
		error,
		error_description: message
	}, 400),
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "a person whose address the connection may not read",
		claims: {
			owner: {
				type: "user",
				user: {
					id: "u",
					name: "Ada",
					avatar_url: null,
					person: {}
				}
			},
			workspace_id: "w"
		},
		expected: {
			subject: "u",
			name: "Ada",
			email: null,
			picture: null
		}
	}, {
		name: "a grant of a workspace without a person",
		claims: { owner: { type: "workspace" } },
		expected: "refused"
	}]
});
export { fixture };
