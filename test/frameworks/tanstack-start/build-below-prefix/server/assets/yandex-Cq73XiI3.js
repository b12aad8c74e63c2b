import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/yandex.js
var fixture = defineFixture({
	kind: "yandex",
	sources: ["https://yandex.com/dev/id/doc/en/user-information", "https://yandex.com/dev/id/doc/en/tokens/token-invalidate"],
	lastVerified: "2026-11-27",
	api: { "/info": (person, subject) => jsonAnswer({
		id: subject,
		default_email: person.email,
		real_name: person.name,
		default_avatar_id: "",
		is_avatar_empty: true
	}) },
	sendsIssuer: false,
	accessTokenIn: ({ headers }) => /^OAuth (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "a person with a picture",
		claims: {
			id: "1000034426",
			display_name: "ada",
			default_avatar_id: "131652443",
			is_avatar_empty: false
		},
		expected: {
			name: "ada",
			email: null,
			picture: "https://avatars.yandex.net/get-yapic/131652443/islands-200"
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
