import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/kakao.js
var fixture = defineFixture({
	kind: "kakao",
	sources: ["https://developers.kakao.com/docs/ko/kakaologin/rest-api", "https://developers.kakao.com/docs/latest/en/kakaologin/rest-api"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		nickname: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	idTokenClaims: (person) => ({
		nickname: person.name,
		...person.picture !== null && { picture: person.picture }
	}),
	scopeSeparator: ",",
	claimScopes: {
		nickname: ["profile_nickname"],
		picture: ["profile_image"],
		email: ["account_email"]
	},
	api: { "/v2/user/me": (person, subject) => jsonAnswer({
		id: Number(subject),
		kakao_account: person.email === null ? { has_email: false } : {
			email: person.email,
			is_email_valid: true,
			is_email_verified: person.emailVerified
		}
	}) },
	subjectOf: (person) => String(31e8 + person.number),
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
