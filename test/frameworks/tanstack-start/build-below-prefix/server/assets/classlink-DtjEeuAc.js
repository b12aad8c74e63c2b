import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/classlink.js
var fixture = defineFixture({
	kind: "classlink",
	sources: ["https://developer.classlink.com/docs/oauth2-workflow"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => `2284-${9e3 + person.number}`,
	pkce: "ignored",
	api: { "/v2/my/info": (person) => jsonAnswer({
		UserId: 9e3 + person.number,
		TenantId: 2284,
		FirstName: person.givenName,
		LastName: person.familyName,
		Email: person.email
	}) },
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person without a tenant",
		claims: { UserId: 7 },
		expected: "refused"
	}]
});
export { fixture };
