import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/intercom.js
var fixture = defineFixture({
	kind: "intercom",
	sources: ["https://developers.intercom.com/building-apps/docs/setting-up-oauth"],
	lastVerified: "2026-11-27",
	api: { "/me": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		email_verified: person.emailVerified,
		name: person.name,
		avatar: { image_url: person.picture }
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	cases: [{
		name: "a teammate without a picture, whose address is not confirmed",
		claims: {
			type: "admin",
			id: "991267391",
			name: "Ada",
			email: "a@example.com",
			email_verified: false,
			avatar: null
		},
		expected: {
			subject: "991267391",
			email: "a@example.com",
			emailVerified: false,
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
