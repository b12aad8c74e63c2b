import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/square.js
var fixture = defineFixture({
	kind: "square",
	sources: [
		"https://developer.squareup.com/docs/oauth-api/overview",
		"https://developer.squareup.com/reference/square/o-auth/obtain-token",
		"https://github.com/square/square-python-sdk/blob/master/doc/api/o-auth.md"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `MERCHANT${String(person.number).padStart(5, "0")}`,
	pkce: "ignored",
	revocation: {
		method: "POST",
		path: "/oauth2/revoke",
		tokenIn: ({ headers, json }) => headers.get("authorization")?.startsWith("Client ") && typeof json === "object" && json !== null ? String(json.access_token) : null
	},
	readTokenRequest: ({ json }) => typeof json === "object" && json !== null ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)])) : jsonAnswer({ errors: [{
		code: "BAD_REQUEST",
		detail: "No JSON."
	}] }, 400),
	tokenAnswer: (grant) => {
		const { expires_in: _, ...answer } = tokenAnswerOf(grant);
		return jsonAnswer({
			...answer,
			token_type: "bearer",
			expires_at: "2027-01-01T00:00:00Z",
			merchant_id: grant.subject
		});
	},
	tokenError: (error, detail) => jsonAnswer({ errors: [{
		category: "AUTHENTICATION_ERROR",
		code: error === "invalid_client" ? "UNAUTHORIZED" : "BAD_REQUEST",
		detail
	}] }, 401),
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("square-version") ? jsonAnswer({ errors: [{
		code: "BAD_REQUEST",
		detail: "Square-Version is missing."
	}] }, 400) : null,
	api: { "/v2/merchants/me": (person, subject) => jsonAnswer({ merchant: {
		id: subject,
		business_name: person.name
	} }) },
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "errors instead of a business",
		claims: { errors: [{
			category: "AUTHENTICATION_ERROR",
			code: "UNAUTHORIZED"
		}] },
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { country: "US" },
		expected: "refused"
	}]
});
export { fixture };
