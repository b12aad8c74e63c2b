import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/battlenet.js
var fixture = defineFixture({
	kind: "battlenet",
	sources: ["https://develop.battle.net/documentation/guides/using-oauth"],
	lastVerified: "2026-11-27",
	unverified: true,
	claims: (person) => ({ battle_tag: person.name }),
	claimScopes: { battle_tag: [] },
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false,
		picture: null
	}),
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
