import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/clerk.js
var fixture = defineFixture({
	kind: "clerk",
	sources: ["https://clerk.com/docs/guides/configure/auth-strategies/oauth/how-clerk-implements-oauth.md", "https://clerk.com/docs/advanced-usage/clerk-idp"],
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
		name: "an address that is not confirmed",
		claims: {
			sub: "user_1",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			subject: "user_1",
			email: "a@example.com",
			emailVerified: false
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
