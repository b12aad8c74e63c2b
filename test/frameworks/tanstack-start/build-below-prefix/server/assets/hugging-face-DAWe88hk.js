import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/hugging-face.js
var fixture = defineFixture({
	kind: "hugging-face",
	sources: ["https://huggingface.co/docs/hub/oauth"],
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
		name: "a person without a full name",
		claims: {
			sub: "a",
			preferred_username: "kim",
			email: "a@example.com",
			email_verified: false
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
