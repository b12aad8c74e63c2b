import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/zitadel.js
var fixture = defineFixture({
	kind: "zitadel",
	sources: ["https://zitadel.com/docs/apis/openidoauth/scopes", "https://zitadel.com/docs/apis/openidoauth/endpoints"],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		"urn:zitadel:iam:user:resourceowner:id": "178204173316174381",
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
