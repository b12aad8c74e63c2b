import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/telegram.js
var fixture = defineFixture({
	kind: "telegram",
	sources: ["https://core.telegram.org/bots/telegram-login"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture }
	}),
	expected: () => ({
		email: null,
		emailVerified: false
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
