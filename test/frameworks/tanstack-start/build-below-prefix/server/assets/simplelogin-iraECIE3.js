import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/simplelogin.js
var fixture = defineFixture({
	kind: "simplelogin",
	sources: ["https://simplelogin.io/docs/siwsl/intro", "https://docs.simplelogin.io/overview"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { avatar_url: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	claimScopes: { avatar_url: [] },
	pkce: "ignored",
	expected: () => ({ picture: null }),
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
