import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/zoom.js
var fixture = defineFixture({
	kind: "zoom",
	sources: ["https://developers.zoom.us/docs/api/using-zoom-apis/", "https://developers.zoom.us/docs/integrations/oauth/"],
	lastVerified: "2026-11-27",
	api: { "/v2/users/me": (person, subject) => jsonAnswer({
		id: subject,
		email: person.email,
		display_name: person.name,
		pic_url: person.picture,
		verified: Number(person.emailVerified)
	}) },
	sendsIssuer: false,
	tokenError: (error, reason) => jsonAnswer({
		reason,
		error
	}, error === "invalid_client" ? 401 : 400),
	cases: [
		{
			name: "a person without a display name, whose address is not confirmed",
			claims: {
				id: "z8yA",
				email: "a@example.com",
				first_name: "Ada",
				last_name: "Lovelace",
				verified: 0
			},
			expected: {
				name: "Ada Lovelace",
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "a verification that is no number",
			claims: {
				id: "z8yA",
				email: "a@example.com",
				verified: "1"
			},
			expected: {
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an answer without an id",
			claims: { message: "Not found" },
			expected: "refused"
		}
	]
});
export { fixture };
