import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/mastodon.js
var fixture = defineFixture({
	kind: "mastodon",
	sources: ["https://docs.joinmastodon.org/methods/oauth/", "https://docs.joinmastodon.org/spec/oauth/"],
	lastVerified: "2026-11-27",
	api: { "/api/v1/accounts/verify_credentials": (person, subject) => jsonAnswer({
		id: subject,
		display_name: person.name,
		avatar: person.picture
	}) },
	sendsIssuer: false,
	issuesRefreshToken: () => false,
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person without a display name",
		claims: {
			id: "14715",
			username: "trwnh",
			display_name: "",
			avatar: "https://files.example.com/a.png"
		},
		expected: {
			subject: "14715",
			name: "trwnh"
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
