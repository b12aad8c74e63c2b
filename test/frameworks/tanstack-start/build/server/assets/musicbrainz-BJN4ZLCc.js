import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/musicbrainz.js
var fixture = defineFixture({
	kind: "musicbrainz",
	sources: ["https://musicbrainz.org/doc/Development/OAuth2", "https://github.com/metabrainz/musicbrainz-server/blob/master/lib/MusicBrainz/Server/Controller/OAuth2.pm"],
	lastVerified: "2026-11-27",
	subjectOf: (person) => String(42e5 + person.number),
	api: { "/oauth2/userinfo": (person, subject) => jsonAnswer({
		metabrainz_user_id: Number(subject),
		email: person.email,
		email_verified: person.emailVerified,
		sub: person.name
	}) },
	sendsIssuer: false,
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({
		error: "invalid_request",
		error_description: "A User-Agent is needed."
	}, 429) : null,
	expected: () => ({ picture: null }),
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
