import { t as feishuAnswers } from "./feishu-answers-DPa4xFka.js";
import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/lark.js
var fixture = defineFixture({
	kind: "lark",
	sources: ["https://open.larksuite.com/document/uAjLw4CM/ukTMukTMukTM/authentication-management/access-token/get-user-access-token"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => `on_${String(person.number).padStart(32, "0")}`,
	...feishuAnswers,
	expected: () => ({ emailVerified: false }),
	cases: [{
		name: "an error instead of a profile",
		claims: {
			code: 20005,
			msg: "invalid access token"
		},
		expected: "refused"
	}, {
		name: "a person with an address of the organization",
		claims: {
			code: 0,
			data: {
				union_id: "o",
				email: "me@example.com",
				enterprise_email: "me@corp.example"
			}
		},
		expected: {
			subject: "o",
			email: "me@corp.example"
		}
	}]
});
export { fixture };
