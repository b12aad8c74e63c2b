import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/autodesk.js
var fixture = defineFixture({
	kind: "autodesk",
	sources: [
		"https://aps.autodesk.com/en/docs/profile/v2/tutorials/tutorial_01/task2/",
		"https://aps.autodesk.com/en/docs/profile/v2/codesamples/codesnippets/restsnippets/userinfosnippets/",
		"https://aps.autodesk.com/en/docs/oauth/v2/reference/http/authorize-GET/"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	claimScopes: {
		name: [],
		picture: [],
		email: [],
		email_verified: []
	},
	cases: [{
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
