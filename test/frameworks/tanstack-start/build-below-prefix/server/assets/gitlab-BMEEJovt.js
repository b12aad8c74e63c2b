import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/gitlab.js
var fixture = defineFixture({
	kind: "gitlab",
	sources: ["https://docs.gitlab.com/integration/openid_connect_provider", "https://gitlab.com/.well-known/openid-configuration"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		nickname: person.username,
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
			sub: "42",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			subject: "42",
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
