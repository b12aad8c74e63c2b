import { n as tokenAnswerOf } from "./define-fixture-CBhhjdAS.js";
import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/definition/feishu-answers.js
var feishuAnswers = {
	readTokenRequest: ({ json }) => typeof json === "object" && json !== null ? new URLSearchParams(Object.entries(json).map(([name, value]) => [name, String(value)])) : jsonAnswer({
		code: 20063,
		error: "invalid_request",
		error_description: "The body is not JSON."
	}, 400),
	tokenAnswer: (grant) => jsonAnswer({
		code: 0,
		...tokenAnswerOf(grant)
	}),
	tokenError: (error, error_description) => jsonAnswer({
		code: error === "invalid_client" ? 20002 : 20003,
		error,
		error_description
	}, 400),
	api: { "/open-apis/authen/v1/user_info": (person, subject) => jsonAnswer({
		code: 0,
		msg: "success",
		data: {
			open_id: `ou_${subject}`,
			union_id: subject,
			name: person.name,
			...person.picture !== null && { avatar_url: person.picture },
			...person.email !== null && { email: person.email }
		}
	}) }
};
export { feishuAnswers as t };
