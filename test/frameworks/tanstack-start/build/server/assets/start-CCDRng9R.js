import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { t as createMiddleware } from "../server.js";
import { C as json, E as foreignText, O as LatchkeyError, S as randomText, T as redirect, _ as showsSeveral, a as tanstackStartLatchkey, b as loadOnce, d as faultInIssuer, f as isPlainHttpElsewhere, g as requestLineOf, h as hostOf, l as faultInEndpointUrl, m as headerOf, o as createSeal, p as deviceOf, u as faultInInternalUrl, x as platform, y as whenReady } from "./tanstack-start-Dv8No7qj.js";
import { i as LimitedMap, n as isStorable, r as plainText, t as planProxies } from "./proxy-environment-BCFPzPTj.js";
import { a as readCookie, n as cookieNames, s as sessionCookies } from "./cookies-ItqxRj0l.js";
import { t as isLoopbackHostname } from "./loopback-CYWiIbl7.js";
import { n as nodeVersion } from "./node-fast-paths-DONW3RTX.js";
import { n as messages } from "./en-fwQbFpLp.js";
import { isPromise } from "@tanstack/router-core";
// node_modules/@tanstack/start-client-core/dist/esm/createStart.js
function dedupeSerializationAdapters(deduped, serializationAdapters) {
	for (let i = 0, len = serializationAdapters.length; i < len; i++) {
		const current = serializationAdapters[i];
		if (!deduped.has(current)) {
			deduped.add(current);
			if (current.extends) dedupeSerializationAdapters(deduped, current.extends);
		}
	}
}
function dedupeOptions(options) {
	if (options.serializationAdapters) {
		const deduped = /* @__PURE__ */ new Set();
		dedupeSerializationAdapters(deduped, options.serializationAdapters);
		options.serializationAdapters = Array.from(deduped);
	}
	return options;
}
var createStart = (getOptions) => {
	return {
		getOptions: () => {
			const options = getOptions();
			return isPromise(options) ? Promise.resolve(options).then(dedupeOptions) : dedupeOptions(options);
		},
		createMiddleware
	};
};
// node_modules/latchkey/dist/contracts/state-folder.js
var STATE_FOLDER = ".latchkey";
/**
* Makes a folder where it is missing, for its owner only. Nothing of the state folder belongs into a repository, so it also
* gets a `.gitignore` of its own. Throws what `mkdirSync` throws.
*/
function makeOwnFolder(fs, folder) {
	fs.mkdirSync(folder, {
		recursive: true,
		mode: 448
	});
	if (folder.split(/[/\\]/).at(-1) !== ".latchkey") return;
	try {
		fs.writeFileSync(`${folder}/.gitignore`, "*\n", { flag: "wx" });
	} catch {}
}
// node_modules/latchkey/dist/events/describe-causes.js
var MOST_CAUSES = 5;
var MOST_CHARACTERS$4 = 500;
function describeCauses(cause) {
	const lines = [];
	let current = cause;
	while (current !== void 0 && current !== null && lines.length < MOST_CAUSES) {
		if (!(current instanceof Error)) break;
		const code = "code" in current && typeof current.code === "string" ? ` (${current.code})` : "";
		lines.push(foreignText(`${current.name}${code}: ${current.message}`, MOST_CHARACTERS$4));
		current = current.cause;
	}
	return lines;
}
// node_modules/latchkey/dist/flows/linking/is-issued-by.js
/** What one server issued must not be sent to another. */
function isIssuedBy({ issuer }, provider) {
	if (issuer === provider.issuer) return true;
	return provider.deviations.issuerFor !== void 0 && originOf(issuer) === originOf(provider.issuer);
}
function originOf(url) {
	return URL.canParse(url) ? new URL(url).origin : null;
}
// node_modules/latchkey/dist/flows/request/parts.js
/** The directory's answer for one visit, asked when it is first needed. */
function askOnce(directory, asker) {
	let asked = null;
	return () => {
		asked ??= (async () => directory.list(asker))();
		return asked;
	};
}
/** The providers of this visit, or none while they cannot be had: for what must be answered in any case. */
async function providersIfKnown(visit) {
	return visit.providers().catch(() => []);
}
/** The session of this visit, if there is a living one. */
async function sessionOf(parts, visit) {
	return parts.check(visit.request, visit.place, () => visit);
}
/** A path of ours, as browsers reach it, with a query: `pathTo(parts, '/login', { returnTo: '/inbox' })`. */
function pathTo(parts, route, query = {}) {
	const search = new URLSearchParams(query).toString();
	return `${parts.settings.publicBasePath}${route}${search ? `?${search}` : ""}`;
}
/** What the accounts floor works with, and the providers of this visit. Throws `config_store_missing` without a store. */
function accountParts({ settings, policy, newId, providers: directory }, providers) {
	const { now, users, log } = settings;
	return {
		store: storeOf({ settings }),
		ownUsers: users,
		policy,
		canSignInWith: (account) => providers.some((provider) => {
			const isElsewhere = directory.isLocal(provider.id) || provider.loginPlace !== void 0;
			return provider.id === account.provider && (isElsewhere || isIssuedBy(account, provider));
		}),
		onLeftOver: (userId, error) => log({
			event: "user_left_over",
			level: "warn",
			time: new Date(now()).toISOString(),
			userId,
			detail: "users.create made this row, nothing hangs on it, and it could not be taken back.",
			causes: describeCauses(error)
		}),
		now,
		newId
	};
}
/** For what needs a store. Throws `config_store_missing`. */
function storeOf({ settings }) {
	if (!settings.store) throw new LatchkeyError("config_store_missing");
	return settings.store;
}
// node_modules/latchkey/dist/web/return-path.js
var fallback = "/";
var maxBytes = 512;
var anywhere = "https://app.invalid";
var forbidden = /[\u0000-\u001f\u007f-\u009f\\#\p{Surrogate}]/u;
/**
* The path and query as given, when a browser that is sent there stays on this site: at most 512 bytes, no fragment.
* White space and characters beyond ASCII are percent-encoded as a browser does it. Anything else is `/`.
*/
function safeReturnPath(value) {
	if (!value?.startsWith("/") || forbidden.test(value)) return fallback;
	const path = value.replace(/[^!-~]+/g, encodeURIComponent);
	if (path.length > maxBytes) return fallback;
	return staysHere(path.split("?", 1)[0] ?? fallback) ? path : fallback;
}
/**
* The same, and beside paths of this site the addresses of exactly these origins: `https://app.example.com/inbox`. What
* stands behind the origin must be a safe path again, so that no port, user name or longer host name continues it.
*/
function safeReturnTarget(value, origins) {
	const origin = origins.find((each) => value === each || value?.startsWith(`${each}/`));
	return origin === void 0 ? safeReturnPath(value) : origin + safeReturnPath(value?.slice(origin.length));
}
/** Whether the path leads to this site as it is, and also after proxies have decoded it any number of times. */
function staysHere(path) {
	let current = path;
	while (resolvesHere(current)) {
		const folded = current.normalize("NFKC");
		if (folded !== current && !resolvesHere(folded)) return false;
		const decoded = decodePercent(current);
		if (decoded === current) return true;
		current = decoded;
	}
	return false;
}
function resolvesHere(path) {
	const url = URL.parse(path, anywhere);
	return url !== null && url.origin === anywhere && !url.pathname.startsWith("//");
}
function decodePercent(text) {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
		const bytes = run.slice(1).split("%").map((hex) => Number.parseInt(hex, 16));
		return new TextDecoder().decode(Uint8Array.from(bytes));
	});
}
// node_modules/latchkey/dist/web/same-origin.js
/**
* Whether one of our own pages made this request. `Sec-Fetch-Site: same-origin` says so; where a browser does not send
* that header, an `Origin` equal to ours does. A proof that is absent is no proof, and an `Origin` of another site is
* refused beside any.
*/
function isSameOrigin(headers, origin) {
	const requestOrigin = headers.get("origin");
	const site = headers.get("sec-fetch-site");
	if (site === null) return requestOrigin === origin;
	if (!(requestOrigin === null || requestOrigin === "null") && requestOrigin !== origin) return false;
	return site === "same-origin";
}
/**
* Whether the caller is a program that should get JSON, not a person who should get a page. A script's `fetch` in a
* browser says `Sec-Fetch-Dest: empty`. `Accept` with a bare wildcard says nothing.
*/
function wantsJson(headers) {
	if (headers.get("sec-fetch-dest") === "empty") return true;
	if (headers.get("x-requested-with")?.toLowerCase() === "xmlhttprequest") return true;
	return acceptsJson(headers);
}
/** Whether the caller asks for JSON in so many words (RFC 9110 §12.5.1), and not for a page. */
function acceptsJson(headers) {
	const accept = headers.get("accept")?.toLowerCase() ?? "";
	return /\bapplication\/json\b|\+json\b/.test(accept) && !accept.includes("text/html");
}
// node_modules/latchkey/dist/sessions/session-check.js
var none = Object.freeze([]);
var ANONYMOUS = Object.freeze({
	user: null,
	session: null,
	credential: null,
	setCookies: none,
	refusal: null
});
/** The first credential of the place's list that the request shows. Null for most visitors: no more work for them. */
function findCredential(source, readers) {
	for (let at = 0; at < readers.length; at++) {
		const reader = readers[at];
		const token = reader.find(source);
		if (token !== null) return {
			reader,
			token
		};
	}
	return null;
}
/**
* The check's answer for what was read by this credential. `userOf` says who the user of the session is to the application;
* null: not there any more.
*/
function answerFor({ reader, token }, read, userOf) {
	return whenReady(read, (found) => {
		if (!found) return ANONYMOUS;
		if ("refusal" in found) return {
			...ANONYMOUS,
			refusal: found.refusal
		};
		return whenReady(userOf(found), (user) => {
			if (!user) return ANONYMOUS;
			const setCookies = reader.answer(found, token);
			return {
				user,
				session: found.session,
				credential: reader.credential,
				setCookies,
				refusal: null
			};
		});
	});
}
/** In the order in which they are looked for. Made once for each place, so that a request pays for none that cannot be there. */
function credentialReaders(cookies, bearer = false) {
	const { formerSession } = cookies;
	return Object.freeze([
		...bearer ? [authorizationReader] : [],
		cookieReader(cookies),
		...formerSession === void 0 ? [] : [formerCookieReader(cookies, formerSession)]
	]);
}
function cookieReader(cookies) {
	return {
		credential: "cookie",
		find: (source) => readCookie(headerOf(source, "cookie"), cookies.session),
		answer: ({ renewed }) => renewed ? sessionCookies(cookies, renewed, false) : none
	};
}
/** The cookie under the name that it had before (ports, base paths, a whole domain): moved to its new name. */
function formerCookieReader(cookies, formerName) {
	return {
		credential: "cookie",
		find: (source) => readCookie(headerOf(source, "cookie"), formerName),
		answer({ renewed, session }, token) {
			const lifetime = Math.ceil((session.endsAt.getTime() - session.createdAt.getTime()) / 1e3);
			return sessionCookies(cookies, renewed ?? {
				token,
				maxAgeSeconds: lifetime
			}, true);
		}
	};
}
/** `Authorization: Bearer` or `DPoP`. What is found is the whole header, whatever stands behind the word. */
var authorizationReader = {
	credential: "bearer",
	find: (source) => bearerAuthorizationOf(headerOf(source, "authorization")),
	answer: () => none
};
/** The word alone, however badly the rest is written: what is behind it is judged later (RFC 9110 §5.6.2, §11.4). */
var OWN_SCHEME = /^\s*(?:bearer|dpop)(?![\w!#$%&'*+\-.^`|~])/i;
/** The value of an `Authorization` header that is ours to judge; null for other schemes, such as a password in front. */
function bearerAuthorizationOf(header) {
	return header !== null && OWN_SCHEME.test(header) ? header : null;
}
// node_modules/latchkey/dist/flows/clients/issuer-of.js
function issuerOf({ settings }, { origin }) {
	return `${origin}${settings.publicBasePath}`;
}
/** Where RFC 8414 §3 looks for its metadata. */
function metadataPathOf({ publicBasePath }) {
	return `/.well-known/oauth-authorization-server${publicBasePath}`;
}
var MOST_ACR_VALUES = 5;
/** It travels in the attempt's cookie. */
var MOST_ACR_CHARACTERS = 512;
/** Whether the session satisfies the demand now. Pure: the guards of all hosts ask it. */
function satisfies(session, demand, now) {
	const { maxAgeSeconds, acrValues } = demand;
	const provedAt = session.authenticatedAt.getTime();
	const isRecent = maxAgeSeconds === void 0 || provedAt > 0 && now - provedAt <= maxAgeSeconds * 1e3;
	const isHighEnough = acrValues === void 0 || session.acr !== null && acrValues.includes(session.acr);
	return isRecent && isHighEnough;
}
/**
* Whether the person signed in here since then, with a click: what linking asks for. A moment that the provider names decides;
* where none is known, the round trip counts, but for a silent one.
*/
function hasSignedInSince(session, since) {
	const provedAt = session.authenticatedAt.getTime();
	if (provedAt > 0) return provedAt >= since;
	return !session.isSilent && session.createdAt.getTime() >= since;
}
/** `?maxAge=300&acr=…` of our own links. Null when nothing is demanded. Throws `request_malformed`. */
function demandIn(query) {
	const maxAge = query.get("maxAge");
	const acr = query.get("acr");
	if (acr !== null && acr.length > MOST_ACR_CHARACTERS) throw new LatchkeyError("request_malformed", { detail: "The parameter acr is too long." });
	const acrValues = acr?.split(" ").filter(Boolean).slice(0, MOST_ACR_VALUES);
	if (maxAge !== null && !/^\d{1,8}$/.test(maxAge)) throw new LatchkeyError("request_malformed", { detail: "The parameter maxAge is no number of seconds." });
	if (maxAge === null && !acrValues?.length) return null;
	return {
		maxAgeSeconds: maxAge === null ? void 0 : Number(maxAge),
		acrValues: acrValues?.length ? acrValues : void 0
	};
}
/** The query that `demandIn` reads. */
function demandQuery({ maxAgeSeconds, acrValues }) {
	return {
		...maxAgeSeconds === void 0 ? {} : { maxAge: String(maxAgeSeconds) },
		...acrValues === void 0 ? {} : { acr: acrValues.join(" ") }
	};
}
// node_modules/latchkey/dist/flows/request/place.js
/** A developer's machine has few ports; a flood of made-up ones must not grow this. */
var MOST_PLACES$1 = 50;
function createPlaces({ origins, ...options }) {
	const { cookieDomain } = options;
	const [first] = origins;
	if (first !== void 0) {
		const shared = cookieDomain ? {
			domain: cookieDomain,
			origin: new URL(first)
		} : void 0;
		return configuredPlaces(origins.map((origin) => placeOf(origin, options, shared)));
	}
	const places = /* @__PURE__ */ new Map();
	let latest = null;
	return {
		only: null,
		find(host) {
			const key = host ?? "";
			const place = places.get(key) ?? loopbackPlace(key, options);
			if (!place) return null;
			if (places.size >= MOST_PLACES$1) places.clear();
			places.set(key, place);
			latest = place;
			return place;
		},
		latest: () => latest
	};
}
/** A single origin stands, whatever a request says. Of several, the Host says which one is meant, and only one of these. */
function configuredPlaces(places) {
	const latest = () => places[0] ?? null;
	if (places.length === 1) return {
		only: latest(),
		find: latest,
		latest
	};
	const byHost = new Map(places.flatMap((place) => hostsOf(place).map((host) => [host, place])));
	return {
		only: null,
		find: (host) => byHost.get(host?.toLowerCase() ?? "") ?? null,
		latest
	};
}
/** As browsers write it, and with the port that they leave out. */
function hostsOf({ origin }) {
	const { host, port, protocol } = new URL(origin);
	return port ? [host] : [host, `${host}:${protocol === "https:" ? 443 : 80}`];
}
/** One name, whatever loopback name was typed: cookies of localhost and 127.0.0.1 do not mix. */
function loopbackPlace(host, options) {
	const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
	if (!url || !isLoopbackHostname(url.hostname)) return null;
	return placeOf(`http://localhost${url.port ? `:${url.port}` : ""}`, options);
}
function placeOf(origin, { basePath, bearer }, shared) {
	const url = new URL(origin);
	const cookies = cookieNames(url, basePath, shared);
	return Object.freeze({
		origin,
		hostname: url.hostname,
		isLoopback: isLoopbackHostname(url.hostname),
		cookies,
		credentials: credentialReaders(cookies, bearer)
	});
}
/** Where a request stands that came to no place of ours: good for an error page only. */
var nowhere = placeOf("http://localhost", {});
// node_modules/latchkey/dist/accounts/account-of.js
function accountOf({ now, newId }, identity, userId) {
	const { provider, issuer, subject, email, emailVerified, name, picture } = identity;
	const linkedAt = now();
	return {
		id: newId(),
		userId,
		provider,
		issuer,
		subject,
		email,
		emailVerified,
		name,
		picture,
		linkedAt,
		lastUsedAt: linkedAt
	};
}
// node_modules/latchkey/dist/outbound/check-backchannel.js
/** Plain HTTP on loopback, in development, or by the dangerous option. @throws LatchkeyError `config_provider_invalid`. */
function checkBackchannel({ id, backchannelUrl, dangerouslyPlainHttpBackchannel }, isDevelopment) {
	if (backchannelUrl === void 0 || isDevelopment || dangerouslyPlainHttpBackchannel) return;
	if (!isPlainHttpElsewhere(backchannelUrl)) return;
	throw new LatchkeyError("config_provider_invalid", { detail: `Provider "${id}": backchannelUrl must be https in production. On a network of your own, dangerouslyPlainHttpBackchannel: true accepts it.` });
}
// node_modules/latchkey/dist/web/describe-user-agent.js
var browsers = [
	[/\bEdg(e|A|iOS)?\//, "Edge"],
	[/\b(OPR|OPT|Opera)\//, "Opera"],
	[/\bSamsungBrowser\//, "Samsung Internet"],
	[/\bVivaldi\//, "Vivaldi"],
	[/\b(Firefox|FxiOS)\//, "Firefox"],
	[/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, "Chrome"],
	[/\bVersion\/[\d.]+ .*Safari\//, "Safari"]
];
var systems = [
	[/\biPhone\b/, "iPhone"],
	[/\biPad\b/, "iPad"],
	[/\bAndroid\b/, "Android"],
	[/\bCrOS\b/, "ChromeOS"],
	[/\bWindows\b/, "Windows"],
	[/\bMac OS X\b|\bMacintosh\b/, "macOS"],
	[/\bLinux\b/, "Linux"]
];
/** A few words for the header's value: "Chrome on Android", "curl", or "Unknown browser". */
function describeUserAgent(userAgent) {
	const { browser, system, product } = readUserAgent(userAgent);
	if (browser !== null && system !== null) return `${browser} on ${system}`;
	if (browser !== null) return browser;
	if (system !== null) return `A browser on ${system}`;
	return product ?? "Unknown browser";
}
function readUserAgent(userAgent) {
	const text = plainText(userAgent ?? "", 512);
	return {
		browser: nameIn(text, browsers),
		system: nameIn(text, systems),
		product: text.match(/^[A-Za-z][A-Za-z0-9 ._-]{0,29}(?=\/|$)/)?.[0] ?? null
	};
}
function nameIn(text, names) {
	return names.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
// node_modules/latchkey/dist/sessions/session-details.js
var NO_CLAIMS$1 = Object.freeze({});
var NOTHING = Object.freeze({
	isSilent: false,
	claims: NO_CLAIMS$1,
	clientId: null
});
/** Null where there is nothing to keep. */
function writeDetails({ isSilent = false, claims = NO_CLAIMS$1, clientId }) {
	if (!isSilent && !clientId && Object.keys(claims).length === 0) return null;
	return JSON.stringify({
		...isSilent && { isSilent },
		...clientId && { clientId },
		claims
	});
}
/** Records from before this column have none. */
function readDetails(text) {
	if (!text) return NOTHING;
	const { isSilent = false, claims = NO_CLAIMS$1, clientId = null } = JSON.parse(text);
	return {
		isSilent,
		claims: freezeClaims(claims),
		clientId
	};
}
/** The session is shared between requests, so nothing in it may be changed by one of them. */
function freezeClaims(claims) {
	for (const value of Object.values(claims)) freezeDeep(value);
	return Object.freeze(claims);
}
function freezeDeep(value) {
	if (typeof value !== "object" || value === null) return;
	for (const inner of Object.values(value)) freezeDeep(inner);
	Object.freeze(value);
}
// node_modules/latchkey/dist/oauth/clients/redirect-uri.js
var LONGEST = 255;
var loopback = /^http:\/\/(127\.0\.0\.1|\[::1\]|localhost)(?::(\d{1,5}))?(\/[^#]*)?$/;
/** What a URI consists of (RFC 3986 §2), and of nothing that one parser reads as another character. */
var plain = /^[\w\-.~:/?[\]@!$&'()*+,;=%]+$/;
/** Schemes that lead to a script, to a file, or to a program that is not the client. */
var closedSchemes = /^(?:about|blob|chrome|content|data|file|filesystem|ftp|http|intent|javascript|mailto|resource|sms|tel|vbscript|view-source|wss?):/;
function redirectKind(uri) {
	if (uri.startsWith("https:")) return "https";
	return uri.startsWith("http:") ? "loopback" : "scheme";
}
/** What is wrong with a redirect URI that shall be registered; null where nothing is. */
function redirectFault(uri) {
	if (uri.length > LONGEST) return `is longer than ${LONGEST} characters`;
	if (uri.includes("*")) return "must be written out: there are no patterns";
	if (uri.includes("#")) return "must have no fragment (RFC 6749 §3.1.2)";
	if (!plain.test(uri) || !URL.canParse(uri)) return "is no URI";
	const { protocol, username, password, href } = new URL(uri);
	if (username || password) return "must have no user name";
	if (uri.slice(0, protocol.length) !== protocol) return "must have its scheme in small letters";
	if (protocol === "https:") return href === uri || href === `${uri}/` ? null : `must be written as browsers do: ${href}`;
	if (protocol === "http:") return loopback.test(uri) ? null : "must be https, or http at 127.0.0.1, [::1] or localhost (RFC 8252 §7.3)";
	return closedSchemes.test(uri) ? "has a scheme that no application of its own can have" : null;
}
/** A scheme without a dot belongs to no name that somebody owns (RFC 8252 §7.1). */
function isUnownedScheme(uri) {
	return redirectKind(uri) === "scheme" && !uri.slice(0, uri.indexOf(":")).includes(".");
}
function isRegisteredRedirect(registered, requested) {
	return registered.includes(requested) || registered.some((uri) => differsByPortOnly(uri, requested));
}
/**
* RFC 8252 §7.3: the system chooses the port of a program that listens. `localhost` is a name that may be resolved to
* somewhere else, so there a port that is registered is the port.
*/
function differsByPortOnly(uri, requested) {
	const here = loopback.exec(uri);
	const there = loopback.exec(requested);
	if (!here || !there || !plain.test(requested) || requested.length > LONGEST) return false;
	const [, host, port, rest = ""] = here;
	const [, otherHost, otherPort = "", otherRest = ""] = there;
	if (host !== otherHost || rest !== otherRest) return false;
	if (host === "localhost" && port !== void 0) return false;
	return otherPort === "" || Number(otherPort) >= 1 && Number(otherPort) <= 65535 && !otherPort.startsWith("0");
}
// node_modules/latchkey/dist/oauth/clients/client-refusal.js
var oauthErrors = {
	client_denied: "access_denied",
	client_grant_invalid: "invalid_grant",
	client_grant_type_unsupported: "unsupported_grant_type",
	client_not_allowed: "unauthorized_client",
	client_not_public: "invalid_client",
	client_redirect_uri_unknown: "invalid_grant",
	client_request_invalid: "invalid_request",
	client_response_type_unsupported: "unsupported_response_type",
	client_scope_unsupported: "invalid_scope",
	client_unknown: "invalid_client",
	device_code_expired: "expired_token",
	dpop_nonce_required: "use_dpop_nonce",
	dpop_proof_invalid: "invalid_dpop_proof",
	request_malformed: "invalid_request",
	request_method_not_allowed: "invalid_request",
	request_too_large: "invalid_request",
	store_unavailable: "temporarily_unavailable"
};
/** `server_error` for what is no fault of the client. */
function oauthErrorOf({ code }) {
	return oauthErrors[code] ?? "server_error";
}
/** RFC 6749 §5.2: what `error_description` may consist of. */
function describeForClient({ detail, forDeveloper }) {
	return (detail ?? forDeveloper).replaceAll("\"", "'").replaceAll("’", "'").replaceAll("\\", "/").replaceAll("§", "section ").replace(/[^\x20-\x7e]/g, "?").slice(0, 400);
}
// node_modules/latchkey/dist/crypto/time-ordered-handle.js
/** The characters of base64url in the order of their bytes. */
var DIGITS = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
/** Milliseconds until 2109; then the order begins anew, which nothing relies on. */
var TIME_CHARACTERS = 7;
/** 22 characters of base64url, 88 bits of them random. The moment can be read from it: a handle, not a secret. */
function timeOrderedHandle(moment, { randomBytes }) {
	let time = "";
	let rest = Math.max(0, Math.floor(moment));
	while (time.length < TIME_CHARACTERS) {
		time = DIGITS.charAt(rest % 64) + time;
		rest = Math.floor(rest / 64);
	}
	return time + randomText(11, randomBytes);
}
// node_modules/latchkey/dist/contracts/variable-of.js
/** `my-company` -> `MY_COMPANY` */
function variableOf(id) {
	return id.toUpperCase().replaceAll("-", "_");
}
/** `teamId` -> `TEAM_ID`, behind the provider's prefix. */
function variableOfOption(name) {
	return name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
// node_modules/latchkey/dist/accounts/delete-user.js
/** Answers the ids of the sessions that ended. The audit trail stays. */
async function deleteUser({ store, ownUsers }, userId) {
	const sessionIds = await store.users.delete(userId);
	await ownUsers?.delete?.(userId);
	return sessionIds;
}
// node_modules/latchkey/dist/contracts/protocol-parameters.js
/** Never added by anyone: they carry what is checked, or change what the request means. */
var protocolParameters = /* @__PURE__ */ new Set([
	"client_id",
	"client_secret",
	"client_assertion",
	"client_assertion_type",
	"redirect_uri",
	"response_type",
	"response_mode",
	"scope",
	"state",
	"nonce",
	"code",
	"code_challenge",
	"code_challenge_method",
	"code_verifier",
	"grant_type",
	"refresh_token",
	"request",
	"request_uri",
	"id_token_hint",
	"dpop_jkt",
	"max_age"
]);
/** Those that one login asks for by an option with a meaning of its own. */
var optionsOfOneLogin = /* @__PURE__ */ new Map([
	["prompt", "prompt"],
	["acr_values", "acrValues"],
	["login_hint", "loginHint"]
]);
/** What is wrong with an added parameter, as the end of a sentence that begins with its field; null when nothing is. */
function faultInParameter(name, value, rules = {}) {
	if (!/^[\w.:-]+(?:\[[\w.:-]*\])*$/.test(name)) return "has a name with a character that does not belong there";
	const meant = meantName(name);
	if (isProtocolParameter(name, rules.declaredNames)) return `must not contain ${name}: it is part of the protocol, and Latchkey sends it itself where it is due`;
	const option = rules.isOneLogin ? optionsOfOneLogin.get(meant) : void 0;
	if (option !== void 0) return `must not contain ${name}: that is the option ${option}`;
	if (typeof value !== "string" || /[\r\n\0]/.test(value)) return `.${name} must be text of one line`;
	return null;
}
/** Whether this name, in any case and with any brackets behind it, is a parameter that Latchkey sends itself. */
function isProtocolParameter(name, declaredNames = {}) {
	const meant = meantName(name);
	if (protocolParameters.has(meant)) return true;
	return Object.entries(declaredNames).some(([own, declared]) => declared !== null && protocolParameters.has(own) && meantName(declared) === meant);
}
/** What a lenient server may take the name for. */
function meantName(name) {
	return name.toLowerCase().replace(/\[.*$/, "");
}
/** What is wrong with a set of added parameters, as a whole sentence without its full stop; null when nothing is. */
function faultInParameters(field, parameters, rules = {}) {
	if (parameters === void 0) return null;
	if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters)) return `${field} must be an object`;
	for (const [name, value] of Object.entries(parameters)) {
		const fault = faultInParameter(name, value, rules);
		if (fault !== null) return fault.startsWith(".") ? `${field}${fault}` : `${field} ${fault}`;
	}
	return null;
}
// node_modules/latchkey/dist/languages/speaking/built-in.js
var builtInLanguages = {
	en: () => import("./en-fwQbFpLp.js").then((n) => n.t),
	ar: () => import("./ar-8xkTp1OX.js"),
	cs: () => import("./cs-dPVuyar7.js"),
	da: () => import("./da-DvRlIRSA.js"),
	de: () => import("./de-D6lrH_Z1.js"),
	el: () => import("./el-D0Xr6GR2.js"),
	es: () => import("./es-B-5KRgmj.js"),
	fa: () => import("./fa-BHpCCn5K.js"),
	fi: () => import("./fi-DX8gtTbr.js"),
	fr: () => import("./fr-BUFSHNXX.js"),
	he: () => import("./he-BAY7VJuC.js"),
	hi: () => import("./hi-GK50-qjx.js"),
	hu: () => import("./hu-C4Z4H3uU.js"),
	id: () => import("./id-BiEeK19V.js"),
	it: () => import("./it-d_yFTCLw.js"),
	ja: () => import("./ja-BNb3sXWc.js"),
	ko: () => import("./ko-nqnXemqw.js"),
	nb: () => import("./nb-CfNmnsMX.js"),
	nl: () => import("./nl-C-Enw1Gt.js"),
	pl: () => import("./pl-BbCiHrff.js"),
	"pt-BR": () => import("./pt-br-CEKTV4Bx.js"),
	ro: () => import("./ro-qLD-3J9e.js"),
	ru: () => import("./ru-D7grK7tg.js"),
	sv: () => import("./sv-CZ-NihqJ.js"),
	th: () => import("./th-CmoBv2Br.js"),
	tr: () => import("./tr-D2KeMpye.js"),
	uk: () => import("./uk-D1eas9Yr.js"),
	vi: () => import("./vi-COcEF8FS.js"),
	"zh-Hans": () => import("./zh-hans-BfX4Fg51.js"),
	"zh-Hant": () => import("./zh-hant-C48q4yOI.js")
};
// node_modules/latchkey/dist/languages/speaking/check-translation.js
/** One line for each fault, without the name of the language: `signInn is no sentence of the pages`. */
function translationFaults(translation) {
	if (typeof translation !== "object" || translation === null) return ["is no table of sentences"];
	return Object.entries(translation).flatMap(([key, message]) => {
		const fault = messageFault(key, message);
		return fault === null ? [] : [`${key.slice(0, 60)} ${fault}`];
	});
}
/** Whether this sentence can be said; null where it can. */
function messageFault(key, message) {
	if (!isKey(key)) return "is no sentence of the pages";
	const forms = formsOf(message);
	if (!forms) return "must be a text, or plural forms with \"other\"";
	const places = placesIn(formsOf(messages[key])?.at(-1) ?? "");
	return forms.find((form) => placesIn(form) !== places) === void 0 ? null : `must have the places ${places || "(none)"}, like the English sentence`;
}
function isKey(key) {
	return Object.hasOwn(messages, key);
}
var categories = /* @__PURE__ */ new Set([
	"zero",
	"one",
	"two",
	"few",
	"many",
	"other"
]);
/** The texts of a sentence, `other` at the end; null for what is none. */
function formsOf(message) {
	if (typeof message === "string") return message === "" ? null : [message];
	if (typeof message !== "object" || message === null) return null;
	const { other, ...further } = message;
	const forms = [...Object.values(further), other];
	return Object.keys(message).every((category) => categories.has(category)) && forms.every((form) => typeof form === "string" && form !== "") ? forms : null;
}
function placesIn(text) {
	return [...new Set(text.match(/\{\w+\}/g))].sort().join(" ");
}
// node_modules/latchkey/dist/languages/speaking/choose-language.js
var MOST_CHARACTERS$3 = 500;
var MOST_RANGES = 20;
/** Written Norwegian: whoever asks for either form, or for Norwegian, reads Bokmål. */
var aliases = {
	no: "nb",
	nn: "nb"
};
/** The tags of an `Accept-Language` header, the best first. Tags with weight 0, `*` and what cannot be read are left out. */
function acceptedLanguages(header) {
	return (header ?? "").slice(0, MOST_CHARACTERS$3).split(",").slice(0, MOST_RANGES).map(readRange).filter(({ tag, weight }) => tag !== "" && tag !== "*" && weight > 0).sort((one, other) => other.weight - one.weight).map(({ tag }) => tag);
}
/** The first wanted language that is at hand; null where none is. */
function chooseLanguage(wanted, available) {
	for (const tag of wanted) {
		const choice = matchLanguage(tag, available);
		if (choice) return choice;
	}
	return null;
}
/** The language at hand for this tag: the same region if there is one, else the same language in the same script. */
function matchLanguage(tag, available) {
	const wanted = likely(tag);
	if (!wanted) return null;
	const candidates = available.filter((each) => {
		const { language, script } = likely(each) ?? {};
		return language === wanted.language && script === wanted.script;
	});
	const found = candidates.find((each) => likely(each)?.region === wanted.region) ?? candidates[0];
	return found === void 0 ? null : {
		tag: found,
		locale: formatLocale(tag, found)
	};
}
/** `pt-br` as `pt-BR`; null for what is no language tag (RFC 5646). */
function canonicalTag(tag) {
	return readLocale(tag)?.baseName ?? null;
}
/** Whether its script is written from right to left. */
function directionOf(tag) {
	return rightToLeft.has(likely(tag)?.script ?? "") ? "rtl" : "ltr";
}
var rightToLeft = /* @__PURE__ */ new Set([
	"Adlm",
	"Arab",
	"Hebr",
	"Nkoo",
	"Rohg",
	"Syrc",
	"Thaa"
]);
function readRange(text) {
	const [tag = "", ...parameters] = text.split(";").map((part) => part.trim());
	const quality = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
	const weight = quality === void 0 ? 1 : Number(quality);
	return {
		tag,
		weight: Number.isFinite(weight) ? weight : 0
	};
}
function likely(tag) {
	const locale = readLocale(tag);
	if (!locale) return null;
	const alias = aliases[locale.language];
	return (alias === void 0 ? locale : new Intl.Locale(alias)).maximize();
}
function readLocale(tag) {
	try {
		return new Intl.Locale(tag.slice(0, 40));
	} catch {
		return null;
	}
}
/** The reader's own region where it is known. English without a region is written as in most countries: the day first. */
function formatLocale(wanted, found) {
	const own = readLocale(wanted);
	const locale = own && own.language === readLocale(found)?.language ? own.baseName : found;
	return locale === "en" ? "en-GB" : locale;
}
// node_modules/latchkey/dist/administration/audit-reader.js
var MOST_ENTRIES$2 = 1e3;
function createAuditReader(store) {
	return { async list({ userId, before, limit = 100 } = {}) {
		if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ENTRIES$2) throw new LatchkeyError("config_option_invalid", { detail: `limit must be a whole number from 1 to ${MOST_ENTRIES$2}.` });
		return store().audit.list({
			userId,
			before,
			limit
		});
	} };
}
// node_modules/latchkey/dist/administration/people.js
/** As the options say. */
function createPeople({ store, users }, fields) {
	if (users) return ownPeople(users);
	return fields ? peopleWithFields(store, fields) : plainPeople(store);
}
/** Our users as they are. */
function plainPeople(store) {
	return {
		arePlain: true,
		ofSession: (session) => session.user,
		has: () => true,
		find: (userId) => store?.users.find(userId) ?? null,
		ofList: ({ user }) => user
	};
}
/** Without a store, the fields are in the sealed session, and there is nobody to find. */
function peopleWithFields(store, fields) {
	const known = /* @__PURE__ */ new WeakMap();
	const join = (user, stored) => whenReady(fields.read(stored), (own) => Object.freeze({
		...own,
		...user
	}));
	return {
		arePlain: false,
		ofSession(session, userFields) {
			const before = known.get(session);
			if (before) return before;
			return whenReady(join(session.user, userFields), (user) => {
				known.set(session, user);
				return user;
			});
		},
		has: () => true,
		async find(userId) {
			if (!store) return null;
			const [user, stored] = await Promise.all([store.users.find(userId), store.users.findFields(userId)]);
			return user && join(user, stored);
		},
		ofList: ({ user, userFields }) => join(user, userFields)
	};
}
/** Asked at each check, since nobody tells us when the application changes its table. */
function ownPeople(users) {
	return {
		arePlain: false,
		ofSession: (session) => users.find(session.user.id),
		has: ({ user }) => whenReady(users.find(user.id), (found) => found !== null),
		find: (userId) => users.find(userId),
		ofList: null
	};
}
// node_modules/latchkey/dist/administration/session-list.js
function createSessionList({ store, events, now, start, signal }) {
	return {
		start,
		signal,
		list: async (userId) => (await store().sessions.list(userId, now())).map(toInfo),
		async end(sessionId) {
			const found = await store().sessions.find(sessionId);
			if (!found || !await store().sessions.delete(sessionId)) return false;
			await events.emit({
				type: "session_ended",
				userId: found.session.userId,
				sessionId,
				by: "application"
			});
			return true;
		},
		async endAll(userId, { except } = {}) {
			const sessionIds = await store().sessions.deleteOfUser(userId, except ?? null);
			if (sessionIds.length > 0) await events.emit({
				type: "sessions_ended",
				userId,
				sessionIds,
				by: "application"
			});
			return sessionIds;
		}
	};
}
function toInfo(record) {
	const { id, userId, provider, issuer, subject, providerSessionId, userAgent, clientAddress } = record;
	return {
		id,
		userId,
		clientId: readDetails(record.details).clientId,
		provider,
		issuer,
		subject,
		providerSessionId,
		device: describeUserAgent(userAgent),
		userAgent,
		clientAddress,
		createdAt: new Date(record.createdAt),
		authenticatedAt: new Date(record.authenticatedAt),
		lastSeenAt: new Date(record.lastSeenAt),
		expiresAt: new Date(record.expiresAt),
		endsAt: new Date(record.endsAt)
	};
}
// node_modules/latchkey/dist/administration/user-fields.js
/** They are read at every session check. */
var MOST_CHARACTERS$2 = 16e3;
/** How often a change is tried again that another one crossed. */
var MOST_TRIES = 10;
/** Throws `config_option_invalid` when a new user, who has no fields yet, would not be accepted. */
function createUserFields(schema) {
	const validate = (value) => whenReady(schema["~standard"].validate(value), accept);
	checkDefaults(schema);
	const fields = {
		read: (stored) => validate(parse(stored)),
		async change(stored, changes) {
			const text = JSON.stringify({
				...parse(stored),
				...changes
			});
			await validate(parse(text));
			if (text.length > MOST_CHARACTERS$2) throw new LatchkeyError("user_fields_invalid", { detail: `As JSON they have ${text.length} characters, and at most ${MOST_CHARACTERS$2} are kept.` });
			return text;
		},
		async save(store, userId, changes) {
			for (let tries = 0; tries < MOST_TRIES; tries++) {
				const before = await store.users.findFields(userId);
				const after = await fields.change(before, changes);
				if (after === before || await store.users.saveFields(userId, after, before)) return after;
			}
			throw new LatchkeyError("store_unavailable", { detail: "Too many changes of one user at once." });
		}
	};
	return fields;
}
function checkDefaults(schema) {
	const outcome = schema["~standard"].validate({});
	if (outcome instanceof Promise || !outcome.issues) return;
	throw new LatchkeyError("config_option_invalid", { detail: `userFields must accept a new user, who has none yet: give each field a default, or make it optional. ${describe$1(outcome.issues)}` });
}
function accept(outcome) {
	if (!outcome.issues) return outcome.value;
	throw new LatchkeyError("user_fields_invalid", { detail: describe$1(outcome.issues) });
}
function parse(stored) {
	return stored === null ? {} : JSON.parse(stored);
}
/** Names and rules, never values. */
function describe$1(issues) {
	return issues.slice(0, 5).map(({ message, path }) => path?.length ? `${path.map(nameOf).join(".")}: ${message}` : message).join(" ");
}
function nameOf(segment) {
	return String(typeof segment === "object" ? segment.key : segment);
}
// node_modules/latchkey/dist/administration/users.js
var MOST_SUBJECT_CHARACTERS = 255;
var MOST_LISTED = 1e3;
function createUsers(parts) {
	const { store, people, fields, ownUsers, events, prepareRevocation, providers, now, newId } = parts;
	async function saveFields(userId, changes) {
		if (!fields) throw new LatchkeyError("user_fields_invalid", { detail: `There are no such fields without userFields: ${Object.keys(changes).join(", ")}.` });
		await fields.save(store(), userId, changes);
	}
	return {
		async find(userId) {
			store();
			return people.find(userId);
		},
		async list({ search, cursor, limit = 100 } = {}) {
			if (!people.ofList) throw tableOfTheirOwn("list them there");
			if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED) throw new LatchkeyError("config_option_invalid", { detail: `limit must be a whole number from 1 to ${MOST_LISTED}.` });
			const text = search?.trim() ?? "";
			const query = {
				search: text === "" ? null : text,
				before: cursor ?? null,
				limit: limit + 1
			};
			const listed = await store().users.list(query);
			return {
				users: await Promise.all(listed.slice(0, limit).map(people.ofList)),
				cursor: listed.length > limit ? listed[limit - 1]?.user.id ?? null : null
			};
		},
		async update(userId, changes) {
			if (ownUsers) throw tableOfTheirOwn("change them there");
			const { profile, own } = splitChanges(changes);
			const user = await store().users.find(userId);
			if (!user) throw new LatchkeyError("user_not_found");
			if (Object.keys(own).length > 0) await saveFields(userId, own);
			if (Object.keys(profile).length > 0) await store().users.update(userId, changedProfile(user, profile));
			await events.emit({
				type: "user_updated",
				userId,
				changed: Object.keys(changes)
			});
			const changed = await people.find(userId);
			if (!changed) throw new LatchkeyError("user_not_found");
			return changed;
		},
		async delete(userId) {
			const isThere = await store().users.find(userId) !== null;
			const revokeTokens = await prepareRevocation(await store().users.listAccounts(userId));
			const sessionIds = await deleteUser({
				store: store(),
				ownUsers
			}, userId);
			if (isThere) await events.emit({
				type: "user_deleted",
				userId,
				sessionIds
			});
			await revokeTokens();
			return isThere;
		},
		accounts: async (userId) => store().users.listAccounts(userId),
		async link(userId, { provider: id, subject, issuer, email = null, name = null }) {
			const provider = providers.find((each) => each.id === id);
			if (!provider) throw new LatchkeyError("provider_unknown");
			if (subject === "" || subject.length > MOST_SUBJECT_CHARACTERS || !isStorable(subject)) throw new LatchkeyError("config_option_invalid", { detail: `subject must be text of 1 to ${MOST_SUBJECT_CHARACTERS} characters without control characters.` });
			if (!await store().users.find(userId)) throw new LatchkeyError("user_not_found");
			const identity = {
				provider: id,
				issuer: issuer ?? provider.issuer,
				subject,
				email,
				name
			};
			const account = accountOf({
				now,
				newId
			}, {
				...identity,
				emailVerified: false,
				picture: null
			}, userId);
			const outcome = await store().users.linkAccount(account);
			if (outcome === "taken") throw new LatchkeyError("account_linked_elsewhere");
			if (outcome === "linked") await events.emit({
				type: "linked",
				userId,
				provider: id
			});
			return outcome === "linked";
		}
	};
}
var PROFILE = /* @__PURE__ */ new Set([
	"email",
	"emailVerified",
	"name",
	"picture"
]);
function splitChanges(changes) {
	const entries = Object.entries(changes).filter(([, value]) => value !== void 0);
	for (const [name] of entries) if (name === "id" || name === "createdAt") throw new LatchkeyError("user_fields_invalid", { detail: `${name} never changes.` });
	return {
		profile: Object.fromEntries(entries.filter(([name]) => PROFILE.has(name))),
		own: Object.fromEntries(entries.filter(([name]) => !PROFILE.has(name)))
	};
}
function changedProfile(user, changes) {
	const { email, emailVerified, name, picture } = {
		...user,
		...changes
	};
	return {
		email,
		emailVerified: email !== user.email ? changes.emailVerified ?? false : emailVerified,
		name,
		picture
	};
}
function tableOfTheirOwn(remedy) {
	return new LatchkeyError("config_option_invalid", { detail: `These users are rows of the application’s own table: ${remedy}.` });
}
// node_modules/latchkey/dist/crypto/time-ordered-id.js
/** Makes ids; each is greater than the one before it from the same maker (RFC 9562 §6.2, method 1). */
function createIdMaker(now, { randomBytes }) {
	let lastTime = 0;
	let counter = 0;
	return () => {
		const random = randomBytes(10);
		const time = Math.max(now(), lastTime);
		counter = time === lastTime ? counter + 1 : ((random[0] ?? 0) & 7) << 8 | (random[1] ?? 0);
		lastTime = time;
		if (counter > 4095) {
			lastTime += 1;
			counter = 0;
		}
		return format(lastTime, counter, random);
	};
}
/** No id that was made before this moment sorts after it. */
function lowestIdAt(moment) {
	return format(Math.max(0, moment), 0, /* @__PURE__ */ new Uint8Array(10));
}
function format(time, counter, random) {
	const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, "0")).join("");
	const variant = (Number.parseInt(hex.slice(4, 5), 16) & 3 | 8).toString(16);
	const milliseconds = time.toString(16).padStart(12, "0");
	return [
		milliseconds.slice(0, 8),
		milliseconds.slice(8),
		`7${counter.toString(16).padStart(3, "0")}`,
		`${variant}${hex.slice(5, 8)}`,
		hex.slice(8, 20)
	].join("-");
}
// node_modules/latchkey/dist/flows/provider-tokens/lazy-token-stories.js
/** Loaded when the first token is asked for. */
function lazyTokenStories(core, latestPlace) {
	const load = loadOnce(async () => {
		const { createTokenStories } = await import("./session-tokens-Cqwx4pab.js");
		return createTokenStories(core, latestPlace);
	});
	function check() {
		if (core.settings.keepTokens) return;
		throw new LatchkeyError("config_option_invalid", { detail: "Tokens are dropped after sign-in. To use them: latchkey({ keepTokens: true, store: … })." });
	}
	const ofSession = (session) => ({
		get: async (...request) => (await load()).of(session).get(...request),
		fetch: async (...request) => (await load()).of(session).fetch(...request)
	});
	const ofAccount = (whose) => ({
		get: async () => (await load()).ofAccount(whose).get(),
		fetch: async (...request) => (await load()).ofAccount(whose).fetch(...request)
	});
	return {
		of: ((whose) => {
			check();
			return "userId" in whose ? ofAccount(whose) : ofSession(whose);
		}),
		async authorize(...request) {
			check();
			return (await load()).authorize(...request);
		},
		async prepareRevocation(accounts) {
			const place = latestPlace();
			if (!core.settings.keepTokens || !place) return async () => {};
			const { prepareRevocation } = await import("./revoke-tokens-CP8n_fIt.js").then((n) => n.r);
			return prepareRevocation(core, place, accounts);
		}
	};
}
// node_modules/latchkey/dist/events/audit-trail.js
/** How often one process looks for entries that are too old, and how many it deletes then. */
var SWEEP_EVERY_MILLISECONDS = 36e5;
var MOST_SWEPT = 1e4;
/** Refusals of something that a signed-in person did. Misspelled addresses and outages are for the log. */
var DEEDS = /^(account|attempt|provider|session)_/;
/** Refusals written for one user by one process within a day; the log has all of them. */
var MOST_REFUSALS = 20;
var WINDOW_MILLISECONDS = 864e5;
var MOST_COUNTED = 1e4;
function createAuditTrail({ store, keepMilliseconds, newId }) {
	let sweptAt = 0;
	const written = /* @__PURE__ */ new Map();
	/** Whether this refusal may be written: the first of a day, and then no more of them. */
	function isWithinBounds(event, userId) {
		if (event.type !== "refused") return true;
		const at = event.at.getTime();
		const before = written.get(userId);
		const current = before && at - before.since < WINDOW_MILLISECONDS ? before : {
			since: at,
			count: 0
		};
		if (written.size >= MOST_COUNTED) written.clear();
		written.set(userId, {
			since: current.since,
			count: current.count + 1
		});
		return current.count < MOST_REFUSALS;
	}
	return { async append(event) {
		const fields = entryFields(event);
		if (!fields || fields.userId !== null && !isWithinBounds(event, fields.userId)) return;
		const at = event.at.getTime();
		await store.audit.append({
			id: newId(),
			at,
			type: event.type,
			...fields,
			referenceId: event.referenceId,
			userAgent: event.userAgent,
			clientAddress: event.clientAddress
		});
		if (keepMilliseconds === null || at - sweptAt < SWEEP_EVERY_MILLISECONDS) return;
		sweptAt = at;
		await store.audit.deleteBefore(lowestIdAt(at - keepMilliseconds), MOST_SWEPT);
	} };
}
/** Null for what is not written. */
function entryFields(event) {
	if (!("userId" in event) || event.userId === null) return null;
	if (event.type === "refused" && !DEEDS.test(event.code)) return null;
	return {
		userId: event.userId,
		sessionId: "sessionId" in event ? event.sessionId : null,
		accountId: "accountId" in event ? event.accountId : null,
		provider: "provider" in event ? event.provider : null,
		reason: reasonOf(event)
	};
}
function reasonOf(event) {
	switch (event.type) {
		case "signed_in": return event.intent;
		case "refused": return event.code;
		case "session_ended":
		case "sessions_ended": return event.by;
		case "provider_notified": return `${event.notification} ${event.outcome}`;
		case "user_updated": return event.changed.join(" ");
		default: return null;
	}
}
// node_modules/latchkey/dist/events/deliver-in-order.js
/** How long the hooks behind it wait for one that does not come to its end. */
var MOST_MILLISECONDS = 1e4;
/** Events that wait for a slow hook: bounded, since anybody can cause refusals. */
var MOST_WAITING = 1e4;
function deliverInOrder(hooks, onFailure) {
	let last = Promise.resolve();
	let waiting = 0;
	async function handle(hook, event) {
		try {
			await withinTime(hook(event));
		} catch (failure) {
			onFailure(event, failure);
		} finally {
			waiting -= 1;
		}
	}
	return {
		deliver(event) {
			const hook = hookFor(hooks, event.type);
			if (!hook) return;
			if (waiting >= MOST_WAITING) {
				onFailure(event, /* @__PURE__ */ new Error("Too many events are waiting: this one was not delivered."));
				return;
			}
			waiting += 1;
			last = last.then(() => handle(hook, event));
		},
		idle: () => last
	};
}
function hookFor(hooks, type) {
	if (hooks === null || typeof hooks === "function") return hooks ?? void 0;
	return hooks[type];
}
/** Throws when the outcome is not there in time. Whatever it does later is nobody's concern any more. */
async function withinTime(outcome) {
	if (!isThenable(outcome)) return;
	let timer;
	const tooLate = new Promise((_, reject) => {
		const error = /* @__PURE__ */ new Error(`Not finished after ${MOST_MILLISECONDS} ms.`);
		timer = setTimeout(() => reject(error), MOST_MILLISECONDS);
	});
	try {
		await Promise.race([outcome, tooLate]);
	} finally {
		clearTimeout(timer);
	}
}
function isThenable(value) {
	return typeof value === "object" && value !== null && "then" in value;
}
// node_modules/latchkey/dist/events/events.js
function createEvents({ log, now, audit, hooks }) {
	const delivery = deliverInOrder(hooks, (event, failure) => logFailure("hook_failed", event, failure));
	function logFailure(what, event, failure) {
		log({
			event: what,
			level: "error",
			time: event.at.toISOString(),
			referenceId: event.referenceId ?? void 0,
			code: failure instanceof LatchkeyError ? failure.code : void 0,
			detail: event.type,
			causes: describeCauses(failure)
		});
	}
	return {
		async emit(draft, { milliseconds, referenceId = null, userAgent = null, clientAddress = null } = {}) {
			const at = new Date(now());
			const event = Object.freeze({
				...draft,
				at,
				referenceId,
				userAgent,
				clientAddress
			});
			log(toLogEntry(event, milliseconds));
			delivery.deliver(event);
			await audit?.append(event).catch((error) => logFailure("audit_failed", event, error));
		},
		idle: delivery.idle
	};
}
function toLogEntry(event, milliseconds) {
	const isFailure = event.type === "refused" && event.status >= 500;
	return {
		event: event.type,
		level: isFailure ? "error" : event.type === "refused" ? "warn" : "info",
		time: event.at.toISOString(),
		referenceId: event.referenceId ?? void 0,
		code: event.type === "refused" ? event.code : void 0,
		provider: ("provider" in event ? event.provider : null) ?? void 0,
		userId: ("userId" in event ? event.userId : null) ?? void 0,
		sessionId: "sessionId" in event ? event.sessionId : void 0,
		detail: detailOf(event),
		causes: event.type === "refused" ? event.causes : void 0,
		milliseconds
	};
}
function detailOf(event) {
	if (event.type === "refused") return event.detail ?? void 0;
	if (event.type === "provider_notified") return `${event.notification}: ${event.outcome}, ${event.sessionIds.length} sessions ended`;
	if ("sessionIds" in event) return `${event.sessionIds.length} sessions ended`;
	if (event.type === "user_updated") return event.changed.join(", ");
}
// node_modules/latchkey/dist/flows/request/events-of.js
function eventsOf({ store, audit, on, log, now }, newId) {
	return createEvents({
		log,
		now,
		hooks: on,
		audit: store && audit && createAuditTrail({
			store,
			newId,
			...audit
		})
	});
}
// node_modules/latchkey/dist/flows/request/refuse-anonymous.js
function refuseAnonymous(basePath, { method, target, headers }, { isApi = false, error, demand, isForbidden = false }) {
	if (error !== void 0 && error !== null) return refuseForFailure(error);
	const isPage = !isApi && (method === "GET" || method === "HEAD") && !wantsJson(headers);
	if (isForbidden) return refuseForbidden(isPage);
	const query = demand ? new URLSearchParams(demandQuery(demand)).toString() : "";
	if (!isPage) return challenge(demand, `${basePath}/login${query && `?${query}`}`);
	const returnTo = encodeURIComponent(safeReturnPath(target));
	return redirect(`${basePath}/login?returnTo=${returnTo}${query && `&${query}`}`);
}
/** 401 for programs; for a step-up with the challenge of RFC 9470 §3, and the page where a person satisfies it. */
function challenge(demand, loginPath) {
	const { code, forPerson } = new LatchkeyError(demand ? "session_not_fresh" : "session_required");
	if (!demand) return json({
		error: code,
		message: forPerson
	}, { status: 401 });
	const { maxAgeSeconds, acrValues } = demand;
	const parameters = [
		"error=\"insufficient_user_authentication\"",
		...maxAgeSeconds === void 0 ? [] : [`max_age="${maxAgeSeconds}"`],
		...acrValues === void 0 ? [] : [`acr_values="${acrValues.join(" ")}"`]
	];
	return json({
		error: code,
		message: forPerson,
		loginPath
	}, {
		status: 401,
		headers: { "WWW-Authenticate": `Bearer ${parameters.join(", ")}` }
	});
}
/** RFC 9110 §15.5.4. A sentence for people, the code for programs. */
function refuseForbidden(isPage) {
	const { code, forPerson, status } = new LatchkeyError("session_not_allowed");
	if (!isPage) return json({
		error: code,
		message: forPerson
	}, { status });
	return new Response(forPerson, {
		status,
		headers: {
			"Content-Type": "text/plain; charset=utf-8",
			"Cache-Control": "no-store"
		}
	});
}
/** Fail closed: when nobody can tell who this is, the answer is neither the page nor the sign-in page. */
function refuseForFailure(error) {
	const known = error instanceof LatchkeyError ? error : new LatchkeyError("unexpected", { cause: error });
	const body = {
		error: known.code,
		message: known.forPerson
	};
	if (known.status >= 500) return json(body, { status: known.status });
	const [scheme, reason] = known.code === "bearer_invalid" ? ["Bearer", "invalid_token"] : ["DPoP", oauthErrorOf(known)];
	const challenge = `${scheme} error="${reason}", error_description="${describeForClient(known)}"`;
	return json(body, {
		status: 401,
		headers: { "WWW-Authenticate": challenge }
	});
}
// node_modules/latchkey/dist/sessions/bearer-sessions.js
/** Opened tokens that are remembered: about 1 kB each. */
var MOST_OPENED$1 = 1e4;
/** RFC 6750 §2.1: the characters of a token. Ours have some 250. */
var AUTHORIZATION = /^(bearer|dpop) +([A-Za-z0-9\-._~+/]{1,2000}=*) *$/i;
function bearerSessions({ seal, now, read, checkProof }) {
	const opened = new LimitedMap(MOST_OPENED$1);
	function readShown(shown) {
		if (showsSeveral(shown.source)) return refused("the request shows more than one token");
		const known = opened.get(shown.header);
		return known ? judge(known, shown) : openShown(shown);
	}
	function openShown(shown) {
		const [, scheme = "", token = ""] = AUTHORIZATION.exec(shown.header) ?? [];
		if (token === "") return refused("the header is not the word Bearer and one token");
		return whenReady(seal.open("client-access", token, { now: now() }), (result) => {
			if (result.state === "expired") return refused("it has expired; use the refresh token");
			if (result.state === "invalid") return refused("it was not issued here");
			const { t, c, j = null } = result.payload;
			const isDpop = scheme.toLowerCase() === "dpop";
			if (j !== null && !isDpop) return refused("it is bound to a key: use the scheme DPoP, with a proof");
			if (j === null && isDpop) return refused("it is bound to no key: use the scheme Bearer");
			const entry = {
				grant: {
					token: t,
					clientId: c,
					thumbprint: j
				},
				expiresAt: result.expiresAt
			};
			if (j !== null) return prove(entry, token, shown);
			opened.set(shown.header, entry);
			return judge(entry, shown);
		});
	}
	function judge({ grant, expiresAt }, { header, describeDevice, waitUntil }) {
		if (expiresAt <= now()) {
			opened.delete(header);
			return refused("it has expired; use the refresh token");
		}
		return whenReady(read(grant.token, describeDevice, waitUntil), (session) => session ?? refused("its session has ended"));
	}
	async function prove(entry, accessToken, shown) {
		const line = requestLineOf(shown.source);
		const { thumbprint } = entry.grant;
		if (line === null || thumbprint === null) return refused("its proof cannot be checked: the session was read without method and address");
		try {
			await checkProof({
				...line,
				accessToken,
				thumbprint
			});
		} catch (error) {
			if (error instanceof LatchkeyError && error.status < 500) return { refusal: error };
			throw error;
		}
		return judge(entry, shown);
	}
	return {
		read: readShown,
		seal: ({ token, clientId, thumbprint }, expiresAt) => seal.seal("client-access", {
			t: token,
			c: clientId,
			...thumbprint !== null && { j: thumbprint }
		}, { expiresAt }),
		open: (token) => whenReady(seal.open("client-access", token, { now: now() }), (result) => result.state === "valid" ? {
			token: result.payload.t,
			clientId: result.payload.c,
			thumbprint: result.payload.j ?? null
		} : null)
	};
}
function refused(why) {
	return { refusal: new LatchkeyError("bearer_invalid", { detail: `The token is refused: ${why}.` }) };
}
// node_modules/latchkey/dist/flows/session/credential-check.js
function createCredentialCheck(parts) {
	const { settings, seal, read } = parts;
	const checkProof = (shown) => checkProofOf(parts, shown);
	const bearer = bearerSessions({
		seal,
		now: settings.now,
		read,
		checkProof
	});
	return {
		bearer,
		read({ reader, token }, source, describeDevice, waitUntil) {
			if (reader.credential === "cookie") return read(token, describeDevice, waitUntil);
			return bearer.read({
				header: token,
				source,
				describeDevice,
				waitUntil
			});
		}
	};
}
/** Throws `dpop_proof_invalid`. Loaded with the first bound token: few applications have any. */
async function checkProofOf({ settings, places }, { method, target, host, proof, accessToken, thumbprint }) {
	const { verifyDpopProof } = await import("./dpop-proof-d1xo7RzI.js").then((n) => n.t);
	const { now, basePath, publicBasePath, clockToleranceSeconds } = settings;
	const place = places.find(host) ?? places.latest();
	const stripped = publicBasePath.endsWith(basePath) ? publicBasePath.slice(0, -basePath.length) : "";
	await verifyDpopProof(proof, {
		method,
		url: `${place?.origin ?? ""}${stripped}${target}`,
		now: now(),
		clockToleranceSeconds,
		accessToken,
		thumbprint,
		useOnce: (mark, expiresAt) => storeOf({ settings }).marks.useOnce(mark, expiresAt),
		isNonceKnown: null
	});
}
// node_modules/latchkey/dist/flows/session/lazy-own-login.js
/** `ready` says when the store can be used. */
function lazyOwnLogin(core, places, ready) {
	return async (user, options = {}) => {
		const place = places.find(headerOf(options.source, "host")) ?? places.latest();
		if (!place) throw new LatchkeyError("config_origin_missing");
		await ready();
		const { startOwnLogin } = await import("./start-own-login-ulEhYU39.js");
		return startOwnLogin(core, place, {
			user,
			options
		});
	};
}
// node_modules/latchkey/dist/flows/sign-out/second-looks.js
/** Longer than a server takes from taking a session's time to storing it. */
var ONCE_MORE_MILLISECONDS = 3e3;
/** A flood of logouts must not fill the memory; each look is about ten kilobytes at most. */
var MOST_LOOKS = 1e4;
function createSecondLooks(store) {
	const waiting = /* @__PURE__ */ new Map();
	async function look(named) {
		clearTimeout(waiting.get(named));
		waiting.delete(named);
		await store?.sessions.deleteOfProvider(named).catch(() => void 0);
	}
	return {
		add(named) {
			if (waiting.size >= MOST_LOOKS) return;
			const timer = setTimeout(() => void look(named), ONCE_MORE_MILLISECONDS);
			timer.unref?.();
			waiting.set(named, timer);
		},
		async finish() {
			await Promise.all([...waiting.keys()].map(look));
		}
	};
}
// node_modules/latchkey/dist/web/own-copy.js
/**
* The same text, with memory of its own. V8 makes a part of a header as a view of it: kept in a cache, it would keep the whole
* header, and each comparison would look through it.
*/
function ownCopy(text) {
	return new TextDecoder().decode(new TextEncoder().encode(text));
}
// node_modules/latchkey/dist/sessions/sessions.js
/** A tenth of the idle time, at most an hour: long enough to make writes rare, short enough to be a good "last seen". */
function lifetimesOf(settings) {
	return {
		idle: settings.idleSeconds * 1e3,
		absolute: settings.absoluteSeconds * 1e3,
		renewAfter: Math.min(settings.idleSeconds * 100, 36e5)
	};
}
/** The absolute end: kept by a session that goes on, else ours, and never past the provider's. */
function absoluteEnd(signIn, moment, { absolute }) {
	if (signIn.continues) return signIn.continues.endsAt.getTime();
	return Math.min(moment + absolute, signIn.endsBefore ?? Number.POSITIVE_INFINITY);
}
/** For what lies between the whole-second clock of a cookie and ours. */
function secondsUntil(moment, now) {
	return Math.max(0, Math.ceil((moment - now) / 1e3));
}
// node_modules/latchkey/dist/sessions/sealed-sessions.js
/** Room for the cookie's name and attributes below the browsers' 4,096 bytes. */
var MOST_TOKEN_BYTES = 3800;
/** Opened cookies that are remembered, so that a busy session is opened once. */
var MOST_OPENED = 1e4;
/** Sessions that ended here and whose copied cookies are refused by this process. */
var MOST_ENDED = 1e5;
var NO_CLAIMS = Object.freeze({});
function sealedSessions(parts) {
	const { seal, platform, lifetimes, now, acceptsUnbound, onMade } = parts;
	const acceptUnbound = acceptsUnbound !== void 0;
	const opened = new LimitedMap(MOST_OPENED);
	const ended = new LimitedMap(MOST_ENDED);
	function read(token) {
		const known = opened.get(token);
		if (known) return accept(token, known);
		return whenReady(seal.open("session", token, {
			now: now(),
			acceptUnbound
		}), (result) => {
			if (result.state !== "valid") return null;
			if (result.isUnbound && acceptsUnbound?.(result.payload.p.provider) === false) return null;
			return accept(token, remember(token, result.payload, result));
		});
	}
	/** Expiry is checked at every request, not only when the cookie was opened. */
	function accept(token, entry) {
		const moment = now();
		if (entry.expiresAt <= moment || entry.payload.e <= moment || ended.has(entry.payload.i)) {
			opened.delete(token);
			return null;
		}
		if (moment < entry.renewAt) return entry.read;
		const payload = {
			...entry.payload,
			s: moment
		};
		return whenReady(sealed(payload), ({ token: renewed, maxAgeSeconds, session }) => ({
			session,
			userFields: payload.f ?? null,
			renewed: {
				token: renewed,
				maxAgeSeconds
			}
		}));
	}
	/** Only what opened is remembered: junk cannot fill the map. */
	function remember(token, payload, result) {
		const entry = {
			read: {
				session: made(payload, result.expiresAt),
				userFields: payload.f ?? null,
				renewed: null
			},
			expiresAt: result.expiresAt,
			renewAt: result.isNewestKey ? payload.s + lifetimes.renewAfter : 0,
			payload
		};
		opened.set(ownCopy(token), entry);
		return entry;
	}
	function sealed(payload) {
		const expiresAt = Math.min(payload.s + lifetimes.idle, payload.e);
		return whenReady(seal.seal("session", payload, { expiresAt }), (token) => {
			if (token.length > MOST_TOKEN_BYTES) {
				const shorter = shortened(payload);
				if (shorter) return sealed(shorter);
				throw new LatchkeyError("session_too_large", { detail: largestFields(payload) });
			}
			return {
				token,
				maxAgeSeconds: secondsUntil(expiresAt, payload.s),
				session: made(payload, expiresAt)
			};
		});
	}
	function made(payload, expiresAt) {
		const session = toSession$1(payload, expiresAt);
		onMade?.(session);
		return session;
	}
	return {
		read,
		async start(signIn) {
			const moment = now();
			return sealed({
				i: randomText(16, platform.randomBytes),
				u: signIn.user,
				p: signIn.identity,
				c: signIn.continues?.createdAt.getTime() ?? moment,
				a: signIn.authenticatedAt,
				s: moment,
				e: absoluteEnd(signIn, moment, lifetimes),
				r: signIn.acr,
				...signIn.isSilent && { q: 1 },
				...signIn.claims && Object.keys(signIn.claims).length > 0 && { d: signIn.claims },
				...signIn.userFields && { f: signIn.userFields }
			});
		},
		async end(session) {
			ended.set(session.id, true);
			parts.onEnded?.(session);
		}
	};
}
/** Without the picture, then without the name; null where nothing is left that a session can do without. */
function shortened(payload) {
	const { u: user } = payload;
	if (user.picture !== null) return {
		...payload,
		u: {
			...user,
			picture: null
		}
	};
	return user.name === null ? null : {
		...payload,
		u: {
			...user,
			name: null
		}
	};
}
function toSession$1(payload, expiresAt) {
	return Object.freeze({
		id: payload.i,
		user: Object.freeze(payload.u),
		identity: Object.freeze(payload.p),
		createdAt: new Date(payload.c),
		authenticatedAt: new Date(payload.a),
		expiresAt: new Date(expiresAt),
		endsAt: new Date(payload.e),
		acr: payload.r,
		isSilent: payload.q === 1,
		claims: payload.d ? freezeClaims(payload.d) : NO_CLAIMS,
		clientId: null
	});
}
function largestFields({ u: user, d: claims = NO_CLAIMS, f: fields }) {
	return Object.entries({
		...user,
		...claims,
		fields
	}).map(([name, value]) => ({
		name,
		bytes: sizeOf(value)
	})).sort((a, b) => b.bytes - a.bytes).slice(0, 3).map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(", ");
}
function sizeOf(value) {
	return (typeof value === "string" ? value : JSON.stringify(value ?? "") ?? "").length;
}
// node_modules/latchkey/dist/sessions/device-change.js
/** What is not known now stays what it was. */
function latestDevice(before, now) {
	return {
		userAgent: now.userAgent ?? before.userAgent,
		clientAddress: now.clientAddress ?? before.clientAddress
	};
}
/** Another address, or another browser or system; a new version of the same one is not. */
function hasMoved(before, after) {
	return before.clientAddress !== null && before.clientAddress !== after.clientAddress || before.userAgent !== null && describeUserAgent(before.userAgent) !== describeUserAgent(after.userAgent);
}
// node_modules/latchkey/dist/sessions/session-cache.js
/** About 1 kB each. */
var MOST_ENTRIES$1 = 2e4;
function sessionCache(options) {
	const { store, toSession, cacheMilliseconds, elapsed = () => performance.now() } = options;
	const { watch } = store;
	const entries = new LimitedMap(MOST_ENTRIES$1);
	let changes = 0;
	const isOn = watch !== null && cacheMilliseconds > 0;
	if (isOn) watch.begin(drop);
	function peek(sessionId) {
		if (!entries.has(sessionId) || !watch?.isTrusted()) return null;
		const entry = entries.get(sessionId);
		return entry && elapsed() - entry.readAt < cacheMilliseconds ? entry : null;
	}
	function find(sessionId) {
		const known = peek(sessionId);
		if (known) return known;
		const changesBefore = changes;
		return whenReady(store.sessions.find(sessionId), (stored) => {
			if (!stored) return null;
			const { session: record, userFields } = stored;
			const found = {
				record,
				read: {
					session: toSession(stored),
					userFields,
					renewed: null
				},
				proven: null,
				readAt: elapsed()
			};
			if (isOn && changes === changesBefore && watch.isTrusted() && changes === changesBefore) entries.set(record.id, found);
			return found;
		});
	}
	function drop(change) {
		changes++;
		if (change.kind === "sessions") change.sessionIds.forEach(forget);
		else if (change.kind === "user") forgetUser(change.userId);
		else entries.clear();
	}
	/** All of them are looked at: users change seldom, and an index would be paid for by every session. */
	function forgetUser(userId) {
		for (const [id, { record }] of entries) if (record.userId === userId) entries.delete(id);
	}
	function forget(sessionId) {
		entries.delete(sessionId);
	}
	return {
		peek,
		find,
		forget
	};
}
// node_modules/latchkey/dist/sessions/stored-sessions.js
var ID_LENGTH = 22;
/** A handle, and 32 bytes of secret, base64url. */
var TOKEN = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;
var unknownDevice = () => ({
	userAgent: null,
	clientAddress: null
});
function storedSessions(parts) {
	const { store, platform, lifetimes, now, audience, acceptsUnbound } = parts;
	const renewing = /* @__PURE__ */ new Set();
	const cache = sessionCache({
		store,
		toSession: ({ session, user }) => made(session, user),
		cacheMilliseconds: parts.cacheSeconds * 1e3
	});
	function read(token, describeDevice = unknownDevice, waitUntil) {
		const known = cache.peek(token.slice(0, ID_LENGTH));
		if (known?.proven && platform.equals(known.proven, token)) return judge(known, describeDevice, waitUntil);
		const match = TOKEN.exec(token);
		if (!match) return null;
		const [, id = "", secret = ""] = match;
		return whenReady(cache.find(id), (found) => found ? prove(found, {
			token,
			secret,
			describeDevice,
			waitUntil
		}) : null);
	}
	function prove(found, shown) {
		const { secretHash, provider } = found.record;
		return whenReady(hashOf(shown.secret), (hash) => {
			if (platform.equals(secretHash, hash)) return admit(found, shown);
			if (audience === void 0 || !acceptsUnbound?.(provider)) return null;
			return whenReady(platform.sha256(shown.secret), (unbound) => platform.equals(secretHash, unbound) ? admit(found, shown) : null);
		});
	}
	/** Part of the hash is the application, so that a session of another one in this store is nobody here. */
	function hashOf(secret) {
		return platform.sha256(audience === void 0 ? secret : `${audience}\n${secret}`);
	}
	function admit(found, { token, describeDevice, waitUntil }) {
		found.proven = ownCopy(token);
		return judge(found, describeDevice, waitUntil);
	}
	/** The expiry is looked at for every request, whether the record was remembered or read. */
	function judge({ record, read }, describeDevice, waitUntil) {
		const moment = now();
		if (record.expiresAt <= moment || record.endsAt <= moment) {
			cache.forget(record.id);
			return null;
		}
		if (moment - record.lastSeenAt >= lifetimes.renewAfter) {
			const work = renew(record, moment, describeDevice());
			if (work) waitUntil?.(work);
		}
		return read;
	}
	/** In the background: the cookie lives as long as the session may, so that nothing has to reach the browser. */
	function renew(record, moment, seen) {
		if (renewing.has(record.id)) return null;
		renewing.add(record.id);
		const device = latestDevice(record, seen);
		const expiresAt = Math.min(moment + lifetimes.idle, record.endsAt);
		return store.sessions.extend(record.id, {
			lastSeenAt: moment,
			expiresAt,
			...device
		}).then((isAlive) => {
			return isAlive && hasMoved(record, device) ? parts.onMoved?.(record, device) : null;
		}).catch(parts.onRenewalError).finally(() => renewing.delete(record.id));
	}
	function made(record, user) {
		const session = toSession(record, user);
		parts.onMade?.(session);
		return session;
	}
	return {
		read,
		async start(signIn) {
			const moment = now();
			const secret = randomText(32, platform.randomBytes);
			const endsAt = absoluteEnd(signIn, moment, lifetimes);
			const record = {
				id: signIn.id ?? timeOrderedHandle(moment, platform),
				secretHash: await hashOf(secret),
				userId: signIn.user.id,
				...signIn.identity,
				createdAt: signIn.continues?.createdAt.getTime() ?? moment,
				authenticatedAt: signIn.authenticatedAt,
				lastSeenAt: moment,
				expiresAt: Math.min(moment + lifetimes.idle, endsAt),
				endsAt,
				acr: signIn.acr,
				sealedIdToken: signIn.sealedIdToken,
				userAgent: signIn.userAgent,
				clientAddress: signIn.clientAddress,
				details: writeDetails(signIn)
			};
			await store.sessions.insert(record);
			parts.onStarted?.();
			return {
				session: made(record, signIn.user),
				token: `${record.id}.${secret}`,
				maxAgeSeconds: secondsUntil(endsAt, moment)
			};
		},
		async end(session) {
			await store.sessions.delete(session.id);
		}
	};
}
function toSession(record, user) {
	const { provider, issuer, subject, providerSessionId } = record;
	const { isSilent, claims, clientId } = readDetails(record.details);
	return Object.freeze({
		id: record.id,
		user: Object.freeze(user),
		identity: Object.freeze({
			provider,
			issuer,
			subject,
			providerSessionId
		}),
		createdAt: new Date(record.createdAt),
		authenticatedAt: new Date(record.authenticatedAt),
		expiresAt: new Date(record.expiresAt),
		endsAt: new Date(record.endsAt),
		acr: record.acr,
		isSilent,
		claims,
		clientId
	});
}
// node_modules/latchkey/dist/sessions/create-sessions.js
function createSessions(settings, needs) {
	const { store, audience, cacheSeconds, now, providers } = settings;
	const lifetimes = lifetimesOf(settings);
	const acceptsUnbound = settings.acceptUnbound ? (provider) => providers.some(({ id }) => id === provider) : void 0;
	const common = {
		...needs,
		lifetimes,
		now,
		acceptsUnbound
	};
	return store ? storedSessions({
		...common,
		store,
		audience,
		cacheSeconds
	}) : sealedSessions(common);
}
// node_modules/latchkey/dist/sessions/session-signals.js
var tickMilliseconds = 250;
/** Without a watch each session costs one read of the store in this time. */
var readEveryMilliseconds = 500;
/** An outage that lasts longer ends what it would otherwise leave open: nobody can tell who is signed in. */
var graceMilliseconds = 3e4;
function createSessionSignals({ store, now, elapsed = () => performance.now(), repeat = repeatInBackground }) {
	const watched = /* @__PURE__ */ new Map();
	const watch = store?.watch ?? null;
	let stop = null;
	let readAllAt = Number.NEGATIVE_INFINITY;
	let hasBegun = false;
	function abort(entry, reason) {
		watched.delete(entry.id);
		for (const controller of entry.controllers) controller.abort(reason);
		stopIfIdle();
	}
	const end = (entry) => abort(entry, new LatchkeyError("session_required", { detail: "The session has ended." }));
	function hear(change) {
		if (change.kind === "sessions") ended(change.sessionIds);
		else readAll();
	}
	function ended(sessionIds) {
		for (const id of sessionIds) {
			const entry = watched.get(id);
			if (entry) end(entry);
		}
	}
	function tick() {
		const moment = now();
		for (const entry of [...watched.values()]) if (entry.expiresAt <= moment) store ? read(entry, store) : end(entry);
		if (!store) return;
		if (isWatchTrusted()) {
			const at = elapsed();
			for (const entry of watched.values()) entry.knownAt = at;
		} else if (elapsed() - readAllAt >= readEveryMilliseconds) readAll();
	}
	function isWatchTrusted() {
		try {
			return watch?.isTrusted() ?? false;
		} catch {
			return false;
		}
	}
	function readAll() {
		if (!store) return;
		readAllAt = elapsed();
		for (const entry of [...watched.values()]) read(entry, store);
	}
	async function read(entry, { sessions }) {
		if (entry.isBeingRead) return;
		entry.isBeingRead = true;
		const askedAt = elapsed();
		try {
			const stored = await sessions.find(entry.id);
			const expiresAt = stored ? Math.min(stored.session.expiresAt, stored.session.endsAt) : 0;
			if (expiresAt <= now()) return end(entry);
			entry.expiresAt = expiresAt;
			entry.knownAt = askedAt;
		} catch (error) {
			if (elapsed() - entry.knownAt < graceMilliseconds) return;
			abort(entry, error instanceof LatchkeyError ? error : new LatchkeyError("store_unavailable", { cause: error }));
		} finally {
			entry.isBeingRead = false;
		}
	}
	function start() {
		if (!hasBegun) watch?.begin(hear);
		hasBegun = true;
		stop ??= repeat(tick, tickMilliseconds);
	}
	function stopIfIdle() {
		if (watched.size === 0) close();
	}
	function close() {
		stop?.();
		stop = null;
	}
	return {
		signal({ id, expiresAt, endsAt }) {
			start();
			const known = watched.get(id);
			const entry = known ?? {
				id,
				controllers: /* @__PURE__ */ new Set(),
				expiresAt: Math.min(expiresAt.getTime(), endsAt.getTime()),
				knownAt: elapsed(),
				isBeingRead: false
			};
			if (!known) watched.set(id, entry);
			const controller = new AbortController();
			entry.controllers.add(controller);
			if (store) read(entry, store);
			return Object.assign(controller.signal, { release() {
				entry.controllers.delete(controller);
				if (entry.controllers.size > 0 || watched.get(id) !== entry) return;
				watched.delete(id);
				stopIfIdle();
			} });
		},
		ended,
		close
	};
}
function repeatInBackground(work, milliseconds) {
	const timer = setInterval(work, milliseconds);
	timer.unref?.();
	return () => clearInterval(timer);
}
// node_modules/latchkey/dist/sessions/sweeper.js
var EVERY_MILLISECONDS = 6e4;
/** Rows of each kind. SQLite stands still for one batch: a few milliseconds. */
var BATCH_ROWS = 500;
var PAUSE_MILLISECONDS = 50;
/** 200,000 rows of each kind; what is left then goes a minute later. */
var MOST_BATCHES = 400;
/** Rows stay this long after their end: a server whose clock is ahead must not take what is alive for the others. */
var GRACE_MILLISECONDS = 36e5;
function createSweeper({ store, now, onError, pause = rest }) {
	let sweptAt = Number.NEGATIVE_INFINITY;
	let underWay = null;
	let isStopped = false;
	async function sweep() {
		for (let batch = 0; batch < MOST_BATCHES && !isStopped; batch++) {
			const moment = now() - GRACE_MILLISECONDS;
			let gone = 0;
			for (const kind of [
				store.sessions,
				store.marks,
				store.tokens
			]) gone += await kind.sweep(moment, BATCH_ROWS);
			if (gone < BATCH_ROWS) return;
			await pause(PAUSE_MILLISECONDS);
		}
	}
	return {
		sweepIfDue() {
			const moment = now();
			const isRecent = moment >= sweptAt && moment - sweptAt < EVERY_MILLISECONDS;
			if (underWay || isStopped || isRecent) return;
			sweptAt = moment;
			underWay = sweep().catch(onError).finally(() => {
				underWay = null;
			});
		},
		async stop() {
			isStopped = true;
			await underWay;
		}
	};
}
/** Does not keep a process alive that has nothing else to do. */
function rest(milliseconds) {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, milliseconds);
		if (typeof timer === "object") timer.unref?.();
	});
}
// node_modules/latchkey/dist/setup/development.js
/** Whether this is one developer's own machine, as far as configuration can tell. */
function isDevelopment({ isProduction, origin }) {
	const isLoopback = origin === null || isLoopbackHostname(new URL(origin).hostname);
	return !isProduction && isLoopback && nodeModule("node:fs") !== void 0;
}
/** One secret for this working copy, so that a restart signs nobody out. */
function developmentSecret(settings) {
	const fs = nodeModule("node:fs");
	if (!fs || !isDevelopment(settings)) throw new LatchkeyError("config_secret_missing");
	const file = `${STATE_FOLDER}/secret`;
	const secret = randomText(32, platform.randomBytes);
	try {
		if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
		makeOwnFolder(fs, STATE_FOLDER);
		fs.writeFileSync(file, `${secret}\n`, {
			mode: 384,
			flag: "wx"
		});
	} catch (cause) {
		const code = codeOf(cause);
		if (code === "EEXIST" && fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
		const detail = `LATCHKEY_SECRET is not set, and none can be made up for development: ${file} cannot be read or written (${code}).`;
		throw new LatchkeyError("config_secret_missing", {
			detail,
			cause
		});
	}
	announce(settings, `No LATCHKEY_SECRET: made one up in ${file}, for development only.`);
	return secret;
}
function localProviders(settings) {
	let started = null;
	async function start(place) {
		const { startDevIdentityProvider, standIn } = await import("./dev-idp-DWMZpNYc.js");
		const idp = await startDevIdentityProvider({
			port: wantedPort(settings, place),
			stateDirectory: STATE_FOLDER,
			now: settings.now,
			keepsProcessAlive: false,
			log: (line) => announce(settings, line)
		});
		announce(settings, `The local identity provider stands in at ${idp.origin}, for development only.`);
		return {
			idp,
			standIn
		};
	}
	return {
		async get(provider, place, redirectUri) {
			started ??= start(place);
			const local = await started.catch((cause) => {
				started = null;
				throw new LatchkeyError("provider_unavailable", {
					detail: "The local identity provider could not be started.",
					cause
				});
			});
			const { idp } = local;
			const registration = await idp.serve(provider);
			idp.allowRedirect(provider.id, redirectUri);
			const at = `${place.origin}${settings.publicBasePath}`;
			idp.allowPostLogoutRedirect(provider.id, `${at}/signed-out`);
			if (provider.protocol === "oidc" && settings.store) idp.setBackchannelLogout(provider.id, `${at}/backchannel-logout/${provider.id}`);
			const { clientId, clientSecret, clientKey } = registration;
			return {
				provider: local.standIn(provider, registration),
				credentials: {
					clientId,
					clientSecret,
					clientKey
				}
			};
		},
		async close() {
			await (await started?.catch(() => null))?.idp.close();
			started = null;
		}
	};
}
/** Said once, on standard output, since it must never go unnoticed. */
function announce(settings, detail) {
	settings.log({
		event: "notice",
		level: "warn",
		time: new Date(settings.now()).toISOString(),
		detail
	});
}
/** The port beside the application's: two applications on one machine get two identity providers. */
function wantedPort({ environment }, place) {
	const configured = Number(environment.LATCHKEY_DEV_PORT);
	if (Number.isInteger(configured) && configured > 0 && configured < 65536) return configured;
	return Number(new URL(place.origin).port || 3e3) + 1;
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "it failed";
}
function nodeModule(name) {
	return globalThis.process?.getBuiltinModule?.(name);
}
// node_modules/latchkey/dist/setup/credentials.js
/**
* Null where there is no client id, so that only the local identity provider can stand in.
*
* @throws LatchkeyError `config_provider_credentials_missing`, `config_provider_invalid`
*/
function credentialsOf(provider) {
	const { clientId, clientSecret, clientKey, variablePrefix } = provider;
	if (!clientId) return null;
	if (!clientSecret && !clientKey && provider.clientAuthentication !== "none") throw new LatchkeyError("config_provider_credentials_missing", { detail: `${variablePrefix}_CLIENT_SECRET is missing. (A public client says so: ${variablePrefix}_CLIENT_AUTH=none, or clientAuthentication: 'none'.)` });
	if (provider.missingOptions.length > 0) throw optionsMissing(provider);
	return {
		clientId,
		clientSecret: clientSecret || null,
		clientKey
	};
}
/** Everything that is missing, at once. */
function checkCredentials(settings, problems) {
	const without = settings.providers.filter((provider) => problems.attempt(() => credentialsOf(provider), void 0) === null);
	if (without.length === 0 || isDevelopment(settings)) return;
	for (const provider of without) if (provider.missingOptions.length > 0) problems.add(optionsMissing(provider));
	const names = without.map(({ variablePrefix: prefix }) => `${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET`);
	problems.add(new LatchkeyError("config_provider_credentials_missing", { detail: `Missing: ${names.join(", ")}.` }));
}
function optionsMissing({ id, missingOptions, ownOptions, variablePrefix }) {
	const wanted = missingOptions.map((option) => {
		const { example, sentence } = ownOptions[option] ?? {};
		return `${option} (${variablePrefix}_${variableOfOption(option)}${example ? `, such as ${example}` : ""}): ${sentence}`;
	});
	return new LatchkeyError("config_provider_invalid", { detail: `Provider "${id}" needs ${wanted.join(" ")}` });
}
// node_modules/latchkey/dist/setup/place-by-place.js
/** Anybody can name places: the one that was added first goes. */
var MOST_PLACES = 500;
var MOST_CHARACTERS$1 = 200;
/** Answers the provider at the place that is meant. It throws `provider_place_invalid`. */
function placeByPlace() {
	const moved = new LimitedMap(MOST_PLACES);
	function moveTo(configured, value) {
		const place = value.length > MOST_CHARACTERS$1 ? null : configured.loginPlace?.read(value);
		if (!place) return null;
		const key = JSON.stringify([configured.id, place]);
		const provider = moved.get(key) ?? configured.at(place);
		moved.set(key, provider);
		return provider;
	}
	return (configured, { loginPlace, issuer }) => {
		if (!configured.loginPlace) return {
			provider: configured,
			loginPlace: null
		};
		if (issuer !== void 0) {
			for (const value of namesIn(issuer)) {
				const provider = moveTo(configured, value);
				if (provider?.issuer === issuer) return {
					provider,
					loginPlace: value
				};
			}
			return {
				provider: configured,
				loginPlace: null
			};
		}
		const value = loginPlace?.trim() ?? "";
		const provider = value === "" ? null : moveTo(configured, value);
		if (!provider) throw refusal(configured.loginPlace.parameter, value);
		return {
			provider,
			loginPlace: value
		};
	};
}
/** What a person may have typed for the place with this issuer. */
function namesIn(issuer) {
	if (!URL.canParse(issuer)) return [issuer];
	const { hostname, host, origin } = new URL(issuer);
	return [
		hostname,
		host,
		origin,
		issuer,
		hostname.split(".")[0] ?? ""
	];
}
function refusal(parameter, value) {
	const found = value === "" ? "is missing" : `"${value.slice(0, 100)}" is no place of this provider`;
	return new LatchkeyError("provider_place_invalid", { detail: `The parameter ${parameter} ${found}.` });
}
// node_modules/latchkey/dist/setup/provider-directory.js
/** Throws `config_provider_credentials_missing` for half of a client. */
function createProviderDirectory(settings) {
	const credentials = new Map(settings.providers.map((provider) => [provider.id, credentialsOf(provider)]));
	const localIds = settings.providers.filter(({ id }) => !credentials.get(id)).map(({ id }) => id);
	const local = localProviders(settings);
	const atPlace = placeByPlace();
	/** By the provider as it is spoken to, so that a provider that is let go takes its clients along. */
	const clients = /* @__PURE__ */ new WeakMap();
	const protocolOf = loadOnce(() => loadProtocol(settings));
	async function prepare(provider, place) {
		const [{ createProviderClient }, protocol] = await Promise.all([import("./provider-client-BW0wh2Mw.js"), protocolOf()]);
		const known = credentials.get(provider.id);
		if (known) return {
			provider,
			client: createProviderClient(provider, known, protocol),
			isLocal: false
		};
		const redirectUri = `${place.origin}${settings.publicBasePath}/callback/${provider.id}`;
		const { provider: moved, credentials: own } = await local.get(provider, place, redirectUri);
		return {
			provider: moved,
			client: createProviderClient(moved, own, protocol),
			isLocal: true
		};
	}
	function speakTo(provider, { origin }, prepared) {
		const byOrigin = clients.get(provider) ?? /* @__PURE__ */ new Map();
		clients.set(provider, byOrigin);
		let preparing = byOrigin.get(origin);
		if (!preparing) {
			preparing = prepared();
			byOrigin.set(origin, preparing);
			preparing.catch(() => byOrigin.delete(origin));
		}
		return preparing;
	}
	function find(id, _asker) {
		const provider = settings.providers.find((one) => one.id === id);
		if (!provider) throw new LatchkeyError("provider_unknown");
		return provider;
	}
	const directory = {
		list: () => settings.providers,
		find,
		async get(id, asker, which = {}) {
			const configured = find(id, asker);
			const { provider, loginPlace } = atPlace(configured, which);
			return {
				...await speakTo(provider, asker.place, () => prepare(provider, asker.place)),
				configured,
				loginPlace
			};
		},
		isLocal: (id) => localIds.includes(id)
	};
	return {
		...directory,
		async start(place) {
			await Promise.all(localIds.map((id) => standIn(directory, id, place)));
		},
		close: local.close
	};
}
/** A provider whose place each login says is prepared by its first login. */
async function standIn(directory, id, place) {
	const { loginPlace } = await directory.find(id, { place });
	if (!loginPlace) await directory.get(id, { place });
}
/** One keep-alive client for all providers, with what it needs loaded at the first login. */
async function loadProtocol(settings) {
	const { fetch, now, clockToleranceSeconds, isProduction } = settings;
	const { createOutboundFetch } = await import("./outbound-C2KZ_cse.js");
	return {
		fetch: createOutboundFetch(fetch ? { fetch } : {}),
		now,
		clockToleranceSeconds,
		isDevelopment: !isProduction,
		onNotice: ({ provider, detail }) => settings.log({
			event: "provider_notice",
			level: "warn",
			time: new Date(now()).toISOString(),
			provider,
			detail
		})
	};
}
// node_modules/latchkey/dist/environment/deployment.js
/**
* Whether this is production: `NODE_ENV=production`, or an origin that is not this machine, unless `NODE_ENV` says
* `development` or `test`. A server that people reach must not show them what is meant for its developer because one
* variable was forgotten.
*/
function isProductionAt({ NODE_ENV }, origins) {
	if (NODE_ENV === "production") return true;
	return origins.some(isPublic) && !isSaidToBeDevelopment(NODE_ENV);
}
/** The addresses of the application, as the option or the variable `ORIGIN` gives them, unchecked. */
function givenOrigins(option, { ORIGIN }) {
	const given = option ?? ORIGIN ?? "";
	return (typeof given === "string" ? given.split(",") : given).map((origin) => origin.trim()).filter(Boolean);
}
/** What to say at start about a deployment that is not what its variables say, or that only one variable makes unsafe. */
function deploymentNotices({ NODE_ENV }, origins) {
	if (NODE_ENV === "production") return [];
	const origin = origins.find(isPublic);
	if (origin === void 0) return !NODE_ENV || isSaidToBeDevelopment(NODE_ENV) ? [] : [`NODE_ENV is ${JSON.stringify(NODE_ENV.slice(0, 40))}: only "production" turns off what is for development.`];
	return isSaidToBeDevelopment(NODE_ENV) ? [`NODE_ENV=${NODE_ENV} at ${origin}: error pages show everybody what is meant for the developer, and issueTestSession works. Set NODE_ENV=production wherever other people can reach this.`] : [`${origin} is not this machine, so this is treated as production. Set NODE_ENV=production, or NODE_ENV=development for a tunnel to your own machine.`];
}
function isPublic(origin) {
	return URL.canParse(origin) && !isLoopbackHostname(new URL(origin).hostname);
}
function isSaidToBeDevelopment(mode) {
	return mode === "development" || mode === "test";
}
// node_modules/latchkey/dist/environment/start-problems.js
var StartProblems = class {
	#found = [];
	/** Keeps a LatchkeyError for the end; `otherwise` goes on in the place of the value. Other errors pass. */
	attempt(read, otherwise) {
		try {
			return read();
		} catch (error) {
			this.add(error);
			return otherwise;
		}
	}
	/** One that was caught. */
	add(error) {
		if (!(error instanceof LatchkeyError)) throw error;
		const known = new Set(this.#found.map(({ message }) => message));
		this.#found.push(...problemsIn(error).filter(({ message }) => !known.has(message)));
	}
	get found() {
		return this.#found;
	}
	/**
	* Throws what was found: a single problem as it is, several as `config_invalid` with one line for each. `hints` are
	* notices that may explain them.
	*/
	throwIfAny(hints = []) {
		const [first, ...others] = this.#found;
		if (!first) return;
		if (others.length === 0 && hints.length === 0) throw first;
		const lines = [...this.#found.map(({ message }) => message), ...hints];
		throw new LatchkeyError("config_invalid", {
			detail: `${lines.length} things to look at:\n${lines.map((line) => `- ${line}`).join("\n")}`,
			cause: new AggregateError(this.#found)
		});
	}
};
/** The single problems of a start-up error. */
function problemsIn(error) {
	if (error.code !== "config_invalid" || !(error.cause instanceof AggregateError)) return [error];
	return error.cause.errors.filter((one) => one instanceof LatchkeyError);
}
// node_modules/latchkey/dist/environment/variables.js
/** `about` begins each error: `Provider "acme": `. */
function readVariables(environment, problems, about = "") {
	const text = (name) => environment[name] || void 0;
	function refuse(name, fault) {
		problems.add(variableInvalid(`${about}${name}`, environment[name], fault));
	}
	function read(name, fault, parse) {
		const value = text(name);
		if (value === void 0) return void 0;
		return parse(value) ?? refuse(name, fault);
	}
	return {
		text,
		refuse,
		refuseSecret: (name, fault) => {
			problems.add(variableInvalid(`${about}${name}`, void 0, fault));
		},
		flag: (name) => read(name, "must be 1 or 0", (value) => flags.get(value.trim().toLowerCase())),
		integer: (name, least, most) => read(name, `must be a whole number from ${least} to ${most}`, (value) => {
			const number = /^\s*[0-9]{1,12}\s*$/.test(value) ? Number(value) : NaN;
			return number >= least && number <= most ? number : void 0;
		}),
		list: (name) => read(name, "must name something", (value) => {
			const items = value.split(/[\s,]+/).filter(Boolean);
			return items.length > 0 ? items : void 0;
		}),
		choice: (name, values) => read(name, `must be one of ${values.join(", ")}`, (value) => values.find((one) => one === value.trim())),
		parameters: (name) => read(name, "must have the form of a query, each name once: prompt=consent&audience=api", readParameters)
	};
}
var flags = /* @__PURE__ */ new Map([
	["1", true],
	["true", true],
	["0", false],
	["false", false]
]);
function readParameters(value) {
	const query = value.trim().replace(/^\?/, "");
	const pairs = [...new URLSearchParams(query)];
	const names = new Set(pairs.map(([name]) => name));
	return query.split("&").every((part) => /^[^=]+=/.test(part)) && names.size === pairs.length ? Object.fromEntries(pairs) : void 0;
}
/** The start-up error of one variable, with what was found there; without `value` where that is a secret. */
function variableInvalid(name, value, fault) {
	return new LatchkeyError("config_variable_invalid", { detail: `${name} ${value === void 0 ? "" : `is ${shownValue(value)}, and `}${fault}.` });
}
var longestShown = 80;
/** A value for a message: in quotes, bounded, and without what stands before the `@` of an address. */
function shownValue(value) {
	const withoutLogin = value.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, "$1[hidden]@");
	const start = Array.from(withoutLogin).slice(0, longestShown).join("");
	return JSON.stringify(start === withoutLogin ? start : `${start}…`);
}
// node_modules/latchkey/dist/setup/read-claim-names.js
/** They belong to one token, and say nothing about a person. */
var TOKEN_CLAIMS = /* @__PURE__ */ new Set([
	"nonce",
	"at_hash",
	"c_hash",
	"s_hash",
	"exp",
	"nbf"
]);
var MOST_NAMES = 50;
/** Throws `config_option_invalid`. */
function readClaimNames(names = []) {
	if (!Array.isArray(names) || names.length > MOST_NAMES) throw invalid$7(`session.claims must be a list of at most ${MOST_NAMES} names.`);
	for (const name of names) if (typeof name !== "string" || name === "" || name.length > 255 || TOKEN_CLAIMS.has(name)) throw invalid$7(`session.claims: "${String(name).slice(0, 60)}" is not the name of a claim about a person.`);
	return Object.freeze([...new Set(names)]);
}
function invalid$7(detail) {
	return new LatchkeyError("config_option_invalid", { detail });
}
// node_modules/latchkey/dist/setup/read-clients.js
var ID = /^[A-Za-z0-9._-]{1,64}$/;
var MOST_NAME_CHARACTERS = 100;
/** Leaves out what is wrong, which stands in `problems` then. */
function readClients(clients, problems) {
	const ids = /* @__PURE__ */ new Set();
	return Object.freeze(clients.flatMap((options) => {
		const client = problems.attempt(() => readClient(options), null);
		if (!client) return [];
		if (ids.has(client.id)) problems.add(invalid$6(`two clients have the id "${client.id}"`));
		ids.add(client.id);
		return [client];
	}));
}
/** Sentences for the log: what works, and is probably not meant. */
function clientNotices(clients, bearer) {
	const unowned = clients.flatMap(({ id, redirectUris = [] }) => redirectUris.filter(isUnownedScheme).map((uri) => ({
		id,
		uri
	})));
	return [
		...clients.length > 0 && !bearer ? ["clients get tokens that this application does not admit: set bearer: true (BEARER=1)."] : [],
		...bearer && clients.length === 0 ? ["bearer is on, and no client can get a token: name one in clients (NATIVE_CLIENTS)."] : [],
		...unowned.map(({ id, uri }) => `The client "${id}" has the redirect URI ${shownValue(uri)}: any program can claim that scheme. Use a domain of yours, reversed: com.example.app:/signed-in (RFC 8252 §7.1).`)
	];
}
/** Throws `config_option_invalid`. */
function readClient({ id, name, redirectUris = [], device = false, requireDpop = false }) {
	if (typeof id !== "string" || !ID.test(id)) throw invalid$6(`the id ${shownValue(String(id))} must be 1 to 64 letters, digits, dots, dashes or underscores`);
	if (name !== void 0 && (name.trim() === "" || name.length > MOST_NAME_CHARACTERS)) throw invalid$6(`the name of "${id}" must have 1 to ${MOST_NAME_CHARACTERS} characters`);
	if (redirectUris.length === 0 && !device) throw invalid$6(`"${id}" needs redirectUris or device: true, else it can never sign anybody in`);
	for (const uri of redirectUris) {
		const fault = redirectFault(uri);
		if (fault !== null) throw invalid$6(`the redirect URI ${shownValue(uri)} of "${id}" ${fault}`);
	}
	return Object.freeze({
		id,
		name: name ?? id,
		redirectUris: Object.freeze([...new Set(redirectUris)]),
		device,
		requireDpop
	});
}
function invalid$6(what) {
	return new LatchkeyError("config_option_invalid", { detail: `clients: ${what}.` });
}
// node_modules/latchkey/dist/setup/read-cookie-domain.js
/** Null where each origin keeps its cookie to itself. @throws LatchkeyError `config_option_invalid` */
function readCookieDomain(domain, ownOrigins) {
	if (domain === void 0) return null;
	const url = URL.canParse(`https://${domain}/`) ? new URL(`https://${domain}/`) : null;
	if (!url || url.hostname !== domain) throw invalid$5(domain, `must be a bare domain in lower case${url && /^[a-z0-9.-]+$/.test(url.hostname) ? `, such as ${url.hostname.replace(/\.$/, "")}` : ""}`);
	if (domain.startsWith(".") || domain.endsWith(".")) throw invalid$5(domain, "must not begin or end with a dot");
	if (/^[\d.]+$/.test(domain) || domain.startsWith("[")) throw invalid$5(domain, "must not be an IP address");
	if (!domain.includes(".")) throw invalid$5(domain, "must have two labels at least, such as example.com");
	for (const origin of ownOrigins.length > 0 ? ownOrigins : [""]) readMember(domain, origin);
	return domain;
}
function readMember(domain, origin) {
	if (!origin.startsWith("https:")) throw invalid$5(domain, "needs an https ORIGIN");
	const { hostname } = new URL(origin);
	if (hostname !== domain && !hostname.endsWith(`.${domain}`)) throw invalid$5(domain, `must be the host of ${origin} or a parent of it`);
}
function invalid$5(domain, fault) {
	return new LatchkeyError("config_option_invalid", { detail: `COOKIE_DOMAIN (cookieDomain) is ${shownValue(domain)}, and ${fault}.` });
}
// node_modules/latchkey/dist/setup/read-front-ends.js
/** Adds `config_origin_invalid` for each that is not the origin of one front end. */
function readFrontEnds(given, { problems, ...surroundings }) {
	const origins = (given ?? []).flatMap((text) => problems.attempt(() => [readFrontEnd(text, surroundings)], []));
	return Object.freeze([...new Set(origins)]);
}
function readFrontEnd(text, { ownOrigins, isProduction }) {
	const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : null;
	if (!url || !/^https?:$/.test(url.protocol)) throw invalid$4(text, EXAMPLE);
	if (url.username || url.password) throw invalid$4(text, "must not have a user name or a password");
	if (url.hostname.includes("*")) throw invalid$4(text, "must name one origin: patterns are not accepted");
	if (url.origin !== text) throw invalid$4(text, `must be written as browsers send it: ${url.origin}`);
	if (url.hostname.endsWith(".")) throw invalid$4(text, "must not end with a dot");
	const isOnThisMachine = ownOrigins.every((origin) => origin.startsWith("http:"));
	if (url.protocol === "http:" && !(isLoopbackHostname(url.hostname) && (isOnThisMachine || !isProduction))) throw invalid$4(text, "must be https; http is for a front end on this machine, in development");
	return text;
}
/** What to say at start about front ends that can only be on another site: browsers send them none of our cookies. */
function frontEndNotices(frontEnds, ownOrigins) {
	const elsewhere = frontEnds.filter((frontEnd) => ownOrigins.every((own) => !mayShareSite(frontEnd, own)));
	if (elsewhere.length === 0 || ownOrigins.length === 0) return [];
	return [`ORIGINS names ${elsewhere.join(", ")}, which is another site than ${ownOrigins.join(", ")}: browsers send our cookies (SameSite=Lax) to no script there, so nobody is signed in on it. Put both below one domain, let the front end proxy this server, or use tokens instead of cookies (docs/front-ends.md).`];
}
/** Schemeful same site (HTML §7.1.1), as far as names tell: which domains one can register, only browsers know. */
function mayShareSite(a, b) {
	const [one, other] = [new URL(a), new URL(b)];
	if (one.protocol !== other.protocol) return false;
	if (one.hostname === other.hostname) return true;
	if (isAddress(one.hostname) || isAddress(other.hostname)) return false;
	const end = (hostname) => hostname.split(".").slice(-2).join(".");
	return one.hostname.includes(".") && end(one.hostname) === end(other.hostname);
}
function isAddress(hostname) {
	return hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
}
var EXAMPLE = "must be an origin: scheme, host and port only, such as https://app.example.com";
function invalid$4(text, fault) {
	return new LatchkeyError("config_origin_invalid", { detail: `ORIGINS names ${shownValue(String(text))}, which ${fault}.` });
}
// node_modules/latchkey/dist/setup/read-languages.js
/** `atHand` are the tags that come with Latchkey. Throws `config_option_invalid`. */
function readLanguages({ language = null, languages, messages = {} }, atHand) {
	const own = new Map(Object.entries(messages).map(([tag, source]) => [readTag(tag), source]));
	for (const [tag, source] of own) {
		if (typeof source === "function") continue;
		const [fault] = translationFaults(source);
		if (fault !== void 0) throw invalid$3(`messages.${tag}: ${fault}.`);
	}
	const all = [.../* @__PURE__ */ new Set([...atHand, ...own.keys()])];
	if (languages !== void 0 && (!Array.isArray(languages) || languages.length === 0)) throw invalid$3("languages must name at least one language, such as [\"de\", \"en\"].");
	const spoken = languages === void 0 ? all : languages.map((tag) => findTag("languages", tag, all));
	if (typeof language === "string") findTag("language", language, spoken);
	else if (language !== null && typeof language !== "function") throw invalid$3("language must be a tag such as \"de\", or a function of the request.");
	return {
		language,
		languages: spoken,
		messages: own
	};
}
function readTag(tag) {
	const canonical = canonicalTag(tag);
	if (canonical !== null) return canonical;
	throw invalid$3(`messages: ${JSON.stringify(tag.slice(0, 40))} is no language tag, such as "de" or "pt-BR".`);
}
function findTag(option, tag, all) {
	const found = typeof tag === "string" ? matchLanguage(tag, all) : null;
	if (found) return found.tag;
	throw invalid$3(`${option}: ${JSON.stringify(tag)?.slice(0, 40)} is not at hand. At hand: ${all.join(", ")}. Further languages come by messages (docs/languages.md).`);
}
function invalid$3(detail) {
	return new LatchkeyError("config_option_invalid", { detail });
}
// node_modules/latchkey/dist/setup/read-migrations.js
/** By the id of the provider that issues anew. Throws `config_option_invalid`. */
function readMigrations({ migrations = {}, providers }) {
	const windows = /* @__PURE__ */ new Map();
	for (const [id, window] of Object.entries(migrations)) {
		const provider = providers.find((each) => each.id === id);
		if (!provider) throw invalid$2(id, "no configured provider has this id");
		windows.set(id, {
			...window,
			until: readUntil(id, window.until)
		});
		checkWay(id, window, {
			provider,
			providers
		});
	}
	return windows;
}
function checkWay(id, { issuer, subject, provider: formerId }, { provider, providers }) {
	if (formerId !== void 0) {
		if (issuer !== void 0 || subject !== void 0) throw invalid$2(id, "provider asks the person, issuer and subject do not: give one or the other");
		if (formerId === id || !providers.some((each) => each.id === formerId)) throw invalid$2(id, `provider "${formerId}" is not the id of another configured provider`);
		return;
	}
	if (issuer === void 0 && subject === void 0) throw invalid$2(id, "one of issuer, subject and provider is needed");
	if (issuer === provider.issuer && subject === void 0) throw invalid$2(id, "issuer is the one that the provider has now");
}
/** A day ends with its last moment. */
function readUntil(id, until) {
	const isDay = typeof until === "string" && /^\d{4}-\d\d-\d\d$/.test(until);
	const date = until instanceof Date ? until : new Date(isDay ? `${until}T23:59:59.999Z` : NaN);
	if (Number.isNaN(date.getTime())) throw invalid$2(id, "until must be a Date, or a day such as \"2027-03-31\"");
	return date.getTime();
}
function invalid$2(id, what) {
	return new LatchkeyError("config_option_invalid", { detail: `migrations.${id}: ${what}.` });
}
// node_modules/latchkey/dist/setup/read-origin.js
/** Empty in development where none is configured. Adds `config_origin_missing` and `config_origin_invalid`. */
function readOwnOrigins(given, isProduction, problems) {
	if (given.length === 0 && isProduction) problems.add(new LatchkeyError("config_origin_missing"));
	const origins = given.flatMap((text) => problems.attempt(() => [readOrigin(text)], []));
	return Object.freeze([...new Set(origins)]);
}
/** Throws `config_origin_invalid`. */
function readOrigin(text) {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url && (url.username || url.password)) throw invalid$1(text, "must not have a user name or a password");
	if (url && /^https?:$/.test(url.protocol) && url.pathname !== "/") throw invalid$1(text, `must end with its host: ${url.origin}. Where the routes live is basePath; where a proxy strips a prefix, publicBasePath (PUBLIC_BASE_PATH) says where browsers reach them (docs/addresses.md)`);
	if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash) throw invalid$1(text, "must be scheme, host and port only, such as https://app.example.com");
	if (url.protocol === "http:" && !isLoopbackHostname(url.hostname)) throw invalid$1(text, "must be https, on a local network or behind a tunnel, too (docs/addresses.md)");
	return url.origin;
}
function invalid$1(text, fault) {
	return new LatchkeyError("config_origin_invalid", { detail: `ORIGIN is ${shownValue(text)}, and ${fault}.` });
}
// node_modules/latchkey/dist/providers/definition/entry-options.js
/** Fills in defaults, and examples for required options that were not given. What was given goes on as it is. */
function completeOptions(given, table) {
	const completed = Object.fromEntries(Object.entries(given));
	const missing = [];
	for (const [name, { default: usual, required, example }] of Object.entries(table)) {
		if (completed[name] !== void 0) continue;
		completed[name] = usual ?? (required ? example : void 0);
		if (required && usual === void 0) missing.push(name);
	}
	if ("baseUrl" in table) completed.baseUrl = String(completed.baseUrl).replace(/\/+$/, "");
	return {
		options: completed,
		missing
	};
}
/** The first fault among the options that were given, as a sentence without its end; null when there is none. */
function faultInOptions(given, table) {
	for (const [name, option] of Object.entries(table)) {
		const value = given[name];
		const fault = value === void 0 ? null : faultInOption(option, value);
		if (fault !== null) return `${name} ${fault}`;
	}
	return null;
}
/** What is wrong with a value, as the end of a sentence that begins with the option's or the variable's name. */
function faultInOption(option, value) {
	const { kind, values } = option;
	if (kind === "code") return null;
	if (kind === "flag") return typeof value === "boolean" ? null : "must be true or false";
	if (kind === "list") return faultInList(option, value);
	if (typeof value !== "string" || value.trim() === "") return "must be text";
	if (values && !values.includes(value)) return `must be one of ${values.join(", ")}`;
	return formFaults[kind](value) ?? option.fault?.(value) ?? null;
}
function faultInList({ values, fault }, value) {
	if (!Array.isArray(value) || value.some((item) => typeof item !== "string" || item === "")) return "must be a list of texts";
	if (values && value.some((item) => !values.includes(item))) return `must be made of ${values.join(", ")}`;
	for (const item of value) {
		const found = fault?.(item) ?? null;
		if (found !== null) return found;
	}
	return null;
}
var label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
var host = new RegExp(`^${label}(?:\\.${label})*(?::[0-9]{1,5})?$`);
var formFaults = {
	text: (value) => /\p{Cc}/u.test(value) ? "must be one line of text" : null,
	name: (value) => /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,255}$/.test(value) ? null : "must be made of letters, digits, dots, hyphens and underscores, such as a tenant or a realm",
	host: (value) => host.test(value) ? null : "must be a host name without scheme and path, such as acme.example.com",
	url: faultInIssuer,
	secret: () => null,
	pem: (value) => /^-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s[\s\S]+-----END (?:[A-Z]+ )?PRIVATE KEY-----\s*$/.test(value) ? null : "must be a private key in PEM form: the whole file, from -----BEGIN PRIVATE KEY----- to the last line"
};
// node_modules/latchkey/dist/environment/provider-variables.js
var providerVariables = [
	variable("CLIENT_ID", "text", "clientId", "The client id."),
	variable("CLIENT_SECRET", "secret", "clientSecret", "The client secret."),
	variable("CLIENT_KEY", "json", "clientKey", "A private JWK that says its `alg`: signs instead of sending a secret (`private_key_jwt`)."),
	{
		...variable("CLIENT_AUTH", "choice", "clientAuthentication", "How the client proves itself."),
		values: [
			"client_secret_basic",
			"client_secret_post",
			"client_secret_jwt",
			"private_key_jwt",
			"none"
		]
	},
	{
		...variable("CLIENT_ASSERTION_AUDIENCE", "choice", "clientAssertionAudience", "The `aud` of a signed client assertion."),
		values: ["issuer", "token-endpoint"]
	},
	variable("SAME_IDENTITIES_AS", "text", "sameIdentitiesAs", "The id of another provider whose people these are: two with one issuer do not start without it."),
	variable("ISSUER", "issuer", "issuer", "Exactly as the provider writes it, a slash at its end included."),
	variable("BASE_URL", "issuer", "baseUrl", "Another host: an emulator, an enterprise server."),
	variable("API_URL", "issuer", "apiUrl", "The base address of its API."),
	variable("API_ORIGINS", "list", "apiOrigins", "Further origins that may see an access token."),
	variable("METADATA_URL", "address", "metadataUrl", "The exact address of its metadata, when that is not below the issuer."),
	variable("DANGEROUSLY_PLAIN_HTTP_BACKCHANNEL", "flag", "dangerouslyPlainHttpBackchannel", "`1`: accepts `http:` for `_BACKCHANNEL_URL` in production too, on a network of your own."),
	variable("BACKCHANNEL_URL", "internal", "backchannelUrl", "The base address that this server uses, when browsers use another one."),
	variable("AUTHORIZATION_ENDPOINT", "address", "endpoints.authorization", "One endpoint by itself."),
	variable("TOKEN_ENDPOINT", "address", "endpoints.token", "One endpoint by itself."),
	variable("USERINFO_ENDPOINT", "address", "endpoints.userinfo", "One endpoint by itself."),
	variable("JWKS_URI", "address", "endpoints.jwks", "Where its keys are."),
	variable("REVOCATION_ENDPOINT", "address", "endpoints.revocation", "One endpoint by itself."),
	variable("END_SESSION_ENDPOINT", "address", "endpoints.endSession", "One endpoint by itself."),
	variable("SCOPE", "list", "scopes", "The scopes, instead of the entry’s own."),
	variable("AUTH_PARAMS", "parameters", "authorizationParams", "Added to the authorization request."),
	variable("TOKEN_PARAMS", "parameters", "tokenParams", "Added to the token request."),
	variable("LOGIN_HINTS", "list", "loginHints", "Parameters that `/auth/login/ID` passes on, beside `login_hint` and `ui_locales`."),
	{
		...variable("RESPONSE_MODE", "choice", "responseMode", "How the answer comes back."),
		values: ["query", "form_post"]
	},
	{
		...variable("PKCE", "choice", "pkce", "`0`: the provider refuses PKCE; `plain`: it knows no S256."),
		values: [
			"0",
			"1",
			"plain",
			"S256",
			"none"
		],
		meanings: {
			0: "none",
			1: "S256"
		}
	},
	variable("PAR", "flag", "pushedAuthorizationRequests", "`1`: hands the authorization request to the provider directly (RFC 9126)."),
	variable("REAUTHENTICATION", "parameters", "reauthentication", "What makes it ask for the password again, where it sends no usable `auth_time`: `prompt=login`."),
	variable("REFRESH_SCOPE", "flag", "sendsScopeOnRefresh", "`1`: its refresh wants `scope`."),
	variable("USER_AGENT", "text", "requestHeaders.user-agent", "The `User-Agent` of each request to it."),
	variable("ID_TOKEN_ALG", "text", "idTokenSigningAlg", "The algorithm of its ID tokens, as registered."),
	{
		...variable("CLAIMS_FROM", "choice", "claimsFrom", "Where claims come from."),
		values: ["id-token", "userinfo"]
	},
	variable("EMAIL_CLAIM", "text", "claimNames.email", "Which claim is the e-mail address."),
	variable("NAME_CLAIM", "text", "claimNames.name", "Which claim is the name."),
	variable("PICTURE_CLAIM", "text", "claimNames.picture", "Which claim is the picture."),
	variable("AUTHORITATIVE_DOMAINS", "list", "authoritativeDomains", "Domains whose mailboxes this provider itself runs: its word about an address there is final."),
	variable("LOGOUT_TOKEN_WITHOUT_EXP", "flag", "logoutTokensWithoutExpiry", "`1`: accepts back-channel logout tokens without `exp`."),
	variable("NAME", "text", "name", "For the button.")
];
function variable(suffix, kind, option, sentence) {
	return {
		suffix,
		kind,
		option,
		sentence
	};
}
// node_modules/latchkey/dist/environment/provider-options.js
/** What the environment says; null where it says nothing about this provider. Faults go to `problems`. */
function readProviderOptions(source, problems) {
	const { environment, id, prefix, ownOptions } = source;
	const reader = readVariables(environment, problems, `Provider "${id}": `);
	const options = {};
	for (const variable of providerVariables) {
		if (variable.option in ownOptions) continue;
		const name = `${prefix}_${variable.suffix}`;
		if (!environment[name]) continue;
		setOption(options, variable.option, readVariable(reader, name, variable));
	}
	for (const [option, description] of Object.entries(ownOptions)) {
		const name = `${prefix}_${variableOfOption(option)}`;
		if (!environment[name] || description.kind === "code") continue;
		options[option] = readOwnOption(reader, name, description);
	}
	return Object.values(options).every((value) => value === void 0) ? null : options;
}
function setOption(options, path, value) {
	if (value === void 0) return;
	const [option = "", part] = path.split(".");
	options[option] = part === void 0 ? value : {
		...options[option],
		[part]: value
	};
}
function readVariable(reader, name, variable) {
	const value = reader.text(name) ?? "";
	switch (variable.kind) {
		case "text":
		case "secret": return value;
		case "list": return reader.list(name);
		case "flag": return reader.flag(name);
		case "choice": {
			const choice = reader.choice(name, variable.values ?? []);
			return choice && (variable.meanings?.[choice] ?? choice);
		}
		case "parameters": {
			const parameters = reader.parameters(name);
			const fault = faultInParameters("it", parameters);
			return fault === null ? parameters : reader.refuse(name, fault);
		}
		case "issuer":
		case "internal":
		case "address": {
			const fault = addressFaults[variable.kind](value);
			return fault === null ? value : reader.refuse(name, fault);
		}
		case "json": return readJson(value) ?? reader.refuseSecret(name, "must be a JSON object");
	}
}
var addressFaults = {
	issuer: faultInIssuer,
	internal: faultInInternalUrl,
	address: faultInEndpointUrl
};
function readJson(value) {
	try {
		const parsed = JSON.parse(value);
		return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? parsed : void 0;
	} catch {
		return;
	}
}
function readOwnOption(reader, name, option) {
	const { kind } = option;
	const text = reader.text(name) ?? "";
	if (kind === "flag") return reader.flag(name);
	const value = kind === "list" ? reader.list(name) : kind === "pem" ? withLineBreaks(text) : text;
	const fault = faultInOption(option, value);
	if (fault === null) return value;
	return kind === "secret" || kind === "pem" ? reader.refuseSecret(name, fault) : reader.refuse(name, fault);
}
/** Most places for variables hold one line, so a key is written with `\n` in it. */
function withLineBreaks(text) {
	return text.includes("\n") ? text : text.replaceAll("\\n", "\n");
}
// node_modules/latchkey/dist/environment/complete-provider.js
/** The provider itself where the environment says nothing about it, or something that cannot be used. */
function completeProvider(provider, environment, problems) {
	const { id, variablePrefix: prefix, ownOptions } = provider;
	const options = readProviderOptions({
		environment,
		id,
		prefix,
		ownOptions
	}, problems);
	if (options === null) return provider;
	return problems.attempt(() => namingVariables({
		environment,
		prefix
	}, () => provider.withDefaults(options)), provider);
}
/** Adds the variables that were read to an error about the provider that they describe. */
function namingVariables({ environment, prefix }, make) {
	try {
		return make();
	} catch (error) {
		if (!(error instanceof LatchkeyError) || error.code !== "config_provider_invalid") throw error;
		const names = Object.keys(environment).filter((name) => name.startsWith(`${prefix}_`) && environment[name]);
		throw new LatchkeyError("config_provider_invalid", {
			detail: `${error.detail} It is described by ${names.join(", ")}.`,
			cause: error
		});
	}
}
// node_modules/latchkey/dist/setup/read-providers.js
/** Each completed by the environment, each id and each identity key once. What is wrong is added to the problems. */
function readProviders(providers, { environment, isProduction, problems }) {
	if (!providers || providers.length === 0) {
		problems.add(invalid("No provider is on: latchkey({ providers: [google(), github()] }), or PROVIDERS=google,github with optionsFromEnvironment."));
		return [];
	}
	const ids = /* @__PURE__ */ new Set();
	for (const { id } of providers) {
		if (ids.has(id)) problems.add(invalid(`Two providers have the id "${id}".`));
		ids.add(id);
	}
	const completed = providers.map((provider) => completeProvider(provider, environment, problems));
	for (const provider of completed) problems.attempt(() => checkBackchannel(provider, !isProduction), void 0);
	problems.attempt(() => checkIdentityKeys(completed), void 0);
	return Object.freeze(completed);
}
/**
* An identity is found again by issuer and subject (OpenID Connect Core §5.7). Where two providers have one issuer, "alice" of
* the one would sign in as "alice" of the other.
*/
function checkIdentityKeys(providers) {
	for (const provider of providers) checkSameness(provider, providers);
	const owners = /* @__PURE__ */ new Map();
	for (const provider of providers) {
		const { id, issuer, sameIdentitiesAs, missingOptions } = provider;
		if (missingOptions.length > 0) continue;
		const owner = owners.get(issuer) ?? provider;
		owners.set(issuer, owner);
		if ((owner.sameIdentitiesAs ?? owner.id) === (sameIdentitiesAs ?? id)) continue;
		throw invalid(`The providers "${owner.id}" and "${id}" have one issuer, ${issuer}: a subject of the one would be the same person as that of the other. Give them issuers of their own (the option issuer of oauth2), or say that they know the same people: sameIdentitiesAs: "${owner.id}" on "${id}".`);
	}
}
/** It must name the one provider that stands for the others, and that has their issuer. */
function checkSameness({ id, issuer, sameIdentitiesAs }, providers) {
	if (sameIdentitiesAs === void 0) return;
	const other = providers.find((each) => each.id === sameIdentitiesAs);
	if (other === void 0 || other.id === id || other.sameIdentitiesAs !== void 0) throw invalid(`Provider "${id}": sameIdentitiesAs must be the id of another configured provider that has no sameIdentitiesAs itself.`);
	if (other.issuer !== issuer) throw invalid(`Provider "${id}": sameIdentitiesAs names "${other.id}", which has another issuer: ${other.issuer}.`);
}
function invalid(detail) {
	return new LatchkeyError("config_provider_invalid", { detail });
}
// node_modules/latchkey/dist/setup/read-secrets.js
/**
* Newest first; empty in development where none is configured.
*
* @throws LatchkeyError `config_secret_missing`, `config_secret_weak`
*/
function readSecrets(secret, { isProduction, origin }) {
	const secrets = typeof secret === "string" ? secret.split(",") : [...secret ?? []];
	if (secrets.length === 0 || secrets.length === 1 && secrets[0] === "") {
		const isLoopback = origin === null || isLoopbackHostname(new URL(origin).hostname);
		if (isProduction || !isLoopback) throw new LatchkeyError("config_secret_missing");
		return [];
	}
	for (const text of secrets) if (new TextEncoder().encode(text).length < 32) throw new LatchkeyError("config_secret_weak");
	return Object.freeze(secrets);
}
// node_modules/latchkey/dist/setup/resolve-options.js
/** The same for a server that starts now, so that each provider needs credentials, or something that stands in. */
function resolveStartOptions(options) {
	const problems = new StartProblems();
	const settings = readOptions(options, problems);
	checkCredentials(settings, problems);
	problems.throwIfAny();
	return settings;
}
function readOptions(options, problems) {
	const environment = options.environment ?? globalThis.process?.env ?? {};
	const variables = readVariables(environment, problems);
	const readSeconds = secondsReader(problems);
	const given = givenOrigins(options.origin, environment);
	const isProduction = isProductionAt(environment, given);
	const ownOrigins = readOwnOrigins(given, isProduction, problems);
	const [origin = null] = ownOrigins;
	const frontEnds = readFrontEnds(options.origins ?? variables.list("ORIGINS"), {
		ownOrigins,
		isProduction,
		problems
	});
	const cookieDomain = options.cookieDomain ?? variables.text("COOKIE_DOMAIN");
	const secret = options.secret ?? environment.LATCHKEY_SECRET;
	const clockTolerance = options.clockToleranceSeconds ?? variables.integer("CLOCK_TOLERANCE", 0, 300);
	const trustedProxies = options.trustedProxies ?? variables.integer("TRUST_PROXY", 0, 100);
	const store = options.store ?? null;
	problems.attempt(() => checkStoreIsThere(options), void 0);
	variables.integer("LATCHKEY_DEV_PORT", 1, 65535);
	const basePath = problems.attempt(() => readBasePath("basePath", options.basePath ?? "/auth"), "/auth");
	const audience = problems.attempt(() => readAudience(options.audience), null);
	return Object.freeze({
		providers: readProviders(options.providers, {
			environment,
			isProduction,
			problems
		}),
		store,
		isProduction,
		origin,
		ownOrigins,
		frontEnds,
		cookieDomain: problems.attempt(() => readCookieDomain(cookieDomain, ownOrigins), null),
		secrets: problems.attempt(() => readSecrets(secret, {
			isProduction,
			origin
		}), []),
		basePath,
		audience: audience ?? `${origin ?? "http://localhost"}${basePath}`,
		acceptUnbound: options.session?.acceptUnbound ?? options.allow === void 0,
		publicBasePath: problems.attempt(() => readPublicBasePath(options, environment) ?? basePath, basePath),
		siteName: options.siteName ?? null,
		idleSeconds: readSeconds("session.idleSeconds", options.session?.idleSeconds, 604800),
		absoluteSeconds: readSeconds("session.absoluteSeconds", options.session?.absoluteSeconds, 2592e3),
		cacheSeconds: readSeconds("session.cacheSeconds", options.session?.cacheSeconds, 60, 3600, 0),
		attemptLifetimeSeconds: readSeconds("attemptLifetimeSeconds", options.attemptLifetimeSeconds, 600, 900),
		freshSeconds: readSeconds("freshSeconds", options.freshSeconds, 600),
		clockToleranceSeconds: readSeconds("clockToleranceSeconds", clockTolerance, 60, 300, 0),
		keepTokens: options.keepTokens ?? false,
		migrate: options.migrate ?? !isProduction,
		revokeTokensAtSignOut: options.revokeTokensAtSignOut ?? false,
		trustedProxies: readSeconds("trustedProxies", trustedProxies, 0, 100, 0),
		...problems.attempt(() => readLanguages(options, atHand), readLanguages({}, atHand)),
		pages: options.pages ?? {},
		linkingPolicy: options.linkingPolicy ?? null,
		allow: options.allow ?? (() => true),
		userFields: options.userFields ?? null,
		users: options.users ?? null,
		log: options.log ?? ((entry) => console.log(JSON.stringify(entry))),
		on: options.on ?? null,
		audit: problems.attempt(() => readAudit(options, readSeconds), null),
		silentLogin: problems.attempt(() => readSilentLogin(options), null),
		acceptThirdPartyLogin: options.acceptThirdPartyLogin ?? false,
		clients: readClients(options.clients ?? [], problems),
		bearer: options.bearer ?? false,
		accessTokenSeconds: readSeconds("accessTokenSeconds", options.accessTokenSeconds, 900, 86400),
		sessionClaims: problems.attempt(() => readClaimNames(options.session?.claims), []),
		fieldsFrom: options.fieldsFrom ?? null,
		migrations: problems.attempt(() => readMigrations(options), /* @__PURE__ */ new Map()),
		fetch: options.fetch ?? null,
		now: options.now ?? Date.now,
		environment,
		notices: Object.freeze([
			...deploymentNotices(environment, ownOrigins),
			...frontEndNotices(frontEnds, ownOrigins),
			...options.fetch ? [] : planProxies(environment, nodeVersion).notices,
			...clientNotices(options.clients ?? [], options.bearer ?? false),
			...options.notices ?? []
		])
	});
}
var atHand = Object.keys(builtInLanguages);
/** What only a store can keep. */
function checkStoreIsThere(options) {
	const { store, keepTokens, audit, userFields, fieldsFrom, users, migrations, clients } = options;
	if (fieldsFrom && !userFields) throw new LatchkeyError("config_option_invalid", { detail: "fieldsFrom fills the fields of userFields: give that schema too." });
	const needing = {
		keepTokens,
		audit,
		userFields: fieldsFrom ? void 0 : userFields,
		users,
		migrations,
		clients: clients?.length
	};
	const [name] = Object.entries(needing).find(([, value]) => value) ?? [];
	if (!store && name) throw new LatchkeyError("config_store_missing", { detail: `${name} needs a store: latchkey({ store: … }).` });
	if (userFields && users) throw new LatchkeyError("config_option_invalid", { detail: "users and userFields: in a table of your own, fields are columns of yours." });
}
function readAudit({ audit, store }, readSeconds) {
	if (!store || audit === false) return null;
	if (typeof audit !== "object") return { keepMilliseconds: null };
	const longest = 31536e5;
	return { keepMilliseconds: readSeconds("audit.keepSeconds", audit.keepSeconds, longest, longest) * 1e3 };
}
function readSilentLogin({ silentLogin, providers }) {
	if (silentLogin === void 0) return null;
	if (providers.some(({ id, protocol }) => id === silentLogin && protocol === "oidc")) return silentLogin;
	throw new LatchkeyError("config_option_invalid", { detail: `silentLogin: "${silentLogin}" is not the id of a configured OpenID Connect provider.` });
}
/** It is part of keys and hashes, where a line break ends it. */
function readAudience(audience) {
	if (audience === void 0) return null;
	if (typeof audience === "string" && /^[\x20-\x7e]{1,200}$/.test(audience)) return audience;
	throw new LatchkeyError("config_option_invalid", { detail: `audience must be 1 to 200 printable ASCII characters, not ${JSON.stringify(audience)?.slice(0, 60)}.` });
}
function readPublicBasePath({ publicBasePath }, { PUBLIC_BASE_PATH }) {
	if (publicBasePath !== void 0) return readBasePath("publicBasePath", publicBasePath);
	return PUBLIC_BASE_PATH ? readBasePath("PUBLIC_BASE_PATH", PUBLIC_BASE_PATH) : null;
}
function readBasePath(name, path) {
	if (!/^(\/[A-Za-z0-9._~-]+)+$/.test(path)) throw new LatchkeyError("config_option_invalid", { detail: `${name} "${path.slice(0, 100)}" must look like "/auth": a leading slash, none at the end.` });
	return path;
}
function secondsReader(problems) {
	return (name, value, fallback, most = 31536e3, least = 1) => {
		const seconds = value ?? fallback;
		if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
		const detail = `${name} is ${String(seconds).slice(0, 40)}, and must be a whole number from ${least} to ${most}.`;
		problems.add(new LatchkeyError("config_option_invalid", { detail }));
		return fallback;
	};
}
// node_modules/latchkey/dist/setup/schema-readiness.js
function createReadiness(settings) {
	const { store } = settings;
	let isReady = store === null;
	let preparing = null;
	async function prepare() {
		if (!store) return;
		if (settings.migrate) await store.migrate();
		await checkSchema(settings);
		isReady = true;
	}
	return {
		get isReady() {
			return isReady;
		},
		wait() {
			if (isReady) return Promise.resolve();
			preparing ??= prepare().finally(() => {
				preparing = null;
			});
			return preparing;
		}
	};
}
async function checkSchema(settings) {
	const pending = await settings.store?.pendingMigrations();
	if (pending && pending.length > 0) throw new LatchkeyError("store_unavailable", { detail: `Migrations are pending: ${pending.join(", ")}. Run: latchkey migrate` });
	if (settings.isProduction && await settings.store?.users.hasAccountWithIssuerPrefix("http://127.0.0.1:")) announce(settings, "This store holds identities of the local identity provider. They cannot sign in here.");
}
// node_modules/latchkey/dist/setup/store-failures.js
var OUTAGE_LINE_MILLISECONDS = 1e3;
/** A line a second at most: during an outage every request fails alike. */
function createOutageLog(settings) {
	let toldAt = Number.NEGATIVE_INFINITY;
	return (error) => {
		const moment = settings.now();
		if (moment >= toldAt && moment - toldAt < OUTAGE_LINE_MILLISECONDS) return;
		toldAt = moment;
		logStoreError(settings, error);
	};
}
/** The failure goes on to whoever asked. */
function tellingFailures(tell, use) {
	try {
		const result = use();
		if (result instanceof Promise) result.catch(tell);
		return result;
	} catch (error) {
		tell(error);
		throw error;
	}
}
function logStoreError(settings, error) {
	settings.log({
		event: "store_failed",
		level: "error",
		time: new Date(settings.now()).toISOString(),
		code: error instanceof LatchkeyError ? error.code : "unexpected",
		detail: error instanceof LatchkeyError ? error.detail : void 0
	});
}
// node_modules/latchkey/dist/latchkey.js
function latchkey$1(options) {
	const settings = resolveStartOptions(options);
	for (const notice of settings.notices) announce(settings, notice);
	const places = createPlaces({
		...settings,
		origins: settings.ownOrigins
	});
	const secrets = settings.secrets.length > 0 ? settings.secrets : [developmentSecret(settings)];
	const seal = createSeal(secrets, platform, settings.audience);
	const providers = createProviderDirectory(settings);
	const newId = createIdMaker(settings.now, platform);
	const events = eventsOf(settings, newId);
	const sweeper = sweeperOf(settings);
	const made = /* @__PURE__ */ new WeakSet();
	const signals = createSessionSignals(settings);
	const sessions = createSessions(settings, {
		seal,
		platform,
		onMade: (session) => made.add(session),
		onStarted: sweeper?.sweepIfDue,
		onEnded: (session) => signals.ended([session.id]),
		onRenewalError: (error) => logStoreError(settings, error),
		onMoved({ id: sessionId, userId, provider, userAgent, clientAddress }, after) {
			const before = {
				userAgent,
				clientAddress
			};
			return events.emit({
				type: "session_moved",
				userId,
				sessionId,
				provider,
				before,
				after
			}, after);
		}
	});
	const readiness = createReadiness(settings);
	const fields = settings.userFields && createUserFields(settings.userFields);
	const people = createPeople(settings, fields);
	const ownUsers = /* @__PURE__ */ new WeakMap();
	const logOutage = createOutageLog(settings);
	const read = (token, describeDevice, waitUntil) => {
		if (readiness.isReady) return sessions.read(token, describeDevice, waitUntil);
		return readiness.wait().then(() => sessions.read(token, describeDevice, waitUntil));
	};
	const credentials = createCredentialCheck({
		settings,
		seal,
		places,
		read
	});
	const check = (source, place, describeDevice) => {
		const shown = findCredential(source, place.credentials);
		if (!shown) return ANONYMOUS;
		return answerFor(shown, credentials.read(shown, source, describeDevice), latchkeysUserOf);
	};
	/** Latchkey's record of the user, while the application still has them. */
	function latchkeysUserOf({ session }) {
		return whenReady(people.has(session), (isThere) => isThere ? session.user : null);
	}
	/** The application's own user. */
	function ownUserOf({ session, userFields }) {
		return whenReady(people.ofSession(session, userFields), (user) => {
			if (user && user !== session.user) ownUsers.set(session, user);
			return user;
		});
	}
	const core = {
		secondLooks: createSecondLooks(settings.store),
		settings,
		platform,
		newId,
		seal,
		sessions,
		providers,
		people,
		fields,
		events,
		check,
		bearer: credentials.bearer
	};
	const tokens = lazyTokenStories(core, places.latest);
	const handler = loadOnce(() => loadHandler(core, places));
	const store = () => storeOf({ settings });
	const auth = Object.freeze({
		basePath: settings.basePath,
		metadataPath: settings.clients.length > 0 ? metadataPathOf(settings) : null,
		async handle(request, context = {}) {
			const answer = await handler();
			await readiness.wait().catch((error) => logStoreError(settings, error));
			return answer(request, context);
		},
		session(source, waitUntil) {
			const place = places.only ?? places.find(hostOf(source)) ?? places.latest();
			const shown = place && findCredential(source, place.credentials);
			if (!shown) return ANONYMOUS;
			return tellingFailures(logOutage, () => answerFor(shown, credentials.read(shown, source, () => deviceOf(source, settings.trustedProxies), waitUntil), ownUserOf));
		},
		userOf({ latchkey: current }) {
			if (!current) throw new TypeError("This request was not read by an adapter of latchkey.");
			const { session } = current;
			if (!session) return null;
			const user = people.arePlain && made.has(session) ? session.user : ownUsers.get(session);
			if (!user) throw new TypeError("This request was read by another auth.");
			return user;
		},
		satisfies: (session, demand) => made.has(session) && satisfies(session, demand, settings.now()),
		refuse: (request, refusal = {}) => refuseAnonymous(settings.publicBasePath, request, refusal),
		tokens: tokens.of,
		authorize: tokens.authorize,
		users: createUsers({
			store,
			people,
			fields,
			ownUsers: settings.users,
			events,
			prepareRevocation: tokens.prepareRevocation,
			providers: settings.providers,
			now: settings.now,
			newId
		}),
		sessions: createSessionList({
			store,
			events,
			now: settings.now,
			start: lazyOwnLogin(core, places, readiness.wait),
			signal: signals.signal
		}),
		audit: createAuditReader(store),
		async ready() {
			await readiness.wait();
			const place = places.latest();
			if (place) await providers.start(place);
		},
		migrate: async () => settings.store ? settings.store.migrate() : [],
		async close() {
			signals.close();
			await events.idle();
			await providers.close();
			await sweeper?.stop();
			await core.secondLooks.finish();
			await settings.store?.close();
		}
	});
	inside.set(auth, {
		core,
		places
	});
	return auth;
}
var inside = /* @__PURE__ */ new WeakMap();
async function loadHandler(core, places) {
	const [flows, drawing, { createLanguages }, { builtInLanguages }] = await Promise.all([
		import("./handle-request-COIfrRE-.js"),
		import("./pages-CZwP3VUi.js"),
		import("./create-languages-p0bTXqmC.js"),
		import("./built-in-DVQgVWPV.js")
	]);
	const drawn = /* @__PURE__ */ new WeakMap();
	return flows.createRequestHandler(core, places, {
		pages: drawing.defaultPages,
		neutralBrand: drawing.neutralBrand,
		languages: createLanguages(core.settings, builtInLanguages, (detail, error) => logLanguageFault(core.settings, detail, error)),
		stylesheetFor(providers) {
			const known = drawn.get(providers);
			if (known) return known;
			const css = drawing.stylesheetFor(providers);
			const stylesheet = {
				css,
				version: drawing.versionOf(css)
			};
			drawn.set(providers, stylesheet);
			return stylesheet;
		}
	});
}
function logLanguageFault({ log, now }, detail, error) {
	log({
		event: "language_failed",
		level: "warn",
		time: new Date(now()).toISOString(),
		detail,
		causes: describeCauses(error)
	});
}
function sweeperOf(settings) {
	const { store, now } = settings;
	return store && createSweeper({
		store,
		now,
		onError: (error) => logStoreError(settings, error)
	});
}
// node_modules/latchkey/dist/providers/definition/ends-in-domain.js
function endsInDomain(domains = []) {
	const authoritative = new Set(domains.map((domain) => domain.toLowerCase()));
	return (email) => authoritative.has(email.slice(email.lastIndexOf("@") + 1).toLowerCase());
}
// node_modules/latchkey/dist/providers/definition/provider-invalid.js
/** The start-up error for a provider that is described wrongly. `fault` ends the sentence and never repeats a secret. */
function providerInvalid(id, fault) {
	return new LatchkeyError("config_provider_invalid", { detail: `Provider ${JSON.stringify(id)?.slice(0, 80)}: ${fault}.` });
}
// node_modules/latchkey/dist/providers/definition/place.js
/**
* An address to build others on: without slashes at its end.
*
* @throws LatchkeyError `config_provider_invalid`
*/
function checkedBase(id, field, url) {
	const fault = faultInIssuer(url);
	if (fault !== null) throw providerInvalid(id, `${field} ${fault}`);
	return url.replace(/\/+$/, "");
}
/**
* The internal address of a provider: plain HTTP too, since whether that may be is decided where the environment is known.
*
* @throws LatchkeyError `config_provider_invalid`
*/
function checkedBackchannel(id, url) {
	const fault = faultInInternalUrl(url);
	if (fault !== null) throw providerInvalid(id, `backchannelUrl ${fault}`);
	return url.replace(/\/+$/, "");
}
/** An address of the real provider, or its path below the options' base URL. One that is there already stays. */
function addressAt({ id = "provider", baseUrl }, address) {
	if (baseUrl === void 0) return address;
	const base = checkedBase(id, "baseUrl", baseUrl);
	if (address.startsWith(`${base}/`)) return address;
	const { pathname, search } = new URL(address);
	return base + pathname + search;
}
/** All options but the place: addresses of the old place must not receive what belongs to the new one. */
function optionsAt(options, place) {
	const { baseUrl, apiUrl, issuer, apiOrigins } = place;
	const nowhere = {
		endpoints: void 0,
		metadataUrl: void 0,
		backchannelUrl: void 0,
		dangerouslyPlainHttpBackchannel: void 0
	};
	return {
		...options,
		...nowhere,
		baseUrl,
		apiUrl,
		issuer,
		apiOrigins
	};
}
// node_modules/latchkey/dist/providers/definition/read-answer.js
/**
* The value at `path`, whose segments are own names of objects or places in lists; a field whose own name has the dots comes
* first. Undefined where there is none.
*/
function valueAt(value, path) {
	if (path === "") return value;
	if (typeof value === "object" && value !== null && Object.hasOwn(value, path)) return value[path];
	return path.split(".").reduce((at, name) => {
		return typeof at === "object" && at !== null && Object.hasOwn(at, name) ? at[name] : void 0;
	}, value);
}
// node_modules/latchkey/dist/providers/definition/apply-options.js
function applyOptions(options, description, place = { knowsItsPlace: false }) {
	const domains = options.authoritativeDomains ?? description.authoritativeDomains;
	return {
		...description,
		...addressesOf(options, description, place),
		id: options.id ?? description.kind,
		name: options.name ?? description.name,
		sameIdentitiesAs: options.sameIdentitiesAs,
		clientId: options.clientId,
		clientSecret: options.clientSecret === void 0 ? description.clientSecret : options.clientSecret,
		clientKey: options.clientKey,
		clientAuthentication: options.clientAuthentication ?? (options.clientKey ? void 0 : description.clientAuthentication),
		idTokenSigningAlg: options.idTokenSigningAlg ?? description.idTokenSigningAlg,
		pushedAuthorizationRequests: options.pushedAuthorizationRequests ?? description.pushedAuthorizationRequests,
		scopes: options.scopes ?? description.scopes,
		authorizationParams: mergedParameters(description.authorizationParams, options.authorizationParams),
		tokenParams: mergedParameters(description.tokenParams, options.tokenParams),
		loginHints: options.loginHints ?? description.loginHints,
		claimsFrom: options.claimsFrom ?? description.claimsFrom,
		toIdentity: withClaimNames(description.toIdentity, options.claimNames),
		isAuthoritativeForEmail: domains ? endsInDomain(domains) : description.isAuthoritativeForEmail,
		deviations: deviationsOf(options, description.deviations)
	};
}
/** What is no object goes on as it is, to be refused where all parameters are checked. */
function mergedParameters(described, wanted) {
	const isWrong = (value) => value !== void 0 && (typeof value !== "object" || value === null);
	if (isWrong(described) || isWrong(wanted)) return isWrong(wanted) ? wanted : described;
	return {
		...described,
		...wanted
	};
}
function deviationsOf(options, declared = {}) {
	const { responseMode, requestHeaders } = options;
	return {
		...declared,
		...given({
			pkce: options.pkce,
			reauthentication: options.reauthentication,
			sendsScopeOnRefresh: options.sendsScopeOnRefresh,
			logoutTokensWithoutExpiry: options.logoutTokensWithoutExpiry,
			clientAssertionAudience: options.clientAssertionAudience
		}),
		...requestHeaders && { requestHeaders: {
			...declared.requestHeaders,
			...requestHeaders
		} },
		...responseMode && { responseMode: responseMode === "query" ? void 0 : responseMode }
	};
}
/** An option that is undefined says nothing. */
function given(options) {
	return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0));
}
/** Where the provider is: as described, at the options' base address, and with the single addresses that they name. */
function addressesOf(options, description, { knowsItsPlace }) {
	const id = options.id ?? description.kind;
	const moved = knowsItsPlace ? description : movedAddresses(options, description);
	const issuer = options.issuer ?? moved.issuer ?? description.issuer;
	const isMoved = issuer !== description.issuer || !knowsItsPlace && options.baseUrl !== void 0;
	return {
		issuer,
		metadataUrl: options.metadataUrl ?? (isMoved ? void 0 : description.metadataUrl),
		backchannelUrl: options.backchannelUrl && checkedBackchannel(id, options.backchannelUrl),
		dangerouslyPlainHttpBackchannel: options.dangerouslyPlainHttpBackchannel,
		endpoints: mergedEndpoints(moved.endpoints, options.endpoints),
		apiBaseUrl: options.apiUrl ? checkedBase(id, "apiUrl", options.apiUrl) : moved.apiBaseUrl,
		apiOrigins: [...isMoved ? [] : description.apiOrigins ?? [], ...options.apiOrigins ?? []],
		consoleUrl: moved.consoleUrl ?? description.consoleUrl
	};
}
/**
* The description's addresses, or where they are below another base: addresses of the old place must not receive what
* belongs to the new one. Elsewhere, an OpenID Connect provider is asked where its endpoints are.
*/
function movedAddresses(options, { kind, issuer, protocol, endpoints, apiBaseUrl, movedTo }) {
	const isAnotherIssuer = protocol === "oidc" && options.issuer !== void 0 && options.issuer !== issuer;
	const base = options.baseUrl ?? (isAnotherIssuer ? options.issuer : void 0);
	if (base === void 0) return {
		issuer,
		endpoints,
		apiBaseUrl
	};
	const baseUrl = checkedBase(options.id ?? kind, "baseUrl", base);
	const move = (address) => addressAt({ baseUrl }, address);
	return {
		issuer: baseUrl,
		...apiBaseUrl !== void 0 && { apiBaseUrl: move(apiBaseUrl) },
		...protocol === "oauth2" && endpoints && { endpoints: movedEndpoints(endpoints, move) },
		...movedTo?.({
			...options,
			baseUrl
		})
	};
}
function movedEndpoints(endpoints, move) {
	const moved = Object.entries(endpoints).map(([endpoint, url]) => [endpoint, url && move(url)]);
	return {
		...endpoints,
		...Object.fromEntries(moved)
	};
}
/** Single endpoints of the options stand before the entry's own, and both before the metadata's. */
function mergedEndpoints(described, wanted) {
	if (!wanted) return described;
	return {
		...described,
		...given(wanted)
	};
}
/** The application knows better which claim holds what. That an address is verified is said of the claim `email` alone. */
function withClaimNames(toIdentity, names = {}) {
	const { email, name, picture } = names;
	if (!email && !name && !picture) return toIdentity;
	return (claims) => ({
		...toIdentity(claims),
		...email && {
			email: valueAt(claims, email),
			...email !== "email" && { emailVerified: false }
		},
		...name && { name: valueAt(claims, name) },
		...picture && { picture: valueAt(claims, picture) }
	});
}
// node_modules/latchkey/dist/providers/definition/check-deviations.js
/** The values that a word of a deviation may have. */
var words = {
	responseMode: ["form_post"],
	pkce: [
		"S256",
		"plain",
		"none"
	],
	nonce: ["unsupported"],
	state: ["alphanumeric"],
	clientAssertionAudience: ["issuer", "token-endpoint"],
	sendsScopeOnRefresh: [true, false],
	logoutTokensWithoutExpiry: [true, false],
	profileComesOnce: [true, false]
};
var functions = [
	"normalizeTokenResponse",
	"normalizeCallback",
	"issuerFor",
	"fetchProfile",
	"tokenRequest",
	"revoke",
	"endSessionUrl"
];
/** A scope token (RFC 6749 §3.3). */
var scopeToken = /^[\x21\x23-\x5b\x5d-\x7e]+$/;
/** A field name (RFC 9110 §5.1), and a value that stays one line of text (§5.5). */
var headerName = /^[\w!#$%&'*+.^`|~-]+$/;
var headerValue = /^[\x20-\x7e]*$/;
/** Headers that the protocol or the connection decides. */
var ownHeaders = /* @__PURE__ */ new Set([
	"authorization",
	"connection",
	"content-encoding",
	"content-length",
	"content-type",
	"cookie",
	"dpop",
	"expect",
	"host",
	"keep-alive",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade"
]);
/** Whether this is a list of single scopes. */
function areScopes(scopes) {
	return Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string" && scopeToken.test(scope));
}
/** What is wrong with the deviations, as a sentence without its full stop; null when nothing is. */
function faultInDeviations(deviations) {
	return faultInWords(deviations) ?? faultInHeaders(deviations.requestHeaders) ?? faultInNames$1(deviations.parameterNames) ?? faultInTexts(deviations) ?? faultInParameters("reauthentication", deviations.reauthentication) ?? faultInOfflineAccess(deviations.offlineAccess);
}
function faultInWords(deviations) {
	for (const [name, values] of Object.entries(words)) {
		const value = deviations[name];
		if (value !== void 0 && !values.includes(value)) return `${name} must be ${values.join(" or ")}, or left out`;
	}
	for (const name of functions) if (deviations[name] !== void 0 && typeof deviations[name] !== "function") return `${name} must be a function, or left out`;
	return null;
}
function faultInHeaders(headers) {
	if (headers === void 0) return null;
	if (typeof headers !== "object" || headers === null) return "requestHeaders must be an object";
	for (const [name, value] of Object.entries(headers)) {
		if (!headerName.test(name)) return "requestHeaders has a name that is none of a header";
		if (ownHeaders.has(name.toLowerCase()) || /^(?:proxy|sec)-/i.test(name)) return `requestHeaders must not contain ${name}: Latchkey or the connection decides it`;
		if (typeof value !== "string" || value.length > 1024 || !headerValue.test(value)) return `requestHeaders.${name} must be text of one line in ASCII, of at most 1,024 characters`;
	}
	return null;
}
function faultInNames$1(names) {
	if (names === void 0) return null;
	if (typeof names !== "object" || names === null) return "parameterNames must be an object";
	for (const [name, declared] of Object.entries(names)) {
		if (declared === null && name === "state") return "parameterNames must not leave out state";
		if (declared !== null && !(typeof declared === "string" && /^[\w.:-]+(?:\[\])?$/.test(declared))) return `parameterNames.${name} must be the name of a parameter, or null to leave it out`;
	}
	return null;
}
function faultInTexts({ authorizationFragment, scopeSeparator, privatePictureOrigins = [] }) {
	if (authorizationFragment !== void 0 && !/^#?[\w.~-]+$/.test(authorizationFragment)) return "authorizationFragment must be letters, digits, and - . _ ~";
	if (scopeSeparator !== void 0 && !/^[ ,;+|]$/.test(scopeSeparator)) return "scopeSeparator must be one blank, comma, semicolon, plus or bar";
	for (const origin of privatePictureOrigins) if (!URL.canParse(origin) || new URL(origin).origin !== origin) return "privatePictureOrigins: each must be scheme, host and port only";
	return null;
}
function faultInOfflineAccess(offlineAccess) {
	if (offlineAccess === void 0) return null;
	if (offlineAccess.scopes !== void 0 && !areScopes(offlineAccess.scopes)) return "offlineAccess.scopes must be a list of single scopes";
	return faultInParameters("offlineAccess.params", offlineAccess.params) ?? faultInParameters("offlineAccess.whenMissing", offlineAccess.whenMissing);
}
// node_modules/latchkey/dist/providers/definition/check-description.js
/** Verified with the provider's published keys. */
var signingAlgorithm = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519|ML-DSA-(?:44|65|87))$/;
/** Verified with the client secret (OpenID Connect Core §10.1): whoever knows it can sign, so it must be named. */
var secretAlgorithm = /^HS(?:256|384|512)$/;
var clientAuthentications = /* @__PURE__ */ new Set([
	"client_secret_basic",
	"client_secret_post",
	"client_secret_jwt",
	"private_key_jwt",
	"none"
]);
/** Shapes and groups only: a style, script, id or link in an icon would break the page's Content-Security-Policy or names. */
var icon = /^<svg [^<>]*>(?:<\/?(?:circle|ellipse|g|line|path|polygon|polyline|rect)\b[^<>]*>)*<\/svg>$/;
var iconAttribute = /[\s"'](?:class|href|id|on\w+|src|style|xlink:href)\s*=/i;
/** Throws `config_provider_invalid` at the first fault. */
function checkDescription(description) {
	const fault = faultInNames(description) ?? faultInAddresses(description) ?? faultInClient(description) ?? faultInSigningAlgorithm(description) ?? faultInDeviations(description.deviations ?? {}) ?? faultInNotifications(description.notifications) ?? faultInScopes(description) ?? faultInLoginHints(description) ?? faultInParameters("authorizationParams", description.authorizationParams) ?? faultInTokenParams(description) ?? faultInBrand(description.brand);
	if (fault !== null) throw providerInvalid(description.id, fault);
}
function faultInNames({ id, name }) {
	if (typeof id !== "string" || !/^[a-z][a-z0-9-]*$/.test(id)) return "id must begin with a small letter and go on with small letters, digits and hyphens";
	if (typeof name !== "string" || name.trim() === "") return "name must not be empty";
	return null;
}
function faultInAddresses(description) {
	const { endpoints } = description;
	const issuerFault = faultInIssuer(description.issuer);
	if (issuerFault !== null) return `issuer ${issuerFault}`;
	for (const [endpoint, url] of Object.entries(endpoints ?? {})) {
		const fault = url === void 0 ? null : faultInEndpointUrl(url);
		if (fault !== null) return `endpoints.${endpoint} ${fault}`;
	}
	const backchannelFault = faultInBackchannel(description);
	if (backchannelFault !== null) return backchannelFault;
	if (description.apiBaseUrl !== void 0) {
		const fault = faultInIssuer(description.apiBaseUrl);
		if (fault !== null) return `apiBaseUrl ${fault}`;
	}
	for (const origin of description.apiOrigins ?? []) {
		const fault = faultInEndpointUrl(origin);
		if (fault !== null) return `apiOrigins: each ${fault}`;
		if (new URL(origin).origin !== origin) return "apiOrigins: each must be scheme, host and port only";
	}
	return faultInWholeness(description);
}
/** What must be known before anything was asked: discovery tells the rest. */
function faultInWholeness(description) {
	const { protocol, endpoints, deviations, metadataUrl } = description;
	const isFixed = endpoints?.authorization !== void 0 && endpoints.token !== void 0;
	if (protocol === "oauth2" && !isFixed) return "endpoints must name authorization and token: plain OAuth has no discovery";
	if (protocol === "oauth2" && metadataUrl !== void 0) return "metadataUrl is for OpenID Connect";
	if (protocol === "oauth2" && !endpoints?.userinfo && !deviations?.fetchProfile) return "endpoints.userinfo or fetchProfile is needed: without it nobody knows who signed in";
	if (protocol === "oauth2" && description.pushedAuthorizationRequests && !endpoints?.pushedAuthorizationRequest) return "endpoints.pushedAuthorizationRequest is needed for pushedAuthorizationRequests";
	return null;
}
/** Only what is asked by this server may be elsewhere, and only there may it be plain HTTP, which is looked at on start. */
function faultInBackchannel(description) {
	const { metadataUrl, backchannelUrl } = description;
	if (metadataUrl !== void 0 && !isBelow(metadataUrl, backchannelUrl)) {
		const fault = faultInEndpointUrl(metadataUrl);
		if (fault !== null) return `metadataUrl ${fault}`;
	}
	return null;
}
function isBelow(url, base) {
	return base !== void 0 && url.startsWith(`${base}/`);
}
function faultInClient(description) {
	const { clientId, clientSecret, clientAuthentication } = description;
	if (clientId !== void 0 && (typeof clientId !== "string" || clientId === "")) return "clientId must be text; leave it out to take it from the environment";
	if (clientSecret !== void 0 && typeof clientSecret !== "function") {
		if (typeof clientSecret !== "string" || clientSecret === "") return "clientSecret must be text or a function; leave it out to take it from the environment";
	}
	if (clientAuthentication !== void 0 && !clientAuthentications.has(clientAuthentication)) return `clientAuthentication must be one of ${[...clientAuthentications].join(", ")}`;
	const keyFault = faultInKey(description);
	if (keyFault !== null) return keyFault;
	return null;
}
/** CASES D1, D3: `none` proves nothing, and HS256 proves something only where the secret is one. */
function faultInSigningAlgorithm(description) {
	const { idTokenSigningAlg: algorithm, clientSecret, clientKey, clientAuthentication } = description;
	if (algorithm === void 0 || signingAlgorithm.test(algorithm)) return null;
	if (!secretAlgorithm.test(algorithm)) return "idTokenSigningAlg must be a JWS algorithm, such as RS256, ES256 or (with the client secret) HS256";
	if (clientAuthentication === "none" || clientKey !== void 0 || typeof clientSecret === "function") return `idTokenSigningAlg ${algorithm} needs a client secret that is text: ID tokens are verified with it`;
	return null;
}
function faultInKey({ clientKey, clientAuthentication }) {
	if (clientKey === void 0) return clientAuthentication === "private_key_jwt" ? "private_key_jwt needs a clientKey" : null;
	if (clientAuthentication !== void 0 && clientAuthentication !== "private_key_jwt") return "clientKey is for private_key_jwt: leave clientAuthentication out";
	if (typeof clientKey === "function") return null;
	if (!("kty" in clientKey)) return clientKey.key.usages.includes("sign") ? null : "clientKey.key must have the usage sign";
	if (!signingAlgorithm.test(clientKey.alg) || typeof clientKey.d !== "string") return "clientKey must be a private JWK that says its alg, such as ES256";
	return null;
}
function faultInScopes({ protocol, scopes }) {
	if (!areScopes(scopes)) return "scopes must be a list of single scopes, such as [\"openid\", \"email\"]";
	if (protocol === "oidc" && !scopes.includes("openid")) return "scopes must contain \"openid\"";
	return null;
}
/** Names that a link may carry to the provider: none of them may change what is checked on return. */
function faultInLoginHints({ loginHints, deviations }) {
	if (loginHints === void 0) return null;
	if (!Array.isArray(loginHints)) return "loginHints must be a list of names of parameters";
	const declaredNames = deviations?.parameterNames;
	for (const name of loginHints) {
		const fault = faultInParameter(String(name), "", { declaredNames });
		if (fault !== null) return `loginHints ${fault}`;
		if (name === "acr_values") return "loginHints must not contain acr_values: a demand is made with ?acr=";
	}
	return null;
}
function faultInTokenParams({ tokenParams }) {
	if (typeof tokenParams === "object" && Object.keys(tokenParams ?? {}).some((name) => /^scope$/i.test(name))) return "tokenParams must not contain scope: the authorization request asks for scopes, and a provider whose refresh wants them again is told by sendsScopeOnRefresh: true";
	return faultInParameters("tokenParams", tokenParams);
}
function faultInNotifications(notifications) {
	if (notifications === void 0) return null;
	if (typeof notifications.read !== "function") return "notifications.read must be a function";
	const { mostAgeSeconds, deletionAnswer } = notifications;
	if (mostAgeSeconds !== void 0 && !(mostAgeSeconds > 0 && mostAgeSeconds <= 604800)) return "notifications.mostAgeSeconds must be a number of seconds up to 604,800";
	return deletionAnswer === void 0 || typeof deletionAnswer === "function" ? null : "notifications.deletionAnswer must be a function, or left out";
}
function faultInBrand(brand) {
	if (brand === void 0 || icon.test(brand.icon) && !iconAttribute.test(brand.icon)) return null;
	return "brand.icon must be one <svg> of plain shapes, without ids, classes, styles, links and scripts";
}
// node_modules/latchkey/dist/providers/definition/generic-brand.js
/** A neutral key on a plain button. */
var genericBrand = {
	icon: "<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\"><circle cx=\"7.5\" cy=\"15.5\" r=\"4.5\"/><path d=\"M10.7 12.3 20 3m-4.5 4.5 3 3M18 5l2.5 2.5\"/></svg>",
	light: {
		background: "#ffffff",
		text: "#1f2328",
		border: "#818b98"
	},
	dark: {
		background: "#212830",
		text: "#f0f6fc",
		border: "#656c76"
	}
};
// node_modules/latchkey/dist/providers/definition/hidden-secrets.js
/** The same secret, as a function that answers it. */
function hiddenSecret(secret) {
	return typeof secret === "string" ? async () => secret : secret;
}
/** The same key, as a function that answers it. */
function hiddenKey(key) {
	return key === void 0 || typeof key === "function" ? key : () => key;
}
/** A copy of texts some of which are secret, as headers or variables are: it works as they do, and prints as their names. */
function quietTexts(texts) {
	const names = () => Object.fromEntries(Object.keys(texts).map((name) => [name, "[hidden]"]));
	const quiet = {
		value: names,
		enumerable: false
	};
	return Object.freeze(Object.defineProperties({ ...texts }, {
		toJSON: quiet,
		[inspect]: quiet
	}));
}
/** Read by `util.inspect` and `console.log` of Node, Deno and Bun. */
var inspect = Symbol.for("nodejs.util.inspect.custom");
// node_modules/latchkey/dist/providers/definition/options-over.js
/** Options that are objects of single settings, merged one by one. */
var merged = [
	"endpoints",
	"claimNames",
	"authorizationParams",
	"tokenParams",
	"requestHeaders"
];
/** `given` wins wherever it says something; an option that is undefined says nothing. */
function optionsOver(given, defaults) {
	const options = {
		...defaults,
		...definedOf(given)
	};
	const parts = merged.map((name) => {
		return [name, (given[name] && defaults[name] && {
			...defaults[name],
			...definedOf(given[name])
		}) ?? options[name]];
	});
	return {
		...options,
		...definedOf(Object.fromEntries(parts))
	};
}
function definedOf(options) {
	return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0));
}
// node_modules/latchkey/dist/providers/definition/read-identity.js
var subjectLength = 255;
var emailLength = 254;
var nameLength = 200;
var pictureLength = 2048;
/** Controls, and halves of a surrogate pair: they would change on their way into a store, and two keys become one. */
var unstorable = /[\p{Cc}\p{Cs}]/u;
/** Invisible: controls, half characters, and the marks that turn the reading direction of what follows. */
var invisible = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
var visible = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** An apostrophe is part of names; what separates, quotes, comments or hides is not. */
var localPart = /^[^\p{C}\p{Z}"(),:;<>@[\\\]`]+$/u;
var domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*$/u;
/**
* Reads a person. Throws a TypeError without a usable subject; whatever else is unusable becomes null or false. Pictures at
* `privateOrigins` are left out: a browser could not load them.
*/
function readIdentity(draft, privateOrigins = []) {
	const email = readEmail(draft.email);
	return {
		subject: readSubject(draft.subject),
		email,
		emailVerified: email !== null && readVerified(draft.emailVerified),
		name: readText(draft.name),
		picture: publicPicture(readPicture(draft.picture), privateOrigins)
	};
}
function publicPicture(picture, privateOrigins) {
	return picture !== null && privateOrigins.includes(new URL(picture).origin) ? null : picture;
}
/** A subject: text of 1 to 255 characters, byte for byte as it came. Throws a TypeError otherwise. */
function readSubject(value) {
	if (typeof value !== "string") throw new TypeError("The subject is not a string.");
	if (value === "" || value.length > subjectLength) throw new TypeError(`The subject is not 1 to ${subjectLength} characters long.`);
	if (unstorable.test(value)) throw new TypeError("The subject contains control characters.");
	return value;
}
/** An e-mail address as the provider wrote it, or null when it is none or could be taken for another one (CASES F7). */
function readEmail(value) {
	if (typeof value !== "string" || value.length > emailLength) return null;
	if (value.normalize("NFKC") !== value) return null;
	const parts = value.split("@");
	const [local = "", host = ""] = parts;
	if (parts.length !== 2) return null;
	return localPart.test(local) && domain.test(host) ? value : null;
}
/** True only for the boolean `true`: never for `"true"`, `1` or anything else (CASES F4). */
function readVerified(value) {
	return value === true;
}
/** A line of text for people: at most 200 characters, without controls and direction overrides; null when nothing shows. */
function readText(value) {
	if (typeof value !== "string") return null;
	const line = value.slice(0, 1600).replace(/\s+/gu, " ").replace(invisible, "");
	const text = Array.from(line.trim()).slice(0, nameLength).join("").trim();
	return visible.test(text) ? text : null;
}
/** The address of a picture: `https:`, or `http:` on loopback; at most 2,048 characters; else null. */
function readPicture(value) {
	if (typeof value !== "string" || value.length > pictureLength || !URL.canParse(value)) return null;
	const url = new URL(value);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHostname(url.hostname))) return null;
	if (url.username !== "" || url.password !== "") return null;
	return url.href.length > pictureLength ? null : url.href;
}
// node_modules/latchkey/dist/providers/definition/define-provider.js
/**
* Checks a description, merges the options that every provider accepts, fills in the defaults, and freezes the result.
*
* `at()` makes the same provider somewhere else: addresses of the description keep their paths below the new base address.
* A description whose addresses depend on options of its own (a tenant, a region) is a function of the options, and the
* entry describes these options in a table: required ones and those with a default are always there when it is called.
* Where the table has `baseUrl`, the description's addresses are those at that place.
*
* Nothing is fetched and no credentials are needed yet: where they come from is decided by `latchkey({ … })`.
*
* @throws LatchkeyError `config_provider_invalid`, with the provider and the fault in its detail.
* @example
* ```ts
* import { defineProvider, type ProviderOptions } from 'latchkey/kit'
*
* export const acme = (options: ProviderOptions = {}) =>
*   defineProvider(options, {
*     kind: 'acme',
*     name: 'Acme',
*     protocol: 'oauth2',
*     issuer: 'https://acme.example',
*     endpoints: { authorization: 'https://acme.example/authorize', token: 'https://acme.example/token', userinfo: 'https://api.acme.example/me' },
*     scopes: ['profile'],
*     toIdentity: (profile) => ({ subject: profile.uuid, email: profile.mail, name: profile.name }),
*   })
* ```
*/
function defineProvider(options, description, ownOptions = {}) {
	return complete(options, typeof description === "function" ? description : () => description, ownOptions);
}
function complete(given, describe, ownOptions) {
	const fault = faultInOptions(given, ownOptions);
	if (fault !== null) throw providerInvalid(idOf(given, describe, ownOptions), fault);
	const { options, missing } = completeOptions(given, ownOptions);
	const knowsItsPlace = "baseUrl" in ownOptions;
	const description = describe(options);
	const applied = applyOptions(options, description, { knowsItsPlace });
	checkDescription(applied);
	const { authoritativeDomains: _, movedTo: __, ...merged } = applied;
	return Object.freeze({
		...merged,
		clientSecret: hiddenSecret(merged.clientSecret),
		clientKey: hiddenKey(merged.clientKey),
		endpoints: merged.endpoints && Object.freeze({ ...merged.endpoints }),
		scopes: Object.freeze([...new Set(merged.scopes)]),
		authorizationParams: Object.freeze({ ...merged.authorizationParams }),
		tokenParams: Object.freeze({ ...merged.tokenParams }),
		loginHints: Object.freeze([...merged.loginHints ?? []]),
		claimsFrom: merged.claimsFrom ?? "id-token",
		apiBaseUrl: merged.apiBaseUrl && withTrailingSlash(merged.apiBaseUrl),
		apiOrigins: Object.freeze(originsOf(merged)),
		toIdentity: (claims) => Object.freeze(readIdentity(merged.toIdentity(claims), merged.deviations?.privatePictureOrigins)),
		isAuthoritativeForEmail: merged.isAuthoritativeForEmail ?? (() => false),
		deviations: frozenDeviations(merged.deviations ?? {}),
		notifications: merged.notifications && Object.freeze({ ...merged.notifications }),
		brand: frozenBrand(merged.brand ?? genericBrand),
		redirectRules: Object.freeze({ ...merged.redirectRules }),
		addressAt: (address) => addressAt(given, address),
		at: (place) => complete(optionsAt(given, place), knowsItsPlace ? describe : () => description, ownOptions),
		variablePrefix: given.variablePrefix ?? variableOf(merged.id),
		ownOptions: frozenCopy(ownOptions),
		missingOptions: Object.freeze([...missing]),
		withDefaults: (defaults) => complete(optionsOver(given, defaults), describe, ownOptions)
	});
}
/** A relative URL resolves below the last slash: without one at the end, the last segment would be lost. */
function withTrailingSlash(url) {
	return url.endsWith("/") ? url : `${url}/`;
}
function originsOf({ apiBaseUrl, apiOrigins = [], endpoints }) {
	const urls = [apiBaseUrl, endpoints?.userinfo].filter((url) => url !== void 0);
	return [.../* @__PURE__ */ new Set([...urls.map((url) => new URL(url).origin), ...apiOrigins])];
}
function frozenDeviations(deviations) {
	const { requestHeaders } = deviations;
	const copy = frozenCopy(deviations);
	return requestHeaders === void 0 ? copy : Object.freeze({
		...copy,
		requestHeaders: quietTexts(requestHeaders)
	});
}
/** Plain objects and lists, all the way down; functions as they are. */
function frozenCopy(value) {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
	return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, frozenCopy(inner)])));
}
function frozenBrand({ icon, light, dark }) {
	return Object.freeze({
		icon,
		light: Object.freeze({ ...light }),
		dark: Object.freeze({ ...dark })
	});
}
/** For an error about options that the description must not see: with the examples it only says its kind. */
function idOf({ id }, describe, ownOptions) {
	return id ?? describe(completeOptions({}, ownOptions).options).kind;
}
// node_modules/latchkey/dist/providers/definition/generic-options.js
/** "my-company" is "My company" to people. */
function nameFromId(id) {
	const words = id.replaceAll("-", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
}
// node_modules/latchkey/dist/providers/definition/standard-claims.js
/**
* A person out of standard claims; where there is no full name, given and family name make one.
*
* @example
* ```ts
* import { type Claims, readStandardClaims } from 'latchkey/kit'
*
* // Standard but for the picture.
* const toIdentity = (claims: Claims) => ({ ...readStandardClaims(claims), picture: claims.avatar_url })
* ```
*/
function readStandardClaims(claims) {
	const parts = [readText(claims.given_name), readText(claims.family_name)];
	return {
		subject: claims.sub,
		email: claims.email,
		emailVerified: claims.email_verified,
		name: readText(claims.name) ?? parts.filter((part) => part !== null).join(" "),
		picture: claims.picture
	};
}
// node_modules/latchkey/dist/providers/oidc.js
/**
* Sign in with any OpenID Connect provider.
*
* ```ts
* oidc({ id: 'acme', issuer: 'https://id.acme.example', clientId, clientSecret })
* ```
*
* Endpoints are discovered below `issuer`, unless `endpoints` names them (`jwks` included). Scopes: `openid email profile`. The
* ID token is verified always. Relative URLs of `tokens.fetch` resolve below `apiUrl`, or else below the issuer.
* At another place (`at`), endpoints are discovered below its `issuer`, or else its `baseUrl`.
*/
function oidc(options) {
	return defineProvider(options, describe);
}
function describe(options) {
	const { id, issuer, endpoints } = options;
	return {
		name: nameFromId(String(id)),
		kind: "oidc",
		protocol: "oidc",
		issuer,
		endpoints,
		scopes: [
			"openid",
			"email",
			"profile"
		],
		claimsFrom: "userinfo",
		apiBaseUrl: issuer,
		movedTo: (place) => ({ apiBaseUrl: place.issuer ?? place.baseUrl }),
		toIdentity: options.toIdentity ?? readStandardClaims,
		organizationOf: options.organizationOf,
		deviations: options.deviations,
		notifications: options.notifications,
		brand: options.brand,
		consoleUrl: options.consoleUrl
	};
}
// node_modules/latchkey/dist/stores/parts/memory/memory-audit.js
/** About 10 MB. */
var MOST_ENTRIES = 3e4;
function memoryAudit() {
	const entries = new LimitedMap(MOST_ENTRIES);
	return {
		async append(entry) {
			entries.set(entry.id, Object.freeze({ ...entry }));
		},
		list: async ({ userId, before, limit }) => [...entries.values()].filter((entry) => userId === void 0 || entry.userId === userId).filter(({ id }) => before === void 0 || id < before).sort((a, b) => a.id < b.id ? 1 : -1).slice(0, limit),
		async deleteBefore(id, limit) {
			const old = [...entries.keys()].filter((each) => each < id).sort().slice(0, limit);
			for (const each of old) entries.delete(each);
			return old.length;
		}
	};
}
// node_modules/latchkey/dist/stores/parts/session-changes.js
var SessionChanges = class {
	watch;
	#listeners = [];
	/** `isTrusted`: whether changes of other processes are known; without it there are no others. */
	constructor(isTrusted = () => true) {
		this.watch = {
			begin: (changed) => {
				this.#listeners.push(changed);
			},
			isTrusted
		};
	}
	tell(change) {
		for (const listener of this.#listeners) listener(change);
	}
	ended(sessionIds) {
		if (sessionIds.length > 0) this.tell({
			kind: "sessions",
			sessionIds
		});
	}
};
// node_modules/latchkey/dist/stores/parts/memory/memory-accounts.js
var MemoryAccounts = class {
	#accounts = /* @__PURE__ */ new Map();
	find(key) {
		return this.#accounts.get(identityText(key)) ?? null;
	}
	/** In the place of what the identity had before. */
	put(account) {
		this.#accounts.set(identityText(account), Object.freeze({ ...account }));
	}
	delete(key) {
		this.#accounts.delete(identityText(key));
	}
	ofUser(userId) {
		return this.select((account) => account.userId === userId);
	}
	/** The oldest first. */
	select(matches) {
		return [...this.#accounts.values()].filter(matches).sort((a, b) => a.linkedAt - b.linkedAt || compareText(a.id, b.id));
	}
	some(matches) {
		return [...this.#accounts.values()].some(matches);
	}
};
/** One text for the pair, such that two pairs never share one. */
function identityText({ issuer, subject }) {
	return `${issuer.length}:${issuer}${subject}`;
}
function compareText(a, b) {
	return a < b ? -1 : Number(a > b);
}
// node_modules/latchkey/dist/stores/parts/memory/memory-mark-map.js
var MemoryMarkMap = class {
	#marks = /* @__PURE__ */ new Map();
	useOnce(key, expiresAt) {
		if (this.#marks.has(key)) return false;
		this.#marks.set(key, expiresAt);
		return true;
	}
	has(key) {
		return this.#marks.has(key);
	}
	sweep(now, limit) {
		const expired = [...this.#marks].filter(([, expiresAt]) => expiresAt <= now).slice(0, limit);
		for (const [key] of expired) this.#marks.delete(key);
		return expired.length;
	}
	/** Stops at the first that has not expired, so that its cost does not grow with the store. */
	sweepOldest(now) {
		for (const [key, expiresAt] of this.#marks) {
			if (expiresAt > now) break;
			this.#marks.delete(key);
		}
	}
};
// node_modules/latchkey/dist/stores/parts/memory/memory-session-map.js
var MemorySessionMap = class {
	#sessions = /* @__PURE__ */ new Map();
	find(sessionId) {
		return this.#sessions.get(sessionId) ?? null;
	}
	insert(record) {
		this.#sweepOldest(record.createdAt);
		this.#sessions.set(record.id, Object.freeze({ ...record }));
	}
	extend(sessionId, renewal) {
		const session = this.#sessions.get(sessionId);
		if (!session) return false;
		const { lastSeenAt, expiresAt, userAgent, clientAddress } = renewal;
		const renewed = {
			...session,
			lastSeenAt,
			expiresAt,
			userAgent,
			clientAddress
		};
		this.#sessions.delete(sessionId);
		this.#sessions.set(sessionId, Object.freeze(renewed));
		return true;
	}
	delete(sessionId) {
		return this.#sessions.delete(sessionId);
	}
	/** Answers the ids of those that ended. */
	deleteWhere(matches) {
		const ended = [...this.#sessions.values()].filter(matches).map(({ id }) => id);
		for (const id of ended) this.#sessions.delete(id);
		return ended;
	}
	list(userId, now) {
		return [...this.#sessions.values()].filter((session) => session.userId === userId && session.expiresAt > now).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
	}
	sweep(now, limit) {
		const expired = [...this.#sessions.values()].filter(({ expiresAt }) => expiresAt <= now).slice(0, limit);
		for (const { id } of expired) this.#sessions.delete(id);
		return expired.length;
	}
	/** Stops at the first that has not expired, so that its cost does not grow with the store. */
	#sweepOldest(now) {
		for (const { id, expiresAt } of this.#sessions.values()) {
			if (expiresAt > now) break;
			this.#sessions.delete(id);
		}
	}
};
// node_modules/latchkey/dist/stores/parts/lease-memory.js
var LEASE_MEMORY_MILLISECONDS = 36e5;
// node_modules/latchkey/dist/stores/parts/memory/memory-token-map.js
var MemoryTokenMap = class {
	#tokens = /* @__PURE__ */ new Map();
	#leases = /* @__PURE__ */ new Map();
	find(accountId) {
		return this.#tokens.get(accountId) ?? null;
	}
	save(tokens, { ifVersion, lease }) {
		if (lease && !this.#isHeld(lease)) return "lease-lost";
		if ((this.#tokens.get(tokens.accountId)?.version ?? null) !== ifVersion) return "changed";
		this.#tokens.set(tokens.accountId, Object.freeze({
			...tokens,
			scopes: Object.freeze([...tokens.scopes])
		}));
		return "saved";
	}
	delete(accountId) {
		return this.#tokens.delete(accountId);
	}
	list(afterAccountId, limit) {
		return [...this.#tokens.values()].filter(({ accountId }) => afterAccountId === null || accountId > afterAccountId).sort((a, b) => a.accountId < b.accountId ? -1 : 1).slice(0, limit);
	}
	acquire(...[key, ownerId, times]) {
		const held = this.#leases.get(key);
		if (held && held.expiresAt > times.now) return null;
		const lease = Object.freeze({
			key,
			ownerId,
			fence: (held?.fence ?? 0) + 1
		});
		this.#leases.set(key, {
			...lease,
			expiresAt: times.expiresAt
		});
		return lease;
	}
	renew(lease, expiresAt) {
		if (!this.#isHeld(lease)) return false;
		this.#leases.set(lease.key, {
			...lease,
			expiresAt
		});
		return true;
	}
	/** The row stays until it is swept, so that the fence goes on from where it was. */
	release(lease) {
		this.renew(lease, 0);
	}
	sweep(now, limit) {
		const forgotten = now - LEASE_MEMORY_MILLISECONDS;
		const expired = [...this.#leases.values()].filter(({ expiresAt }) => expiresAt <= forgotten).slice(0, limit);
		for (const { key } of expired) this.#leases.delete(key);
		return expired.length;
	}
	#isHeld({ key, ownerId, fence }) {
		const held = this.#leases.get(key);
		return held?.ownerId === ownerId && held.fence === fence;
	}
};
// node_modules/latchkey/dist/stores/parts/memory/memory-records.js
var MemoryRecords = class {
	users = /* @__PURE__ */ new Map();
	userFields = /* @__PURE__ */ new Map();
	accounts = new MemoryAccounts();
	sessions = new MemorySessionMap();
	marks = new MemoryMarkMap();
	tokens = new MemoryTokenMap();
	changes = new SessionChanges();
	requireUser(userId) {
		if (this.users.has(userId)) return;
		throw new LatchkeyError("account_not_found", { detail: "The user does not exist (any more)." });
	}
	endSessions(matches) {
		const ended = this.sessions.deleteWhere(matches);
		this.changes.ended(ended);
		return ended;
	}
};
// node_modules/latchkey/dist/stores/parts/memory/memory-sessions.js
function memorySessions(records) {
	const { users, userFields, sessions, marks, changes } = records;
	return {
		async insert(record) {
			records.requireUser(record.userId);
			marks.sweepOldest(record.createdAt);
			sessions.insert(record);
		},
		find(sessionId) {
			const session = sessions.find(sessionId);
			const user = session && users.get(session.userId);
			return user ? {
				session,
				user,
				userFields: userFields.get(user.id) ?? null
			} : null;
		},
		async extend(sessionId, renewal) {
			changes.ended([sessionId]);
			return sessions.extend(sessionId, renewal);
		},
		async delete(sessionId) {
			changes.ended([sessionId]);
			return sessions.delete(sessionId);
		},
		deleteOfUser: async (userId, exceptSessionId) => records.endSessions((session) => session.userId === userId && session.id !== exceptSessionId),
		async deleteOfProvider({ issuer, subject, providerSessionId, startedBefore }) {
			if (subject === null && providerSessionId === null) return [];
			return records.endSessions((session) => session.issuer === issuer && (subject === null || session.subject === subject) && (providerSessionId === null || session.providerSessionId === providerSessionId) && session.createdAt <= startedBefore);
		},
		list: async (userId, now) => sessions.list(userId, now),
		sweep: async (now, limit) => sessions.sweep(now, limit)
	};
}
// node_modules/latchkey/dist/stores/parts/memory/memory-tokens.js
function memoryTokens({ accounts, tokens: kept }) {
	return {
		find: async (accountId) => kept.find(accountId),
		async save(tokens, condition) {
			if (!accounts.ofUser(tokens.userId).some(({ id }) => id === tokens.accountId)) throw new LatchkeyError("account_not_found", { detail: "The account does not exist (any more)." });
			return kept.save(tokens, condition);
		},
		delete: async (accountId) => kept.delete(accountId),
		list: async (afterAccountId, limit) => kept.list(afterAccountId, limit),
		acquireLease: async (...given) => kept.acquire(...given),
		renewLease: async (lease, expiresAt) => kept.renew(lease, expiresAt),
		releaseLease: async (lease) => kept.release(lease),
		sweep: async (now, limit) => kept.sweep(now, limit)
	};
}
// node_modules/latchkey/dist/stores/parts/verified-email-key.js
var MOST_CHARACTERS = 320;
/** The address with its ASCII letters in lower case; other letters stay as they are. */
function asciiLowerCase(text) {
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
/** The look-up text of an identity's address, or null where it must not be found by it. */
function verifiedEmailKey(fields) {
	if (fields.email === null || !fields.emailVerified) return null;
	return fields.email.length > MOST_CHARACTERS ? null : asciiLowerCase(fields.email);
}
// node_modules/latchkey/dist/stores/parts/memory/memory-users.js
function memoryUsers(records) {
	const { users, userFields, accounts, tokens, changes } = records;
	function deleteAccount(account) {
		accounts.delete(account);
		tokens.delete(account.id);
	}
	return {
		find: async (userId) => users.get(userId) ?? null,
		async list({ search, before, limit }) {
			const text = search?.toLowerCase() ?? "";
			const has = (field) => field?.toLowerCase().includes(text) ?? false;
			return [...users.values()].filter(({ id }) => before === null || id < before).filter(({ id, name, email }) => search === null || id === search || has(name) || has(email)).sort((a, b) => a.id < b.id ? 1 : -1).slice(0, limit).map((user) => ({
				user,
				userFields: userFields.get(user.id) ?? null
			}));
		},
		findAccount: async (key) => accounts.find(key),
		async create(user, account) {
			const linked = accounts.find(account);
			const existing = linked && users.get(linked.userId);
			if (existing) return {
				user: existing,
				created: false
			};
			users.set(user.id, Object.freeze({ ...user }));
			accounts.put(account);
			return {
				user,
				created: true
			};
		},
		async updateAccount(key, { provider, email, emailVerified, name, picture, lastUsedAt }) {
			const account = accounts.find(key);
			if (account) accounts.put({
				...account,
				provider,
				email,
				emailVerified,
				name,
				picture,
				lastUsedAt
			});
		},
		async update(userId, { email, emailVerified, name, picture }) {
			const user = users.get(userId);
			if (!user) return;
			changes.tell({
				kind: "user",
				userId
			});
			users.set(userId, Object.freeze({
				...user,
				email,
				emailVerified,
				name,
				picture
			}));
		},
		findFields: async (userId) => userFields.get(userId) ?? null,
		async saveFields(userId, fields, ifFields) {
			if (!users.has(userId) || (userFields.get(userId) ?? null) !== ifFields) return false;
			userFields.set(userId, fields);
			changes.tell({
				kind: "user",
				userId
			});
			return true;
		},
		async delete(userId) {
			users.delete(userId);
			userFields.delete(userId);
			for (const account of accounts.ofUser(userId)) deleteAccount(account);
			return records.endSessions((session) => session.userId === userId);
		},
		async linkAccount(account) {
			const linked = accounts.find(account);
			if (linked) return linked.userId === account.userId ? "already-linked" : "taken";
			records.requireUser(account.userId);
			accounts.put(account);
			return "linked";
		},
		async unlinkAccount(userId, accountId) {
			const own = accounts.ofUser(userId);
			const account = own.find(({ id }) => id === accountId);
			if (!account) return "not-found";
			if (own.length === 1) return "last-account";
			deleteAccount(account);
			return "unlinked";
		},
		listAccounts: async (userId) => accounts.ofUser(userId),
		async listAccountsByVerifiedEmail(email, limit) {
			const key = asciiLowerCase(email);
			return accounts.select((account) => verifiedEmailKey(account) === key).slice(0, limit);
		},
		hasAccountWithIssuerPrefix: async (prefix) => accounts.some(({ issuer }) => issuer.startsWith(prefix))
	};
}
// node_modules/latchkey/dist/stores/memory.js
/** A store that lives in memory and ends with the process. Needs no migrations. */
function memory() {
	const records = new MemoryRecords();
	const { marks } = records;
	return {
		name: "memory",
		watch: records.changes.watch,
		migrate: async () => [],
		pendingMigrations: async () => [],
		close: async () => {},
		users: memoryUsers(records),
		sessions: memorySessions(records),
		marks: {
			useOnce: async (key, expiresAt) => marks.useOnce(key, expiresAt),
			isUsed: async (key) => marks.has(key),
			sweep: async (now, limit) => marks.sweep(now, limit)
		},
		tokens: memoryTokens(records),
		audit: memoryAudit()
	};
}
// node_modules/latchkey/dist/testing/contract/adapter/contract-auth.js
/** The `auth` of the application under test, as its environment says. Nothing of Node is loaded for it. */
function contractAuth(environment) {
	const { IDP, PREFIX, STORE } = environment;
	return latchkey$1({
		providers: [oidc({
			id: "local",
			issuer: `${IDP}/local`
		}), oidc({
			id: "post",
			issuer: `${IDP}/post`,
			responseMode: "form_post"
		})],
		basePath: `${PREFIX}/auth`,
		store: STORE === "broken" ? brokenStore() : void 0,
		log: () => {},
		environment
	});
}
/** Goes down after the start. */
function brokenStore() {
	const store = memory();
	const find = () => Promise.reject(new LatchkeyError("store_unavailable"));
	return {
		...store,
		sessions: {
			...store.sessions,
			find
		}
	};
}
// node_modules/latchkey/dist/testing/contract/adapter/foreign-auth.js
var user = {
	id: "mallory",
	name: "Mallory",
	email: "mallory@evil.example",
	emailVerified: true,
	picture: null
};
/** Looks like somebody who is signed in. */
var foreignAuth = {
	user,
	session: {
		id: "mallory",
		user,
		identity: {
			provider: "local",
			issuer: "https://evil.example",
			subject: "m",
			providerSessionId: null
		},
		createdAt: /* @__PURE__ */ new Date(),
		authenticatedAt: /* @__PURE__ */ new Date(),
		expiresAt: new Date(Date.now() + 36e5),
		endsAt: new Date(Date.now() + 36e5),
		acr: null
	},
	error: null
};
/** Writes on what a host has for a request. */
function leaveForeignAuth(request, wantsOurs) {
	Object.assign(request, {
		auth: foreignAuth,
		user,
		session: foreignAuth.session
	});
	if (wantsOurs) Object.assign(request, { latchkey: foreignAuth });
}
// src/start.ts
var start_exports = /* @__PURE__ */ __exportAll({ startInstance: () => startInstance });
var first = createMiddleware().server(async ({ next }) => {
	const result = await next();
	result.response.headers.set("X-First", "1");
	return result;
});
var latchkey = createMiddleware().server(tanstackStartLatchkey(() => contractAuth(process.env)));
var foreign = createMiddleware().server(({ request, next }) => {
	const context = {};
	leaveForeignAuth(context, request.headers.has("x-foreign"));
	return next({ context });
});
var startInstance = createStart(() => ({ requestMiddleware: [
	first,
	latchkey,
	foreign
] }));
export { bearerAuthorizationOf as A, sessionOf as B, nowhere as C, satisfies as D, hasSignedInSince as E, safeReturnTarget as F, isIssuedBy as H, accountParts as I, askOnce as L, isSameOrigin as M, wantsJson as N, issuerOf as O, safeReturnPath as P, pathTo as R, accountOf as S, demandQuery as T, describeCauses as U, storeOf as V, makeOwnFolder as W, redirectKind as _, messageFault as a, readUserAgent as b, faultInParameter as c, deleteUser as d, variableOf as f, isRegisteredRedirect as g, oauthErrorOf as h, directionOf as i, acceptsJson as j, metadataPathOf as k, faultInParameters as l, describeForClient as m, acceptedLanguages as n, translationFaults as o, timeOrderedHandle as p, chooseLanguage as r, builtInLanguages as s, startInstance, start_exports as t, isProtocolParameter as u, readDetails as v, demandIn as w, checkBackchannel as x, writeDetails as y, providersIfKnown as z };
