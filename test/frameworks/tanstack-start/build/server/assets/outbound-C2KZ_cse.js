import { n as nodeVersion, r as processVariables, t as nodeModules } from "./node-fast-paths-DONW3RTX.js";
import { O as LatchkeyError } from "./tanstack-start-Dv8No7qj.js";
import { n as isTransferHeader, t as OutboundError } from "./exchange-CZNNkuZE.js";
import { t as readBytes } from "./read-bytes-DXnfTAg3.js";
import { t as planProxies } from "./proxy-environment-BCFPzPTj.js";
// node_modules/latchkey/dist/outbound/exchange-over-fetch.js
/** Exchanges over this `fetch`. */
function exchangeOverFetch(fetch) {
	return async ({ url, method, headers, body }, { maxBytes, signal }) => {
		const response = await fetch(url.href, {
			method,
			headers,
			body,
			signal,
			redirect: "manual"
		});
		if (response.status < 200 || response.status > 599) throw new OutboundError("network", url);
		const read = await readBytes(response, maxBytes);
		if (read === null) throw new OutboundError("too-large", url);
		return {
			status: response.status,
			headers: [...response.headers].filter(([name]) => !isTransferHeader(name)),
			body: read
		};
	};
}
// node_modules/latchkey/dist/outbound/public-address.js
var specialV4 = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["161.26.0.0", 16],
	["166.8.0.0", 14],
	["168.63.129.16", 32],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.31.196.0", 24],
	["192.52.193.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["192.175.48.0", 24],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 4],
	["240.0.0.0", 4]
];
var globalV6 = ["2000::", 3];
var specialV6 = [
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["2620:4f:8000::", 48],
	["3ffe::", 16],
	["3fff::", 20]
];
/** Tells whether a textual IP address belongs to the public Internet; false for whatever is no address. */
function createPublicAddressCheck({ net }) {
	const v4 = new net.BlockList();
	for (const [network, prefix] of specialV4) v4.addSubnet(network, prefix, "ipv4");
	const v6 = new net.BlockList();
	for (const [network, prefix] of specialV6) v6.addSubnet(network, prefix, "ipv6");
	const global = new net.BlockList();
	global.addSubnet(...globalV6, "ipv6");
	return (address) => {
		if (net.isIPv4(address)) return !v4.check(address, "ipv4");
		return net.isIPv6(address) && global.check(address, "ipv6") && !v6.check(address, "ipv6");
	};
}
/** A guard over the system's name resolution. */
function createPublicAddressGuard(node) {
	const isPublic = createPublicAddressCheck(node);
	return {
		checkHost({ hostname }) {
			const address = hostname.replace(/^\[|\]$/g, "");
			if (node.net.isIP(address) !== 0 && !isPublic(address)) throw notPublic(hostname);
		},
		lookup(hostname, options, callback) {
			node.dns.lookup(hostname, {
				...options,
				all: true
			}, (error, addresses) => {
				if (error) return callback(error, "");
				const [first] = addresses;
				if (first === void 0 || !addresses.every(({ address }) => isPublic(address))) return callback(notPublic(hostname), "");
				if (options.all) callback(null, addresses);
				else callback(null, first.address, first.family);
			});
		}
	};
}
function notPublic(hostname) {
	return /* @__PURE__ */ new Error(`${hostname} is not on the public Internet.`);
}
// node_modules/latchkey/dist/outbound/exchange-over-node.js
var idleMilliseconds = 4e3;
/** Exchanges over keep-alive connections of its own. */
function createNodeExchange(node, options) {
	const proxyEnv = options.proxies ?? void 0;
	const agentOptions = {
		keepAlive: true,
		timeout: idleMilliseconds,
		...proxyEnv && { proxyEnv }
	};
	const plain = new node.http.Agent(agentOptions);
	const secure = new node.https.Agent(agentOptions);
	const guard = options.onlyPublicAddresses ? createPublicAddressGuard(node) : null;
	return async (request, limits) => {
		const { url } = request;
		guard?.checkHost(url);
		const agent = url.protocol === "https:" ? secure : plain;
		const message = await send(node, request, {
			signal: limits.signal,
			agent,
			lookup: guard?.lookup
		});
		const body = await decompress(node, await readMessage(message, url, limits), {
			encoding: message.headers["content-encoding"] ?? "identity",
			url,
			maxBytes: limits.maxBytes
		});
		return {
			status: message.statusCode ?? 0,
			headers: readHeaders(message),
			body
		};
	};
}
/** Sends the request. Resolves with the head of the answer. */
function send(node, { url, method, headers, body }, options) {
	const fields = {
		"accept-encoding": "identity",
		...Object.fromEntries(headers)
	};
	if (body !== null) fields["content-length"] = String(body.length);
	const { request } = url.protocol === "https:" ? node.https : node.http;
	const { lookup, ...rest } = options;
	const attempt = (mayRetry) => new Promise((resolve, reject) => {
		const outgoing = request(url, {
			...rest,
			...lookup && { lookup },
			method,
			headers: fields
		});
		outgoing.on("response", resolve).on("error", (error) => {
			if (outgoing.reusedSocket && error.code === "ECONNRESET" && mayRetry) resolve(attempt(false));
			else reject(error);
		});
		outgoing.end(body);
	});
	return attempt(method === "GET" || method === "HEAD");
}
function readMessage(message, url, { maxBytes }) {
	return new Promise((resolve, reject) => {
		const chunks = [];
		let length = 0;
		message.on("data", (chunk) => {
			length += chunk.length;
			chunks.push(chunk);
			if (length <= maxBytes) return;
			message.destroy();
			reject(new OutboundError("too-large", url));
		});
		message.on("end", () => resolve(Buffer.concat(chunks)));
		message.on("error", reject);
	});
}
function readHeaders({ rawHeaders }) {
	const pairs = [];
	for (let at = 0; at < rawHeaders.length; at += 2) {
		const name = rawHeaders[at] ?? "";
		if (!isTransferHeader(name)) pairs.push([name, rawHeaders[at + 1] ?? ""]);
	}
	return pairs;
}
/** The plain body. What is left after `maxBytes` is never inflated. */
function decompress({ zlib }, body, about) {
	const encoding = about.encoding.trim().toLowerCase();
	if (encoding === "identity" || body.length === 0) return body;
	const inflate = inflaters(zlib).get(encoding);
	if (inflate === void 0) throw new TypeError(`Not a content encoding that we read: ${encoding}`);
	return new Promise((resolve, reject) => {
		inflate(body, { maxOutputLength: about.maxBytes }, (error, plain) => {
			if (error === null) return resolve(plain);
			reject("code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? new OutboundError("too-large", about.url) : error);
		});
	});
}
/** A map, since `constructor` is a property of every object. */
var inflaters = (zlib) => /* @__PURE__ */ new Map([
	["gzip", zlib.gunzip],
	["x-gzip", zlib.gunzip],
	["deflate", zlib.inflate],
	["br", zlib.brotliDecompress]
]);
// node_modules/latchkey/dist/outbound/slots.js
/** Lets `limit` pieces of work run at once for each key. */
function createSlots(limit) {
	const queues = /* @__PURE__ */ new Map();
	function leave(key, queue) {
		queue.running--;
		const [next] = queue.waiting;
		next?.();
		if (queue.running === 0) queues.delete(key);
	}
	return { async use(key, signal, work) {
		const queue = queues.get(key) ?? {
			running: 0,
			waiting: /* @__PURE__ */ new Set()
		};
		queues.set(key, queue);
		if (queue.running >= limit) await turn(queue, signal);
		else queue.running++;
		try {
			signal.throwIfAborted();
			return await work();
		} finally {
			leave(key, queue);
		}
	} };
}
/** Resolves when this place in the queue has come; the place is then counted as running. */
function turn(queue, signal) {
	return new Promise((resolve, reject) => {
		const giveUp = () => {
			queue.waiting.delete(enter);
			reject(signal.reason);
		};
		const enter = () => {
			queue.waiting.delete(enter);
			signal.removeEventListener("abort", giveUp);
			queue.running++;
			resolve();
		};
		queue.waiting.add(enter);
		signal.addEventListener("abort", giveUp, { once: true });
	});
}
// node_modules/latchkey/dist/outbound/outbound.js
/**
* A `fetch` with limits. An answer arrives whole, so that reading it can neither hang nor overflow; a 3xx is an answer
* like any other. Rejects with an OutboundError, or with the reason of the caller's own signal.
*
* On Node this is a small keep-alive client, which speaks to the proxy that the environment names (HTTPS_PROXY and the
* like). A Node that is too old for that uses the runtime's `fetch`, and a notice at start says so.
*/
function createOutboundFetch(options = {}) {
	const { timeoutMilliseconds = 1e4, maxBytes = 1048576, maxConcurrentPerOrigin = 100 } = options;
	const exchange = chooseExchange(options);
	const slots = createSlots(maxConcurrentPerOrigin);
	return async (input, init) => {
		const { request, callerSignal } = await readRequest(input, init);
		const { url } = request;
		if (!isPlainHttp(url)) throw new OutboundError("network", url);
		const deadline = startDeadline(url, timeoutMilliseconds, callerSignal);
		const limits = {
			maxBytes,
			signal: deadline.signal
		};
		try {
			return toResponse(await slots.use(url.origin, deadline.signal, () => deadline.hold(exchange(request, limits))), url);
		} catch (error) {
			throw deadline.cancel(error instanceof OutboundError ? error : new OutboundError("network", url, error));
		} finally {
			deadline.end();
		}
	};
}
function chooseExchange({ fetch: givenFetch, onlyPublicAddresses = false }) {
	const { variables: proxies, needsNewerNode } = planProxies(processVariables(), nodeVersion);
	if (nodeModules !== null && givenFetch === void 0 && !needsNewerNode && !(onlyPublicAddresses && proxies)) return createNodeExchange(nodeModules, {
		onlyPublicAddresses,
		proxies
	});
	if (onlyPublicAddresses) throw new LatchkeyError("config_option_invalid", { detail: "onlyPublicAddresses cannot be kept with a fetch of your own, behind a proxy, or outside Node." });
	return exchangeOverFetch(givenFetch ?? ((input, init) => fetch(input, init)));
}
/** `https://good@evil` is a request to evil that reads like one to good; other schemes are files and scripts. */
function isPlainHttp({ protocol, username, password }) {
	return (protocol === "https:" || protocol === "http:") && username === "" && password === "";
}
/** What `fetch` would send. Bodies are read whole before the first byte goes out. */
async function readRequest(input, init = {}) {
	const body = init.body ?? null;
	if (input instanceof Request || !(body === null || typeof body === "string" || body instanceof URLSearchParams)) return fromRequest(new Request(input, init));
	const headers = outboundHeaders(init.headers);
	if (body !== null && !headers.has("content-type")) {
		const type = typeof body === "string" ? "text/plain" : "application/x-www-form-urlencoded";
		headers.set("content-type", `${type};charset=UTF-8`);
	}
	return {
		request: {
			url: new URL(input),
			method: init.method?.toUpperCase() ?? "GET",
			headers,
			body: body === null ? null : new TextEncoder().encode(body.toString())
		},
		callerSignal: init.signal ?? null
	};
}
async function fromRequest(request) {
	return {
		request: {
			url: new URL(request.url),
			method: request.method,
			headers: outboundHeaders(request.headers),
			body: request.body === null ? null : new Uint8Array(await request.arrayBuffer())
		},
		callerSignal: request.signal
	};
}
function outboundHeaders(given) {
	const headers = new Headers(given);
	headers.delete("cookie");
	if (!headers.has("user-agent")) headers.set("user-agent", "latchkey");
	if (!headers.has("accept")) headers.set("accept", "*/*");
	return headers;
}
function toResponse({ status, headers, body }, url) {
	const isBodiless = body.length === 0 || status === 204 || status === 205 || status === 304;
	const response = new Response(isBodiless ? null : body, {
		status,
		headers: [...headers]
	});
	Object.defineProperty(response, "url", { value: url.href });
	return response;
}
function startDeadline(url, milliseconds, callerSignal) {
	const controller = new AbortController();
	const { signal } = controller;
	const timer = setTimeout(() => controller.abort(new OutboundError("timeout", url)), milliseconds);
	const followCaller = () => controller.abort(callerSignal?.reason);
	if (callerSignal?.aborted) followCaller();
	callerSignal?.addEventListener("abort", followCaller, { once: true });
	return {
		signal,
		hold: (work) => new Promise((resolve, reject) => {
			signal.addEventListener("abort", () => reject(signal.reason), { once: true });
			work.then(resolve, reject);
		}),
		cancel(error) {
			controller.abort(error);
			return signal.reason;
		},
		end() {
			clearTimeout(timer);
			callerSignal?.removeEventListener("abort", followCaller);
		}
	};
}
export { createOutboundFetch };
