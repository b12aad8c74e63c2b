// node_modules/latchkey/dist/providers/fixtures/json-answer.js
/** A JSON answer. */
function jsonAnswer(body, status = 200, contentType = "application/json") {
	return {
		status,
		contentType,
		body: JSON.stringify(body)
	};
}
export { jsonAnswer as t };
