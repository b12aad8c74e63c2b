import { n as tokenAnswerOf, t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/naver.js
var fixture = defineFixture({
	kind: "naver",
	sources: ["https://developers.naver.com/docs/login/api/api.md", "https://developers.naver.com/docs/login/devguide/devguide.md"],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => `naver-${String(person.number).padStart(38, "x")}`,
	pkce: "ignored",
	tokenAnswer: (grant) => jsonAnswer({
		...tokenAnswerOf(grant),
		expires_in: String(grant.lifetimeSeconds)
	}),
	tokenError: (error, error_description) => jsonAnswer({
		error: error === "invalid_grant" ? "invalid_request" : error,
		error_description
	}),
	api: { "/v1/nid/me": (person, subject) => jsonAnswer({
		resultcode: "00",
		message: "success",
		response: {
			id: subject,
			name: person.name,
			...person.email !== null && { email: person.email },
			...person.picture !== null && { profile_image: person.picture }
		}
	}) },
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			resultcode: "024",
			message: "Authentication failed"
		},
		expected: "refused"
	}, {
		name: "a person who gave a nickname only",
		claims: {
			resultcode: "00",
			response: {
				id: "n1",
				nickname: "nick"
			}
		},
		expected: {
			name: "nick",
			email: null
		}
	}]
});
export { fixture };
