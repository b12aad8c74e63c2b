// node_modules/latchkey/dist/web/read-bytes.js
/** The whole body, or null when there is more than `maxBytes` of it. */
async function readBytes(message, maxBytes) {
	if (message.body === null) return /* @__PURE__ */ new Uint8Array();
	const reader = message.body.getReader();
	const chunks = [];
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return concatenate(chunks, length);
		length += value.length;
		if (length > maxBytes) {
			reader.cancel().catch(() => {});
			return null;
		}
		chunks.push(value);
	}
}
function concatenate(chunks, length) {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}
export { readBytes as t };
