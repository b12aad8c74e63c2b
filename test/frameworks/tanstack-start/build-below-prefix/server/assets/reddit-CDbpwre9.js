import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/reddit.js
var fixture = defineFixture({
	kind: "reddit",
	sources: ["https://github.com/reddit-archive/reddit/wiki/OAuth2"],
	lastVerified: "2026-11-27",
	api: { "/api/v1/me": (person, subject) => jsonAnswer({
		id: subject,
		name: person.name
	}) },
	tokenError: (error) => jsonAnswer({ error }, error === "invalid_client" ? 401 : 200),
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({
		error: "invalid_request",
		error_description: "A User-Agent is needed."
	}, 429) : null,
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
