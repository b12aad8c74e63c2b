import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/strava.js
var fixture = defineFixture({
	kind: "strava",
	sources: ["https://developers.strava.com/docs/authentication"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/api/v3/athlete": (person, subject) => jsonAnswer({
		id: Number(subject),
		firstname: person.givenName,
		lastname: person.familyName,
		profile: person.picture
	}) },
	sendsIssuer: false,
	tokenError: (error) => {
		return jsonAnswer({
			message: "Bad Request",
			errors: [{
				resource: error === "invalid_client" ? "Application" : "RequestToken",
				field: "code",
				code: "invalid"
			}]
		}, 400);
	},
	revocation: {
		method: "POST",
		path: "/oauth/deauthorize",
		tokenIn: ({ form }) => form.get("access_token")
	},
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an athlete without a picture",
		claims: {
			id: 227615,
			firstname: "Ada",
			lastname: null,
			profile: "avatar/athlete/large.png"
		},
		expected: {
			subject: "227615",
			name: "Ada",
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
