import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/tiktok.js
var fixture = defineFixture({
	kind: "tiktok",
	sources: [
		"https://developers.tiktok.com/doc/oauth-user-access-token-management",
		"https://developers.tiktok.com/doc/oauth-error-handling",
		"https://developers.tiktok.com/doc/login-kit-manage-user-access-tokens",
		"https://developers.tiktok.com/doc/login-kit-web"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `723f24d7-e717-40f8-a2b6-${String(person.number).padStart(12, "0")}`,
	pkce: "refused",
	readAuthorization: (query) => {
		const read = new URLSearchParams(query);
		read.set("client_id", query.get("client_key") ?? "");
		return read;
	},
	readTokenRequest: ({ form }) => {
		const read = new URLSearchParams(form);
		read.set("client_id", form.get("client_key") ?? "");
		return read;
	},
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		scope: grant.scopes.join(","),
		open_id: grant.subject,
		refresh_expires_in: 31536e3
	}),
	tokenError: (error, error_description) => jsonAnswer({
		error,
		error_description,
		log_id: "1"
	}),
	api: { "/v2/user/info/": (person, subject) => jsonAnswer({
		data: { user: {
			open_id: subject,
			display_name: person.name,
			avatar_url: person.picture
		} },
		error: {
			code: "ok",
			message: "",
			log_id: "1"
		}
	}) },
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person without a picture",
		claims: {
			data: { user: {
				open_id: "o1",
				display_name: "Kim"
			} },
			error: { code: "ok" }
		},
		expected: {
			subject: "o1",
			name: "Kim",
			picture: null
		}
	}, {
		name: "an error instead of a profile",
		claims: {
			data: {},
			error: { code: "access_token_invalid" }
		},
		expected: "refused"
	}]
});
export { fixture };
