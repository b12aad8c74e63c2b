// node_modules/latchkey/dist/web/cookies.js
/** The largest name and value together that browsers keep, in bytes (RFC 6265bis §5.6). */
var maxCookieBytes = 4096;
var maxHeaderLength = 65536;
/**
* On https the names carry the `__Host-` prefix, so that no other host and no other path can set them (RFC 6265bis
* §4.1.3); on loopback http browsers may refuse that. Cookies ignore ports and ours are sent to every path, so a port that
* is not the default, and a base path that is not `/auth`, are in the names: two applications of one host keep theirs apart.
*/
function cookieNames(origin, basePath = "/auth", shared) {
	const names = hostCookieNames(origin, basePath);
	if (!shared) return names;
	const session = hostCookieNames(shared.origin, basePath).session.replace(/^__Host-/, "__Secure-");
	return {
		...names,
		session,
		formerSession: names.session,
		sessionDomain: shared.domain
	};
}
function hostCookieNames(origin, basePath) {
	const secure = origin.protocol === "https:";
	const former = secure ? "__Host-latchkey" : `latchkey-${origin.port || "80"}`;
	const start = secure && origin.port ? `${former}-${origin.port}` : former;
	const path = basePath === "/auth" ? "" : basePath.replaceAll("/", "+").replaceAll(".", "*");
	const session = `${start}${path}`;
	return {
		session,
		attemptPrefix: `${session}.`,
		pendingLink: `${start}-link${path}`,
		visit: `${start}-visit${path}`,
		lastProvider: `${start}-last${path}`,
		secure,
		...former === session ? {} : { formerSession: former }
	};
}
/** The value of a cookie, or null where it is absent, empty or given twice with different values. */
function readCookie(header, name) {
	if (!header || header.length > maxHeaderLength) return null;
	let found = null;
	let at = header.indexOf(name);
	while (at !== -1) {
		const valueAt = at + name.length + 1;
		if (header.charCodeAt(valueAt - 1) !== equalsSign || !startsPair(header, at)) {
			at = header.indexOf(name, valueAt - 1);
			continue;
		}
		const end = pairEnd(header, valueAt);
		const value = header.slice(valueAt, end);
		if (found !== null && found !== value) return null;
		found = value;
		at = header.indexOf(name, end);
	}
	return found === "" ? null : found;
}
/** The first `limit` cookies (default 50) whose name starts with `prefix`, in the order of the header. */
function readCookiesWithPrefix(header, prefix, limit = 50) {
	const found = [];
	if (!header || header.length > maxHeaderLength) return found;
	let at = header.indexOf(prefix);
	while (at !== -1 && found.length < limit) {
		const end = pairEnd(header, at);
		const equalsAt = header.indexOf("=", at);
		if (startsPair(header, at) && equalsAt !== -1 && equalsAt < end) found.push({
			name: header.slice(at, equalsAt),
			value: header.slice(equalsAt + 1, end)
		});
		at = header.indexOf(prefix, at + 1);
	}
	return found;
}
var equalsSign = 61;
var semicolon = 59;
var space = 32;
/** Whether a cookie begins here: at the start, or behind a semicolon and spaces. */
function startsPair(header, at) {
	let before = at - 1;
	while (before >= 0 && header.charCodeAt(before) === space) before--;
	return before < 0 || header.charCodeAt(before) === semicolon;
}
function pairEnd(header, from) {
	const end = header.indexOf(";", from);
	return end === -1 ? header.length : end;
}
/** Whether browsers will keep a cookie of this name and value. */
function fitsCookie(name, value) {
	return name.length + value.length <= maxCookieBytes;
}
var validName = /^[!#$%&'*+\-.^_`|~\w]+$/;
var validValue = /^[!#-+\--:<-[\]-~]*$/;
/** The Set-Cookie values by which the browser keeps this session; with `isMoved` it forgets one under the name of before. */
function sessionCookies({ session, formerSession, sessionDomain: domain, secure }, { token, maxAgeSeconds }, isMoved) {
	const cookie = setCookie(session, token, {
		maxAgeSeconds,
		secure,
		domain
	});
	return isMoved && formerSession !== void 0 ? [cookie, clearCookie(formerSession, { secure })] : [cookie];
}
/** Whether the browser has a session under the name of before: left behind, it would sign the person in again. */
function hasFormerSession({ formerSession }, cookieHeader) {
	return formerSession !== void 0 && readCookiesWithPrefix(cookieHeader, `${formerSession}=`, 1).length > 0;
}
/**
* One Set-Cookie value. Always HttpOnly, SameSite=Lax, for the whole host, and for the hosts below `domain` where it is given.
* Throws a RangeError over 4,096 bytes and a TypeError for characters that a cookie cannot hold.
*/
function setCookie(name, value, options) {
	if (!validName.test(name) || !validValue.test(value)) throw new TypeError("Not a valid cookie name or value.");
	if (!fitsCookie(name, value)) throw new RangeError(`The cookie ${name} is larger than ${maxCookieBytes} bytes.`);
	return `${name}=${value}; Max-Age=${Math.max(0, Math.floor(options.maxAgeSeconds))}; Path=/; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}${options.domain === void 0 ? "" : `; Domain=${options.domain}`}`;
}
/** The Set-Cookie value that removes a cookie. */
function clearCookie(name, options) {
	return setCookie(name, "", {
		maxAgeSeconds: 0,
		secure: options.secure
	});
}
export { readCookie as a, setCookie as c, hasFormerSession as i, cookieNames as n, readCookiesWithPrefix as o, fitsCookie as r, sessionCookies as s, clearCookie as t };
