import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/anilist.js
var fixture = defineFixture({
	kind: "anilist",
	sources: ["https://docs.anilist.co/guide/auth/authorization-code", "https://anilist.gitbook.io/anilist-apiv2-docs/docs/guide/auth/index"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "POST /": (person, subject) => jsonAnswer({ data: { Viewer: {
		id: Number(subject),
		name: person.name,
		avatar: { large: person.picture }
	} } }) },
	sendsIssuer: false,
	issuesRefreshToken: () => false,
	pkce: "ignored",
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "an error of GraphQL",
		claims: {
			data: { Viewer: null },
			errors: [{
				message: "Invalid token",
				status: 400
			}]
		},
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
