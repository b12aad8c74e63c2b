import { D as foundValue, E as foreignText, O as LatchkeyError, b as loadOnce, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { t as OutboundError } from "./exchange-CZNNkuZE.js";
import { decode, encode } from "jose/base64url";
// node_modules/latchkey/dist/web/exact-json.js
/** The text is no JSON, or no JSON that is accepted. The message quotes nothing of it. */
var JsonError = class extends SyntaxError {
	name = "SyntaxError";
};
/** Sixteen digits in a row: fewer are exact as a number. */
var mayBeTooLarge = /\d{16}/;
/** Any JSON value; an integer that a number cannot hold exactly becomes the text of its digits. @throws JsonError */
function parseExactJson(text) {
	if (!mayBeTooLarge.test(text)) return parseJson(text);
	if (!showsSource) return parseJson(withQuotedIntegers(text));
	return parseJson(text, (_name, value, context) => {
		if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
		const source = context?.source;
		return source !== void 0 && /^-?\d+$/.test(source) ? source : value;
	});
}
/** JSON.parse whose error quotes nothing. @throws JsonError */
function parseJson(text, reviver) {
	try {
		return JSON.parse(text, reviver);
	} catch {
		throw new JsonError("The text is not JSON.");
	}
}
var showsSource = (() => {
	let source;
	const reviver = (_name, value, context) => {
		source = context?.source;
		return value;
	};
	JSON.parse("1", reviver);
	return source === "1";
})();
/** Integers of sixteen digits and more become strings; what stands inside of strings is left alone. */
function withQuotedIntegers(text) {
	return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) => /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token);
}
// node_modules/latchkey/dist/oauth/server/expected-and-found.js
/** Claims and header members whose values help and harm nobody. */
var shownClaims = /* @__PURE__ */ new Set([
	"iss",
	"aud",
	"azp",
	"exp",
	"iat",
	"nbf",
	"auth_time",
	"acr",
	"typ"
]);
var timeClaims = /* @__PURE__ */ new Set([
	"exp",
	"iat",
	"nbf",
	"auth_time"
]);
/** The end of a sentence, such as ` Expected "a", found "b".`; empty where nothing can be said. */
function expectedAndFound(error) {
	const details = fieldsOf(error.cause);
	if (details instanceof Response) return aboutResponse(error.code, details);
	const { expected, attribute, reason } = details;
	if ("header" in details) {
		const { alg } = fieldsOf(details.header);
		return both(reason === void 0 ? void 0 : expected, alg);
	}
	if (attribute === "issuer") return both(expected, fieldsOf(details.body).issuer);
	const claim = details.claim ?? error.claim;
	const claims = fieldsOf(details.claims ?? error.payload);
	if (!shownClaims.has(claim)) return "";
	return both(expected ?? momentOf(claim, details), claims[String(claim)]);
}
/** `Expected … found …`, each bounded. */
function both(expected, found) {
	const wanted = expected === void 0 ? "" : `Expected ${wordsFor(expected)}, `;
	return ` ${wanted}${wanted ? "found" : "Found"} ${foundValue(found)}.`;
}
function wordsFor(expected) {
	if (Array.isArray(expected)) return expected.map((each) => foundValue(each)).join(" or ") || "none at all";
	return expected instanceof Moment ? expected.words : foundValue(expected);
}
/** Seconds since 1970 that a claim is compared with, and by how much clocks may differ. */
var Moment = class {
	words;
	constructor(relation, seconds, toleranceSeconds) {
		const sign = relation === "after" ? "minus" : "plus";
		this.words = `${relation} ${Math.floor(seconds)} (now ${sign} ${toleranceSeconds} seconds)`;
	}
};
function momentOf(claim, { now, tolerance }) {
	if (!timeClaims.has(claim) || typeof now !== "number") return void 0;
	const seconds = typeof tolerance === "number" ? tolerance : 0;
	if (claim === "exp") return new Moment("after", now - seconds, seconds);
	return claim === "auth_time" ? void 0 : new Moment("at most", now + seconds, seconds);
}
function aboutResponse(code, { status, headers }) {
	if (code === "OAUTH_RESPONSE_IS_NOT_JSON") return both("application/json", headers.get("content-type") ?? void 0);
	return both(void 0, status);
}
function fieldsOf(value) {
	if (value instanceof Response) return value;
	return typeof value === "object" && value !== null ? value : {};
}
// node_modules/latchkey/dist/oauth/server/oauth-refusal.js
var codesByError = /* @__PURE__ */ new Map([
	["access_denied", "provider_denied"],
	["login_required", "provider_interaction_required"],
	["interaction_required", "provider_interaction_required"],
	["consent_required", "provider_interaction_required"],
	["account_selection_required", "provider_interaction_required"],
	["redirect_uri_mismatch", "provider_redirect_uri_mismatch"],
	["invalid_redirect_uri", "provider_redirect_uri_mismatch"],
	["invalid_client", "provider_credentials_refused"]
]);
/** Closer sentences for people than the code has. */
var sentencesByError = /* @__PURE__ */ new Map([["consent_required", "provider_denied_consent"]]);
/** The error that stands for this answer; its code follows from the provider's. */
function oauthRefusal(answer) {
	const refusal = readRefusal(answer);
	const name = sentencesByError.get(refusal.error);
	return new LatchkeyError(codeFor(refusal), {
		detail: describeRefusal(refusal),
		refusal,
		sentence: name && { name }
	});
}
function codeFor({ error, status }) {
	if (status === 401 && (error === null || error === "unauthorized_client")) return "provider_credentials_refused";
	return codesByError.get(error) ?? "provider_refused";
}
/** The provider's words, bounded and without secrets. Some servers write the code in capitals. */
function readRefusal({ from, status, error, description, known }) {
	const code = error === null || error === "" ? null : foreignText(error, 60, known);
	return Object.freeze({
		from,
		status: status ?? null,
		error: code && /^[A-Za-z_]+$/.test(code) ? code.toLowerCase() : code,
		description: typeof description === "string" ? foreignText(description, 300, known) || null : null
	});
}
/** `The token endpoint answered 400 invalid_grant: “The code has expired.”` */
function describeRefusal({ from, status, error, description }) {
	return `The ${from} answered ${[status, error].filter((word) => word !== null).join(" ") || "an error without a code"}${description === null ? "." : `: “${description}”`}`;
}
// node_modules/latchkey/dist/oauth/server/unreachable.js
var certificateFaults = /* @__PURE__ */ new Map([
	["DEPTH_ZERO_SELF_SIGNED_CERT", "is self-signed"],
	["SELF_SIGNED_CERT_IN_CHAIN", "comes from an authority that this server does not know (a self-signed root)"],
	["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "comes from an authority that this server does not know"],
	["UNABLE_TO_GET_ISSUER_CERT", "comes from an authority that this server does not know"],
	["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "comes from an authority that this server does not know"],
	["CERT_UNTRUSTED", "comes from an authority that this server does not trust"],
	["INVALID_CA", "comes from an authority that may not issue it"],
	["ERR_TLS_CERT_ALTNAME_INVALID", "is for another host name"],
	["HOSTNAME_MISMATCH", "is for another host name"],
	["CERT_HAS_EXPIRED", "has expired"],
	["CERT_NOT_YET_VALID", "is not valid yet: look at this server’s clock"],
	["CERT_REVOKED", "was revoked"],
	["CERT_REJECTED", "was rejected"],
	["CERT_SIGNATURE_FAILURE", "has a signature that does not verify"]
]);
/** Faults that an authority's certificate given to Node mends. */
var mendedByAuthority = /self-signed|authority that this server does not know/;
/** What else broke a connection, in words. */
var networkFaults = /* @__PURE__ */ new Map([
	["ENOTFOUND", "the host name is not known"],
	["EAI_AGAIN", "the host name could not be looked up"],
	["ECONNREFUSED", "nothing listens there"],
	["ECONNRESET", "the connection was broken"],
	["EHOSTUNREACH", "there is no way to this host"],
	["ENETUNREACH", "there is no way to this network"],
	["EPROTO", "it does not speak TLS as expected"],
	["ERR_SSL_WRONG_VERSION_NUMBER", "it does not speak TLS: is it a plain http server?"]
]);
/** The provider could not be reached, or its answer did not arrive whole. */
function unreachable(url, error) {
	if (error instanceof LatchkeyError) return error;
	const place = url.split("?", 1)[0] ?? url;
	const codes = codesBelow(error);
	const code = codes.find((each) => certificateFaults.has(each));
	if (code !== void 0) return certificateError(place, code);
	if (error instanceof OutboundError && error.kind === "too-large") return new LatchkeyError("provider_answer_invalid", { detail: `${place} answered more than is read.` });
	return new LatchkeyError("provider_unavailable", {
		detail: `${place} did not answer (${reasonFor(error, codes)}).`,
		cause: reasonOf(error)
	});
}
function certificateError(place, code) {
	const fault = certificateFaults.get(code) ?? "";
	const remedy = mendedByAuthority.test(fault) ? " Give Node the certificate of the authority: NODE_EXTRA_CA_CERTS=/path/to/ca.pem." : "";
	return new LatchkeyError("provider_certificate_invalid", { detail: `The certificate of ${new URL(place).host} ${fault} (${code}).${remedy}` });
}
function reasonFor(error, codes) {
	if (error instanceof OutboundError && error.kind !== "network") return error.kind;
	const code = codes.find((each) => networkFaults.has(each)) ?? codes[0];
	if (code === void 0) return "network";
	const words = networkFaults.get(code);
	return words === void 0 ? code : `${words}: ${code}`;
}
/** `fetch` hides the reason below a TypeError, and a failed connection to several addresses below an AggregateError. */
function codesBelow(error, depth = 0) {
	if (typeof error !== "object" || error === null || depth > 5) return [];
	const { code, cause, errors } = error;
	return [
		...typeof code === "string" && /^[A-Z][A-Z0-9_]+$/.test(code) ? [code] : [],
		...codesBelow(cause, depth + 1),
		...Array.isArray(errors) ? errors.flatMap((each) => codesBelow(each, depth + 1)) : []
	];
}
/** The innermost error that says something, without what hangs on it. */
function reasonOf(error) {
	const below = error instanceof OutboundError && error.cause instanceof Error ? error.cause : error;
	if (!(below instanceof Error)) return void 0;
	const code = codesBelow(below)[0];
	const message = below instanceof OutboundError ? below.message.replace(/: \S+$/, "") : below.message;
	return Object.assign(new Error(message), {
		name: below.name,
		...code && { code }
	});
}
// node_modules/latchkey/dist/oauth/server/translate-error.js
/** Translates anything that was thrown. A LatchkeyError passes as it is. */
function translateError(error, translation) {
	const { what, otherwise } = translation;
	if (error instanceof LatchkeyError) return error;
	const fields = readFields(error);
	const { code } = fields;
	if (error instanceof OutboundError) return unreachable(error.url, error);
	if (code === "OAUTH_RESPONSE_BODY_ERROR") {
		const { error: word, status, error_description: description } = fields;
		return oauthRefusal({
			from: what,
			error: String(word),
			status: Number(status),
			description
		});
	}
	if (code === "OAUTH_WWW_AUTHENTICATE_CHALLENGE") return challengeError(fields, translation);
	const details = readFields(fields.cause);
	const safe = {
		detail: `${what}: ${textOf(error)}.${expectedAndFound(fields)}`,
		cause: withoutSecrets(error)
	};
	if (code === "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED" && details.attribute === "issuer") return new LatchkeyError("provider_issuer_mismatch", safe);
	if (otherwise === "provider_id_token_invalid" && "body" in details) return new LatchkeyError("provider_answer_invalid", safe);
	return new LatchkeyError(otherwise, safe);
}
/** RFC 6750 §3: status and the reason stand in a header. */
function challengeError({ status, cause }, { what, otherwise }) {
	const [challenge] = Array.isArray(cause) ? cause : [];
	const { error, error_description } = readFields(readFields(challenge).parameters);
	const refusal = readRefusal({
		from: what,
		status: Number(status),
		error: typeof error === "string" ? error : null,
		description: error_description
	});
	return new LatchkeyError(otherwise === "provider_answer_invalid" ? "provider_credentials_refused" : otherwise, {
		detail: describeRefusal(refusal),
		refusal
	});
}
/** Runs `work`, and translates what it throws. */
async function translating(translation, work) {
	try {
		return await work();
	} catch (error) {
		throw translateError(error, translation);
	}
}
/** The same error without what hangs on it. */
function withoutSecrets(error) {
	const { name, code, cause } = readFields(error);
	const inner = readFields(cause);
	const isNetwork = typeof inner.code === "string" && /^(?:E[A-Z]+|UND_ERR_\w+|CERT_\w+)$/.test(inner.code);
	return Object.assign(new Error(textOf(error)), {
		name: String(name ?? "Error"),
		code: code ?? (isNetwork ? inner.code : void 0)
	});
}
/** An error's message. That of JSON.parse quotes the text that it cannot read. */
function textOf(error) {
	const { name, message } = readFields(error);
	return name === "SyntaxError" && !(error instanceof JsonError) && /JSON/.test(String(message)) ? "the text is not JSON" : foreignText(String(message ?? ""), 500).replace(/\.$/, "");
}
function readFields(value) {
	if (typeof value !== "object" || value === null) return {};
	if (!(value instanceof Error)) return value;
	const { name, message, cause } = value;
	return {
		...value,
		name,
		message,
		cause
	};
}
/** Whether newer keys might help: none fits, or the only one there is does not, and nothing says which it should be. */
function isKeyMissing(error, kid) {
	const { code, cause } = readFields(error);
	const { candidates, signature } = readFields(cause);
	if (code === "OAUTH_KEY_SELECTION_FAILED") return Array.isArray(candidates) && candidates.length === 0;
	if (code === "ERR_JWKS_NO_MATCHING_KEY") return true;
	if (kid !== void 0) return false;
	return code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" || code === "OAUTH_INVALID_RESPONSE" && signature !== void 0;
}
// node_modules/latchkey/dist/outbound/json.js
/** Deeper than anything a provider sends. */
var maxDepth = 64;
/** A JSON object without repeated names. @throws JsonError, which quotes nothing. */
function parseJsonObject(text) {
	const value = parseJson(text);
	if (!isObject$1(value)) throw new JsonError("The JSON is not an object.");
	if (repeatsName(text)) throw new JsonError("A name is repeated in the JSON, or it is nested too deeply.");
	return value;
}
/** The same, with its exact twin. */
function readJsonObject(text) {
	const checked = parseJsonObject(text);
	const exact = parseExactJson(text);
	return {
		checked,
		exact: isObject$1(exact) ? exact : checked
	};
}
function isObject$1(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function repeatsName(json) {
	/** The names so far of each object that is open; null for a list. */
	const open = [];
	for (let at = 0; at < json.length; at++) {
		const sign = json[at];
		if (sign === "{" || sign === "[") {
			open.push(sign === "{" ? /* @__PURE__ */ new Set() : null);
			if (open.length > maxDepth) return true;
		} else if (sign === "}" || sign === "]") open.pop();
		else if (sign === "\"") {
			const end = endOfString(json, at);
			if (isName(json, end)) {
				const text = json.slice(at + 1, end);
				const name = text.includes("\\") ? String(JSON.parse(`"${text}"`)) : text;
				const names = open.at(-1);
				if (names?.has(name)) return true;
				names?.add(name);
			}
			at = end;
		}
	}
	return false;
}
/** Where the quote stands that ends the string which begins at `start`. */
function endOfString(json, start) {
	let end = json.indexOf("\"", start + 1);
	while (isEscaped(json, end)) end = json.indexOf("\"", end + 1);
	return end;
}
/** Behind an odd number of backslashes. */
function isEscaped(json, at) {
	let before = at;
	while (json[before - 1] === "\\") before--;
	return (at - before) % 2 === 1;
}
/** Whether a colon follows the string. */
function isName(json, end) {
	let at = end + 1;
	while (" 	\n\r".includes(json[at] ?? ".")) at++;
	return json[at] === ":";
}
// node_modules/latchkey/dist/oauth/server/libraries.js
/** The OAuth and OpenID Connect protocol. */
var loadOauth = loadOnce(() => import("oauth4webapi"));
/** JOSE, for choosing and importing a published key. */
async function loadKeyChoice() {
	return (await import("jose/jwks/local")).createLocalJWKSet;
}
/** JOSE, for logout tokens. */
async function loadJwtVerification() {
	return (await import("jose/jwt/verify")).jwtVerify;
}
/** JOSE, for signatures on runtimes without a synchronous way. */
async function loadSignatureVerification() {
	return (await import("jose/jws/compact/verify")).compactVerify;
}
/** JOSE, for the client's own key, and for keys that clients show. */
async function loadKeyImport() {
	return (await import("jose/key/import")).importJWK;
}
/** JOSE, for the name of a key (RFC 7638). */
async function loadThumbprint() {
	return (await import("jose/jwk/thumbprint")).calculateJwkThumbprint;
}
// node_modules/latchkey/dist/oauth/server/signing-algorithms.js
var hashes = new Map([
	...[
		"RS",
		"PS",
		"ES"
	].flatMap((family) => [
		[`${family}256`, "SHA-256"],
		[`${family}384`, "SHA-384"],
		[`${family}512`, "SHA-512"]
	]),
	["EdDSA", "SHA-512"],
	["Ed25519", "SHA-512"]
]);
var secretHashes = /* @__PURE__ */ new Map([
	["HS256", "SHA-256"],
	["HS384", "SHA-384"],
	["HS512", "SHA-512"]
]);
/** Whether it is verified with the client secret (OpenID Connect Core §3.1.3.7 (8)): only where the description names it. */
function isSecretAlgorithm(algorithm) {
	return secretHashes.has(algorithm);
}
/** The registered algorithm alone; else those of the announced ones that are asymmetric; else RS256. */
function acceptedAlgorithms(registered, announced) {
	if (registered !== void 0) return [registered];
	const list = typeof announced === "string" ? [announced] : announced;
	if (!Array.isArray(list) || list.length === 0) return ["RS256"];
	return [...new Set(list.filter((algorithm) => hashes.has(algorithm)))];
}
/** @throws TypeError that says which algorithm came, and which are accepted. */
function checkAlgorithm(found, accepted = []) {
	if (accepted.some((algorithm) => algorithm === found)) return;
	const remedy = isSecretAlgorithm(found) ? ` Where this provider signs with the client secret, set idTokenSigningAlg to "${found}".` : typeof found === "string" && hashes.has(found) ? " Where the provider registers another algorithm for this client, set idTokenSigningAlg." : "";
	throw new TypeError(`its algorithm is not accepted.${both(accepted, found)}${remedy}`);
}
/** The left half of a text's hash (`at_hash`, `c_hash`: OpenID Connect Core §3.1.3.6); null where `alg` has no known hash. */
async function halfHash(text, alg) {
	const hash = secretHashes.get(alg) ?? hashes.get(String(alg));
	if (hash === void 0) return null;
	const digest = await digestOf(text, hash);
	return encode(digest.subarray(0, digest.length / 2));
}
async function digestOf(text, hash) {
	if (hash === "SHA-256") return decode(await platform.sha256(text));
	return new Uint8Array(await crypto.subtle.digest(hash, new TextEncoder().encode(text)));
}
// node_modules/latchkey/dist/oauth/server/distinct-keys.js
/** Members that make the public half of a key (RFC 7518 §6, RFC 8037 §2). */
var materialMembers = [
	"kty",
	"crv",
	"n",
	"e",
	"x",
	"y",
	"pub"
];
/** Objects only, without members that are null; equal keys once. */
function distinctKeys(list) {
	const distinct = /* @__PURE__ */ new Map();
	for (const key of list.filter(isObject).map(withoutNull)) {
		const name = JSON.stringify([
			materialOf(key),
			key.kid,
			key.alg,
			key.use,
			key.key_ops
		]);
		if (!distinct.has(name)) distinct.set(name, key);
	}
	return mergeVague([...distinct.values()]);
}
/** Of copies that differ in nothing but an `alg` or `use` that one of them leaves out, the one that says more stays. */
function mergeVague(keys) {
	return keys.filter((key, index) => keys.every((other, at) => at === index || !isVaguer(key, other)));
}
function isVaguer(key, other) {
	if (materialOf(key) !== materialOf(other) || key.kid !== other.kid) return false;
	const members = ["alg", "use"];
	const saysLess = members.some((member) => key[member] === void 0 && other[member] !== void 0);
	const saysMore = members.some((member) => key[member] !== void 0 && key[member] !== other[member]);
	return saysLess && !saysMore && other.use !== "enc";
}
/** Two names for one key are one key to a token that names none. */
function withoutCopies(keys) {
	const seen = /* @__PURE__ */ new Set();
	return keys.filter((key) => {
		const name = JSON.stringify([
			materialOf(key),
			key.alg,
			key.use
		]);
		if (seen.has(name)) return false;
		seen.add(name);
		return true;
	});
}
function materialOf(key) {
	return JSON.stringify(materialMembers.map((member) => key[member]));
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function withoutNull(key) {
	return Object.fromEntries(Object.entries(key).filter(([, value]) => value !== null));
}
// node_modules/latchkey/dist/oauth/login/compact-jwt.js
var maxLength = 65536;
/** Three parts of base64url. Five would be an encrypted one, whose key derivation may be made to cost (`p2c`, `zip`). */
var compactForm = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** Broken UTF-8 throws; a byte order mark stays, and is no JSON. */
var utf8 = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
/**
* Reads header and claims of a JWT whose explicit type, if it has one, is `type`.
*
* @throws TypeError or SyntaxError that quotes nothing of the token.
*/
function readCompactJwt(jwt, type) {
	if (jwt.length > maxLength) throw new TypeError("the JWT is too long");
	if (!compactForm.test(jwt)) throw new TypeError("not a signed JWT in compact form");
	const [header = "", payload = ""] = jwt.split(".");
	const { checked, exact } = readPart(payload);
	const unverified = {
		text: jwt,
		header: readPart(header).checked,
		claims: checked,
		exactClaims: exact
	};
	checkHeader(unverified.header, type);
	return unverified;
}
function readPart(part) {
	return readJsonObject(utf8.decode(decode(part)));
}
function checkHeader({ typ, crit, b64 }, type) {
	if (crit !== void 0 || b64 !== void 0) throw new TypeError("the JWT header has crit or b64");
	if (typ === void 0) return;
	if (typeof typ !== "string") throw new TypeError("the JWT header has a typ that is no text");
	const kind = typ.toLowerCase().replace(/^application\//, "");
	if (kind.endsWith("+jwt") && kind !== type) throw new TypeError(`the JWT is of type ${foundValue(typ, 60)}, not ${type}`);
}
// node_modules/latchkey/dist/oauth/login/verify-signature.js
/**
* Verifies the signature of this very text, whose `alg` was found acceptable. Form and claims are judged elsewhere.
* @throws An error of `jose`, or one with its code `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
*/
async function verifySignature(connection, { text, header }, platform$1 = platform) {
	const { keys } = connection;
	const { kid } = header;
	const alg = String(header.alg);
	if (isSecretAlgorithm(alg)) {
		await (await loadSignatureVerification())(text, await secretKey(connection), { algorithms: [alg] });
		return;
	}
	return withKeys(keys, {
		purpose: "login",
		kid
	}, async (jwks) => {
		const findKey = await keyFinder(jwks);
		await verifyWithKey({
			text,
			alg
		}, await findKey({
			...header,
			alg
		}), platform$1);
	});
}
/**
* Verifies the signature of this very text with this key, at once where the runtime can.
* @throws An error with the code `ERR_JWS_SIGNATURE_VERIFICATION_FAILED`.
*/
async function verifyWithKey({ text, alg }, key, platform$2 = platform) {
	if (platform$2.verifySignature === null) {
		await (await loadSignatureVerification())(text, key, { algorithms: [alg] });
		return;
	}
	const dot = text.lastIndexOf(".");
	const signature = platform$2.decodeBase64url(text.slice(dot + 1));
	if (!(signature && platform$2.verifySignature(alg, key, {
		data: text.slice(0, dot),
		signature
	}))) throw new SignatureError("signature verification failed");
}
/** @throws LatchkeyError where the description does not name the algorithm, or there is no secret. */
async function secretKey({ provider, clientSecret }) {
	const secret = await clientSecret();
	if (!isSecretAlgorithm(provider.idTokenSigningAlg) || !secret) throw new LatchkeyError("provider_id_token_invalid", { detail: "HS256 needs idTokenSigningAlg \"HS256\" and a client secret." });
	return new TextEncoder().encode(secret);
}
var SignatureError = class extends Error {
	name = "SignatureError";
	/** As `jose` calls it. */
	code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
};
/** Runs `verify` with the keys, and once more with newer ones when it misses a key. */
async function withKeys(keys, { purpose, kid }, verify) {
	const jwks = await keys.current(purpose);
	try {
		return await verify(jwks);
	} catch (error) {
		const newer = isKeyMissing(error, kid) ? await keys.newerThan(jwks, purpose) : null;
		if (newer === null) throw withKeyNames(error, jwks, kid);
		try {
			return await verify(newer);
		} catch (second) {
			throw withKeyNames(second, newer, kid);
		}
	}
}
/** "No key fits" helps only with the names of both sides. */
function withKeyNames(error, { keys }, kid) {
	if (!(error instanceof Error) || !isKeyMissing(error, kid ?? "")) return error;
	const published = keys.map((key) => foundValue(key.kid, 60)).join(", ");
	const message = `no published key fits: the token names ${foundValue(kid, 60)}, published are ${published || "none"}`;
	return Object.assign(new Error(message.slice(0, 400)), {
		name: error.name,
		code: "ERR_JWKS_NO_MATCHING_KEY"
	});
}
/** Imported keys stay with their set. */
var keyFinders = /* @__PURE__ */ new WeakMap();
/** Chooses the one key of the set that is for a header's `alg` and `kid`. */
async function keyFinder(jwks) {
	const known = keyFinders.get(jwks);
	if (known) return known;
	const createLocalJWKSet = await loadKeyChoice();
	const byName = createLocalJWKSet(jwks);
	const nameless = createLocalJWKSet({ keys: withoutCopies(jwks.keys) });
	const finder = ((header, token) => header?.kid === void 0 ? nameless(header, token) : byName(header, token));
	keyFinders.set(jwks, finder);
	return finder;
}
export { readRefusal as C, parseExactJson as E, oauthRefusal as S, both as T, readJsonObject as _, withKeys as a, unreachable as b, acceptedAlgorithms as c, isSecretAlgorithm as d, loadJwtVerification as f, parseJsonObject as g, loadThumbprint as h, verifyWithKey as i, checkAlgorithm as l, loadOauth as m, secretKey as n, readCompactJwt as o, loadKeyImport as p, verifySignature as r, distinctKeys as s, keyFinder as t, halfHash as u, translateError as v, Moment as w, describeRefusal as x, translating as y };
