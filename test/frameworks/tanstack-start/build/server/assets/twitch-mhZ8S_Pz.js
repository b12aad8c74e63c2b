import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/twitch.js
var fixture = defineFixture({
	kind: "twitch",
	sources: ["https://dev.twitch.tv/docs/authentication/getting-tokens-oidc"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		preferred_username: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	idTokenClaims: (person) => ({
		preferred_username: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	claimScopes: {
		preferred_username: [],
		picture: [],
		email: ["user:read:email"],
		email_verified: ["user:read:email"]
	},
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		scope: grant.scopes
	}),
	tokenError: (error, message) => jsonAnswer({
		status: 400,
		message: error === "invalid_client" ? "invalid client" : message
	}, 400),
	pkce: "ignored",
	sendsIssuer: false,
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
