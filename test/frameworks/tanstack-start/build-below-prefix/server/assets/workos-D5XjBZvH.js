import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/workos.js
var fixture = defineFixture({
	kind: "workos",
	sources: [
		"https://workos.com/docs/reference/sso/profile",
		"https://workos.com/docs/reference/sso/profile/get-user-profile",
		"https://workos.com/docs/reference/sso"
	],
	lastVerified: "2026-11-27",
	api: { "/sso/profile": (person, subject) => jsonAnswer({
		id: subject,
		connection_id: "conn_1",
		organization_id: "org_1",
		email: person.email,
		first_name: person.givenName,
		last_name: person.familyName
	}) },
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		profile: { id: grant.subject }
	}),
	sendsIssuer: false,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
