import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/snapchat.js
var fixture = defineFixture({
	kind: "snapchat",
	sources: ["https://developers.snap.com/snap-kit/login-kit/overview", "https://developers.snap.com/snap-kit/login-kit/Tutorials/web"],
	lastVerified: "2026-11-27",
	api: { "/v1/me": (person, subject) => jsonAnswer({ data: { me: {
		externalId: subject,
		displayName: person.name,
		bitmoji: { avatar: person.picture }
	} } }) },
	sendsIssuer: false,
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
