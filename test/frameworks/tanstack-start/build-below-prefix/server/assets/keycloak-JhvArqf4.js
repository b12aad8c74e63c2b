import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/keycloak.js
var fixture = defineFixture({
	kind: "keycloak",
	sources: ["https://www.keycloak.org/securing-apps/oidc-layers"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		preferred_username: person.username,
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	cases: [
		{
			name: "a person without an address",
			claims: {
				sub: "f:1:ada",
				given_name: "Ada",
				family_name: "Lovelace",
				email_verified: true
			},
			expected: {
				name: "Ada Lovelace",
				email: null,
				emailVerified: false
			}
		},
		{
			name: "an address that is not confirmed",
			claims: {
				sub: "a",
				email: "a@example.com",
				email_verified: false
			},
			expected: {
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an answer without a subject",
			claims: {
				email: "a@example.com",
				email_verified: true
			},
			expected: "refused"
		}
	]
});
export { fixture };
