import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/soundcloud.js
var fixture = defineFixture({
	kind: "soundcloud",
	sources: [
		"https://developers.soundcloud.com/blog/security-updates-api",
		"https://github.com/soundcloud/api/blob/master/Agents.md",
		"https://developers.soundcloud.com/docs/api/guide"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => `soundcloud:users:${1e3 + person.number}`,
	api: { "/me": (person, subject) => jsonAnswer({
		urn: subject,
		full_name: person.name,
		avatar_url: person.picture
	}) },
	sendsIssuer: false,
	revocation: {
		method: "POST",
		path: "/sign-out",
		tokenIn: ({ json }) => typeof json === "object" && json !== null && "access_token" in json ? String(json.access_token) : null
	},
	accessTokenIn: ({ headers }) => /^OAuth (\S+)$/.exec(headers.get("authorization") ?? "")?.[1] ?? null,
	expected: () => ({
		email: null,
		emailVerified: false
	}),
	cases: [{
		name: "a person who has not said a full name",
		claims: {
			urn: "soundcloud:users:1",
			username: "ada",
			full_name: "",
			avatar_url: null
		},
		expected: {
			subject: "soundcloud:users:1",
			name: "ada",
			picture: null
		}
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
