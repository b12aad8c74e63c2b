import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/x.js
var fixture = defineFixture({
	kind: "x",
	sources: [
		"https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code",
		"https://docs.x.com/fundamentals/authentication/oauth-2-0/user-access-token",
		"https://docs.x.com/x-api/users/user-lookup-me"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(1460000000000000000n + BigInt(person.number)),
	api: { "/2/users/me": (person, subject) => jsonAnswer({ data: {
		id: subject,
		...person.email !== null && { confirmed_email: person.email },
		name: person.name,
		profile_image_url: person.picture
	} }) },
	sendsIssuer: false,
	issuesRefreshToken: (authorization) => (authorization.get("scope") ?? "").split(" ").includes("offline.access"),
	expected: (person) => ({ emailVerified: person.email !== null }),
	cases: [
		{
			name: "a person without a confirmed address",
			claims: { data: {
				id: "2244994945",
				name: "TwitterDev",
				username: "TwitterDev"
			} },
			expected: {
				subject: "2244994945",
				email: null,
				emailVerified: false
			}
		},
		{
			name: "an error with status 200",
			claims: { errors: [{
				title: "Forbidden",
				detail: "User suspended."
			}] },
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
