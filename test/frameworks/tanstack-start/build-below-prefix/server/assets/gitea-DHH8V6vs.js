import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/gitea.js
var fixture = defineFixture({
	kind: "gitea",
	sources: ["https://docs.gitea.com/development/oauth2-provider", "https://github.com/go-gitea/gitea/blob/main/services/oauth2_provider/access_token.go"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	issuesRefreshToken: () => true,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			sub: "7",
			preferred_username: "kim",
			email: "a@example.com",
			email_verified: true
		},
		expected: {
			name: "kim",
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
