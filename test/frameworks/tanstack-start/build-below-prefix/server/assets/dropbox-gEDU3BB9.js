import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/dropbox.js
var fixture = defineFixture({
	kind: "dropbox",
	sources: [
		"https://www.dropbox.com/lp/developers/reference/oauth-guide",
		"https://dropbox.tech/developers/using-oauth-2-0-with-offline-access",
		"https://developers.dropbox.com/oauth-guide",
		"https://www.dropbox.com/developers/documentation/http/documentation#users-get_current_account"
	],
	lastVerified: "2026-11-27",
	api: { "POST /2/users/get_current_account": (person, subject) => jsonAnswer({
		account_id: subject,
		email: person.email,
		email_verified: person.emailVerified,
		name: { display_name: person.name },
		profile_photo_url: person.picture
	}) },
	sendsIssuer: false,
	cases: [{
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
