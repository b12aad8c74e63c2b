import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/cognito.js
var fixture = defineFixture({
	kind: "cognito",
	sources: [
		"https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html",
		"https://docs.aws.amazon.com/cognito/latest/developerguide/userinfo-endpoint.html",
		"https://docs.aws.amazon.com/cognito/latest/developerguide/federation-endpoints.html",
		"https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html"
	],
	lastVerified: "2026-11-27",
	claims: (person) => ({
		name: person.name,
		...person.picture !== null && { picture: person.picture },
		...person.email !== null && {
			email: person.email,
			email_verified: String(person.emailVerified)
		}
	}),
	cases: [{
		name: "an address that is not verified, as text",
		claims: {
			sub: "a",
			email: "a@example.com",
			email_verified: "false"
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
