import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/globus.js
var fixture = defineFixture({
	kind: "globus",
	sources: ["https://docs.globus.org/api/auth/reference", "https://docs.globus.org/api/helper-pages/auth"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.email !== null && { email: person.email }
	}),
	readLogout: (query) => new URLSearchParams({
		client_id: query.get("client_id") ?? "",
		post_logout_redirect_uri: query.get("redirect_uri") ?? ""
	}),
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
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
