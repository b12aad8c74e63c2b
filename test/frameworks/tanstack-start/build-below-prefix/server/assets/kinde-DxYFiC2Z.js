import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/kinde.js
var fixture = defineFixture({
	kind: "kinde",
	sources: ["https://docs.kinde.com/developer-tools/about/using-kinde-without-an-sdk", "https://docs.kinde.com/build/tokens/oath-scopes"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
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
