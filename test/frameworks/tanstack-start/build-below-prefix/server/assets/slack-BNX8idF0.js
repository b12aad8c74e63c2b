import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/slack.js
/** The workspace of everybody here. */
var team = "T0123ABCD";
var fixture = defineFixture({
	kind: "slack",
	sources: [
		"https://docs.slack.dev/reference/methods/openid.connect.token",
		"https://api.slack.com/types/user",
		"https://docs.slack.dev/tools/java-slack-sdk/guides/sign-in-with-slack",
		"https://docs.slack.dev/authentication/sign-in-with-slack/",
		"https://slack.com/.well-known/openid-configuration"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		"https://slack.com/team_id": team,
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	tokenAnswer: (grant) => jsonAnswer({
		ok: true,
		...tokenAnswerOf(grant)
	}),
	tokenError: (error) => jsonAnswer({
		ok: false,
		error: {
			invalid_grant: "invalid_code",
			invalid_client: "bad_client_secret"
		}[error] ?? error
	}),
	pkce: "ignored",
	claimScopes: { "https://slack.com/team_id": [] },
	sendsIssuer: false,
	expected: (_person, subject) => ({ subject: `${team}:${subject}` }),
	cases: [
		{
			name: "two people with one id, in two workspaces, as two people",
			claims: {
				sub: "U1",
				"https://slack.com/team_id": "T2"
			},
			expected: { subject: "T2:U1" }
		},
		{
			name: "a workspace without a person",
			claims: {
				sub: "",
				"https://slack.com/team_id": "T2"
			},
			expected: "refused"
		},
		{
			name: "an answer without a subject",
			claims: {
				email: "a@example.com",
				email_verified: true
			},
			expected: "refused"
		}
	]
});
export { fixture };
