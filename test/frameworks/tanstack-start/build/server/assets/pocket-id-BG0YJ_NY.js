import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/pocket-id.js
var fixture = defineFixture({
	kind: "pocket-id",
	sources: ["https://github.com/pocket-id/pocket-id/blob/main/backend/internal/service/oidc_service.go", "https://pocket-id.org/docs"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: person.emailVerified
		}
	}),
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an address that the answer calls verified",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: true
		},
		expected: {
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
