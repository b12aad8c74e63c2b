import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/monday.js
var fixture = defineFixture({
	kind: "monday",
	sources: ["https://developer.monday.com/apps/docs/oauth-2-1", "https://developer.monday.com/apps/docs/oauth"],
	lastVerified: "2026-11-27",
	api: { "POST /v2": (person, subject) => jsonAnswer({ data: { me: {
		id: subject,
		email: person.email,
		name: person.name,
		photo_small: person.picture
	} } }) },
	sendsIssuer: false,
	readTokenRequest: ({ json }) => typeof json === "object" && json !== null ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)])) : jsonAnswer({
		error: "invalid_request",
		error_description: "No JSON."
	}, 400),
	accessTokenIn: ({ headers }) => /^(\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error of GraphQL with status 200",
		claims: {
			data: null,
			errors: [{ message: "Unauthorized field or type" }]
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
