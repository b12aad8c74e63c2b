import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/bungie.js
var fixture = defineFixture({
	kind: "bungie",
	sources: ["https://github.com/Bungie-net/api/wiki/OAuth-Documentation"],
	lastVerified: "2026-11-27",
	api: { "/Platform/User/GetCurrentBungieNetUser/": (person, subject) => jsonAnswer({ Response: {
		membershipId: subject,
		uniqueName: person.name
	} }) },
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("X-API-Key") ? jsonAnswer({
		error: "invalid_request",
		error_description: "The header X-API-Key is missing."
	}, 400) : null,
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an error with status 200",
		claims: {
			ErrorCode: 99,
			ErrorStatus: "WebAuthRequired",
			Message: "Please sign-in to continue."
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
