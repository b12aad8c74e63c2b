import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/coinbase.js
var fixture = defineFixture({
	kind: "coinbase",
	sources: [
		"https://docs.cdp.coinbase.com/coinbase-app/oauth2-integration/reference",
		"https://docs.cdp.coinbase.com/coinbase-app/oauth2-integration/quickstart",
		"https://docs.cdp.coinbase.com/coinbase-app/oauth2-integration/overview"
	],
	lastVerified: "2026-11-27",
	api: { "/v2/user": (person, subject) => jsonAnswer({ data: {
		id: subject,
		email: person.email,
		name: person.name,
		avatar_url: person.picture
	} }) },
	sendsIssuer: false,
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("CB-VERSION") ? jsonAnswer({
		error: "invalid_request",
		error_description: "The header CB-VERSION is missing."
	}, 400) : null,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
