import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/vk.js
var fixture = defineFixture({
	kind: "vk",
	sources: ["https://id.vk.com/about/business/go/docs/ru/vkid/latest/vk-id/connection/api-integration/api-description", "https://id.vk.com/about/business/go/docs/en/vkid/latest/vk-id/connection/api-description"],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => String(1234e3 + person.number),
	callback: () => ({ device_id: "device-1" }),
	demands: (endpoint, { form }) => endpoint === "token" && form.get("grant_type") === "authorization_code" && form.get("device_id") !== "device-1" ? jsonAnswer({
		error: "invalid_request",
		error_description: "device_id is missing"
	}, 400) : null,
	accessTokenIn: ({ form }) => form.get("access_token"),
	api: { "POST /oauth2/user_info": (person, subject) => jsonAnswer({ user: {
		user_id: subject,
		first_name: person.givenName,
		last_name: person.familyName,
		avatar: person.picture,
		email: person.email
	} }) },
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an id that is a number",
		claims: { user: { user_id: 7 } },
		expected: { subject: "7" }
	}, {
		name: "an error instead of a profile",
		claims: { error: "invalid_token" },
		expected: "refused"
	}]
});
export { fixture };
