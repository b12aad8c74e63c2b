import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/pipedrive.js
var fixture = defineFixture({
	kind: "pipedrive",
	sources: [
		"https://pipedrive.readme.io/docs/marketplace-getting-user-data",
		"https://pipedrive.readme.io/docs/marketplace-oauth-authorization",
		"https://developers.pipedrive.com/docs/api/v1/Oauth"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `1234:${42e5 + person.number}`,
	api: { "/v1/users/me": (person, subject) => jsonAnswer({
		success: true,
		data: {
			id: Number(subject.split(":")[1]),
			company_id: 1234,
			email: person.email,
			name: person.name,
			icon_url: person.picture
		}
	}) },
	sendsIssuer: false,
	pkce: "ignored",
	expected: () => ({ emailVerified: false }),
	cases: [
		{
			name: "a person without a company",
			claims: { data: {
				id: 777,
				name: "James"
			} },
			expected: "refused"
		},
		{
			name: "the same number in another company",
			claims: {
				success: true,
				data: {
					id: 777,
					company_id: 99,
					name: "James Bond"
				}
			},
			expected: {
				subject: "99:777",
				name: "James Bond"
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
