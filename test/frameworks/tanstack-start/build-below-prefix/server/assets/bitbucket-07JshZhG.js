import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/bitbucket.js
var fixture = defineFixture({
	kind: "bitbucket",
	sources: [
		"https://developer.atlassian.com/cloud/bitbucket/rest/",
		"https://confluence.atlassian.com/x/pwIwDg",
		"https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/",
		"https://developer.atlassian.com/cloud/bitbucket/rest/api-group-users/"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `{${String(person.number).padStart(8, "0")}-aaaa-4bbb-8ccc-000000000000}`,
	pkce: "ignored",
	tokenAnswer: (grant) => {
		const { scope, ...answer } = tokenAnswerOf(grant);
		return jsonAnswer({
			...answer,
			scopes: scope
		});
	},
	api: {
		"/2.0/user": (person, subject) => jsonAnswer({
			uuid: subject,
			display_name: person.name,
			links: { avatar: { href: person.picture } }
		}),
		"/2.0/user/emails": (person) => jsonAnswer({ values: person.email === null ? [] : [{
			email: person.email,
			is_primary: true,
			is_confirmed: person.emailVerified,
			type: "email"
		}] })
	},
	cases: [{
		name: "an answer without an id",
		claims: { type: "error" },
		expected: "refused"
	}]
});
export { fixture };
