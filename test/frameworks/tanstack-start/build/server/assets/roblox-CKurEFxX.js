import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/roblox.js
var fixture = defineFixture({
	kind: "roblox",
	sources: ["https://create.roblox.com/docs/cloud/auth/oauth2-reference", "https://create.roblox.com/docs/cloud/auth/oauth2-overview"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture }
	}),
	idTokenSigningAlg: "ES256",
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
