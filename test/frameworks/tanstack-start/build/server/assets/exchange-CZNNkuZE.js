// node_modules/latchkey/dist/outbound/exchange.js
/** The exchange did not come to an answer. */
var OutboundError = class extends Error {
	name = "OutboundError";
	kind;
	/** Without query and fragment, which may hold secrets. */
	url;
	constructor(kind, url, cause) {
		const place = `${url.origin}${url.pathname}`;
		super(`${sentences[kind]}: ${place}`, { cause });
		this.kind = kind;
		this.url = place;
	}
};
var sentences = {
	timeout: "No complete answer in time",
	"too-large": "The answer is too large",
	network: "The server could not be reached or broke the connection"
};
var transferHeaders = /* @__PURE__ */ new Set([
	"connection",
	"content-encoding",
	"content-length",
	"keep-alive",
	"transfer-encoding"
]);
/** Whether a header describes the body as it was transferred, not as it is handed on. */
function isTransferHeader(name) {
	return transferHeaders.has(name.toLowerCase());
}
export { isTransferHeader as n, OutboundError as t };
