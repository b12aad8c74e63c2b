import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/riot-games.js
var fixture = defineFixture({
	kind: "riot-games",
	sources: ["https://docs.google.com/document/d/e/2PACX-1vTSthxkWOIqPFe8Xqqjv4Ona5pRa5W3X6bLg4I47X15gJjG9ae-HU5a0by7VIVLWdPMgB9fTr5gvQcY/pub", "https://support-developer.riotgames.com/hc/en-us/articles/22801670382739-RSO-Riot-Sign-On"],
	lastVerified: "2026-11-27",
	claims: () => ({}),
	api: { "/riot/account/v1/accounts/me": (person, subject) => jsonAnswer({
		puuid: subject,
		gameName: person.name,
		tagLine: "EUW"
	}) },
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an account without a Riot ID",
		claims: { sub: "puuid-1" },
		expected: {
			subject: "puuid-1",
			name: null,
			email: null
		}
	}, {
		name: "an answer without a subject",
		claims: {
			email: "a@example.com",
			email_verified: true
		},
		expected: "refused"
	}]
});
export { fixture };
