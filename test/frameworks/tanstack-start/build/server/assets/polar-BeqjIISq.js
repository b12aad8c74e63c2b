import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/polar.js
var fixture = defineFixture({
	kind: "polar",
	sources: ["https://github.com/polarsource/polar/blob/main/docs/integrate/oauth2/connect.mdx", "https://polar.sh/docs/integrate/oauth2/introduction"],
	lastVerified: "2026-11-27",
	issuesRefreshToken: () => true,
	claims: (person) => ({
		name: person.name,
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
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
