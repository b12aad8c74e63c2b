import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/discord.js
var fixture = defineFixture({
	kind: "discord",
	sources: [
		"https://discord.com/.well-known/oauth-authorization-server",
		"https://github.com/discord/discord-api-docs/blob/main/docs/topics/OAuth2.mdx",
		"https://discord.com/developers/docs/topics/oauth2"
	],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(80351110224678912n + BigInt(person.number)),
	api: { "/api/users/@me": (person, subject) => jsonAnswer({
		id: subject,
		username: person.username,
		email: person.email,
		verified: person.emailVerified,
		global_name: person.name,
		avatar: null
	}) },
	expected: () => ({ picture: null }),
	cases: [
		{
			name: "a person with a picture and without a display name",
			claims: {
				id: "80351110224678912",
				username: "nelly",
				global_name: null,
				avatar: "8342729096ea3675442027381ff50dfe"
			},
			expected: {
				name: "nelly",
				picture: "https://cdn.discordapp.com/avatars/80351110224678912/8342729096ea3675442027381ff50dfe.png"
			}
		},
		{
			name: "an account without an address",
			claims: {
				id: "80351110224678912",
				username: "nelly",
				email: null,
				verified: true
			},
			expected: {
				email: null,
				emailVerified: false
			}
		},
		{
			name: "an address that is not confirmed",
			claims: {
				id: "80351110224678912",
				username: "nelly",
				email: "a@example.com",
				verified: false
			},
			expected: {
				email: "a@example.com",
				emailVerified: false
			}
		},
		{
			name: "an answer without an id",
			claims: { message: "Not found" },
			expected: "refused"
		}
	]
});
export { fixture };
