import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/fixtures/gitee.js
var fixture = defineFixture({
	kind: "gitee",
	sources: ["https://gitee.com/api/v5/oauth_doc"],
	lastVerified: "2026-11-27",
	unverified: true,
	sendsIssuer: false,
	subjectOf: (person) => String(8e6 + person.number),
	pkce: "ignored",
	api: {
		"/api/v5/user": (person, subject) => jsonAnswer({
			id: Number(subject),
			login: person.username,
			name: person.name,
			avatar_url: person.picture
		}),
		"/api/v5/emails": (person) => ({
			status: 200,
			contentType: "application/json",
			body: JSON.stringify(person.email === null ? [] : [{
				email: person.email,
				state: person.emailVerified ? "confirmed" : "unconfirmed",
				scope: ["primary"]
			}])
		})
	},
	demands: (endpoint, { headers }) => endpoint !== "authorization" && !headers.get("user-agent") ? jsonAnswer({ message: "User-Agent is needed" }, 403) : null,
	cases: [{
		name: "an answer without an id",
		claims: { message: "401 Unauthorized" },
		expected: "refused"
	}]
});
export { fixture };
