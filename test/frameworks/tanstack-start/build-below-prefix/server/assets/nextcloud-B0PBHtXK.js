import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/nextcloud.js
var fixture = defineFixture({
	kind: "nextcloud",
	sources: ["https://docs.nextcloud.com/server/21/admin_manual/configuration_server/oauth2.html", "https://docs.nextcloud.com/server/latest/admin_manual/configuration_server/oauth2.html"],
	lastVerified: "2026-11-27",
	api: { "/ocs/v2.php/cloud/user": (person, subject) => jsonAnswer({ ocs: { data: {
		id: subject,
		email: person.email,
		displayname: person.name
	} } }) },
	sendsIssuer: false,
	pkce: "ignored",
	demands: (endpoint, { headers }) => endpoint === "api" && !headers.has("OCS-APIRequest") ? jsonAnswer({
		error: "invalid_request",
		error_description: "The header OCS-APIRequest is missing."
	}, 400) : null,
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an error inside of an answer with status 200",
		claims: { ocs: {
			meta: {
				status: "failure",
				statuscode: 997,
				message: "Current user is not logged in"
			},
			data: []
		} },
		expected: "refused"
	}, {
		name: "an answer without an id",
		claims: { message: "Not found" },
		expected: "refused"
	}]
});
export { fixture };
