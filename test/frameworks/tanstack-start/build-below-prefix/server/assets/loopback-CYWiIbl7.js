// node_modules/latchkey/dist/web/loopback.js
/** Whether `hostname`, as `URL.hostname` gives it, is loopback: `localhost`, `*.localhost`, `127.0.0.0/8`, `[::1]`. */
function isLoopbackHostname(hostname) {
	return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}
export { isLoopbackHostname as t };
