// node_modules/latchkey/dist/crypto/node-fast-paths.js
function findNode() {
	const { process, navigator } = globalThis;
	if (process?.release?.name !== "node" || process.getBuiltinModule === void 0) return null;
	if (process.versions.bun !== void 0 || process.versions.deno !== void 0) return null;
	return navigator?.userAgent === "Cloudflare-Workers" ? null : process;
}
var node = findNode();
/** Node's modules, or null on any other runtime. Each is loaded when it is first asked for. */
var nodeModules = node && {
	get crypto() {
		return node.getBuiltinModule("node:crypto");
	},
	get dns() {
		return node.getBuiltinModule("node:dns");
	},
	get http() {
		return node.getBuiltinModule("node:http");
	},
	get https() {
		return node.getBuiltinModule("node:https");
	},
	get net() {
		return node.getBuiltinModule("node:net");
	},
	get zlib() {
		return node.getBuiltinModule("node:zlib");
	}
};
/** This process's Node, such as `24.5.0`; null on any other runtime. */
var nodeVersion = node?.versions.node ?? null;
/** The variables of this process; empty on any other runtime. Asked each time, since `.env` files are read late. */
function processVariables() {
	return node?.env ?? {};
}
export { nodeVersion as n, processVariables as r, nodeModules as t };
