import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/planning-center.js
var fixture = defineFixture({
	kind: "planning-center",
	sources: [
		"https://api.planningcenteronline.com/docs/overview/authentication",
		"https://planningcenter.com/changelog/integrations-api/new-openid-connect-for-privacy-conscious-authentication",
		"https://developer.planning.center/docs/#/overview/authentication"
	],
	lastVerified: "2026-11-27",
	api: { "/oauth/userinfo": (person, subject) => jsonAnswer({
		sub: subject,
		name: person.name,
		email: person.email
	}) },
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
