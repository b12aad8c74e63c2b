import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/figma.js
var fixture = defineFixture({
	kind: "figma",
	sources: ["https://www.figma.com/.well-known/openid-configuration", "https://developers.figma.com/docs/rest-api/authentication/"],
	lastVerified: "2026-11-27",
	unverified: true,
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
