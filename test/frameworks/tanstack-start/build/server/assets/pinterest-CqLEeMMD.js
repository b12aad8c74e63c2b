import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/pinterest.js
var fixture = defineFixture({
	kind: "pinterest",
	sources: ["https://github.com/pinterest/api-description/blob/main/v5/openapi.yaml", "https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(2783136121146311000n + BigInt(person.number)),
	api: { "/v5/user_account": (person, subject) => jsonAnswer({
		id: subject,
		business_name: person.name,
		profile_image: person.picture
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [
		{
			name: "a person without a business",
			claims: {
				account_type: "PINNER",
				id: "2783136121146311751",
				username: "ada",
				business_name: null
			},
			expected: {
				subject: "2783136121146311751",
				name: "ada",
				picture: null
			}
		},
		{
			name: "an answer with a username and no id",
			claims: {
				account_type: "PINNER",
				username: "ada"
			},
			expected: "refused"
		},
		{
			name: "an answer without an id",
			claims: { message: "Not found" },
			expected: "refused"
		}
	]
});
export { fixture };
