import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/spotify.js
var fixture = defineFixture({
	kind: "spotify",
	sources: [
		"https://developer.spotify.com/documentation/web-api/concepts/redirect_uri",
		"https://developer.spotify.com/documentation/web-api/tutorials/code-flow",
		"https://developer.spotify.com/documentation/web-api/reference/get-current-users-profile"
	],
	lastVerified: "2026-11-27",
	api: { "/v1/me": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		display_name: person.name,
		images: person.picture === null ? [] : [{ url: person.picture }]
	}) },
	sendsIssuer: false,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an application that gets no address, and a person without a picture",
		claims: {
			id: "smedjan",
			display_name: null,
			images: []
		},
		expected: {
			subject: "smedjan",
			email: null,
			name: null,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
