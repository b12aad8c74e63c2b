import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/fusionauth.js
var fixture = defineFixture({
	kind: "fusionauth",
	sources: ["https://fusionauth.io/docs/v1/tech/oauth/endpoints", "https://fusionauth.io/docs/lifecycle/authenticate-users/oauth/endpoints"],
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
		name: "an address that is not confirmed, and a name in parts",
		claims: {
			sub: "a",
			given_name: "Ada",
			family_name: "Lovelace",
			email: "a@example.com",
			email_verified: false
		},
		expected: {
			name: "Ada Lovelace",
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
