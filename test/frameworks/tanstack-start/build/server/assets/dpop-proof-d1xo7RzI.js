import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { D as foundValue, O as LatchkeyError, c as dpopAlgorithms, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { T as both, h as loadThumbprint, i as verifyWithKey, o as readCompactJwt, p as loadKeyImport } from "./verify-signature-CX6Jm2PO.js";
// node_modules/latchkey/dist/oauth/resource/dpop-key.js
/** The members of a public key, by type. */
var publicMembers = /* @__PURE__ */ new Map([
	["EC", [
		"crv",
		"x",
		"y"
	]],
	["OKP", ["crv", "x"]],
	["RSA", ["n", "e"]]
]);
/** RFC 7518 §6.2.2, §6.3.2 and §6.4.1, RFC 8037 §2; `priv` after the drafts for further key types. */
var privateMembers = [
	"d",
	"p",
	"q",
	"dp",
	"dq",
	"qi",
	"oth",
	"k",
	"priv"
];
/** 4,096 bits as base64url: a larger modulus costs the server more than the sender. */
var longestModulus = 683;
/** Five bytes: 65,537 needs three, and a long exponent makes each verification slow. */
var longestExponent = 7;
/** A curve's coordinate of P-521 has 66 bytes. */
var longestCoordinate = 88;
/** @throws TypeError that quotes no key; an error of `jose` for a key that is none. */
async function readProofKey(jwk, alg) {
	const members = membersOf(jwk);
	const [importJWK, calculateJwkThumbprint] = await Promise.all([loadKeyImport(), loadThumbprint()]);
	const key = await importJWK(members, alg);
	if (key instanceof Uint8Array) throw new TypeError("its jwk is no public key");
	return {
		key,
		thumbprint: await calculateJwkThumbprint(members, "sha256")
	};
}
/** What makes the public key, and no more: what the sender writes beside it decides nothing. */
function membersOf(jwk) {
	if (typeof jwk !== "object" || jwk === null || Array.isArray(jwk)) throw new TypeError("its jwk is no key");
	const members = jwk;
	if (privateMembers.some((name) => name in members)) throw new TypeError("its jwk has a private part");
	const { kty } = members;
	const names = publicMembers.get(kty);
	if (!names) throw new TypeError(`its jwk is of no asymmetric type. Found ${foundValue(kty, 60)}`);
	const entries = ["kty", ...names].map((name) => [name, members[name]]);
	for (const [name, value] of entries) {
		if (typeof value !== "string" || value === "") throw new TypeError(`its jwk has no ${name}`);
		if (value.length > longest(name)) throw new TypeError(`its jwk has a ${name} that is too long`);
	}
	return Object.fromEntries(entries);
}
function longest(name) {
	if (name === "n") return longestModulus;
	return name === "e" ? longestExponent : longestCoordinate;
}
// node_modules/latchkey/dist/oauth/resource/dpop-target.js
/** One spelling for one address; null for what is no address of a web server. */
function dpopTarget(address) {
	if (typeof address !== "string" || !URL.canParse(address)) return null;
	const { protocol, username, password, origin, pathname } = new URL(address);
	if (protocol !== "https:" && protocol !== "http:") return null;
	if (username !== "" || password !== "") return null;
	return origin + pathname.replace(/%[0-9a-f]{2}/gi, plainlySpelled);
}
/** `%7e` and `%7E` are `~`; all that is not unreserved keeps its escape, in capitals (RFC 3986 §6.2.2.1 and §6.2.2.2). */
function plainlySpelled(escaped) {
	const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
	return /[A-Za-z0-9._~-]/.test(character) ? character : escaped.toUpperCase();
}
// node_modules/latchkey/dist/oauth/resource/dpop-proof.js
var dpop_proof_exports = /* @__PURE__ */ __exportAll({ verifyDpopProof: () => verifyDpopProof });
/** A proof with a key of 4,096 bits has some 2,500 characters. */
var maxLength = 8192;
var maxJtiLength = 512;
/** A mark outlives its proof by more than the clocks of two servers differ. */
var clocksDifferMilliseconds = 6e4;
/**
* Verifies the value of the `DPoP` header; null where the request has none. Several headers, which `Headers` joins with a
* comma, are no proof.
*
* @throws LatchkeyError `dpop_proof_invalid`; `dpop_nonce_required` where only a nonce of this server is missing or too old.
*/
async function verifyDpopProof(proof, expected) {
	if (proof === null) throw invalid("the request has no DPoP header");
	if (proof.length > maxLength) throw invalid("it is too long");
	const jwt = await reading(async () => readCompactJwt(proof, "dpop+jwt"));
	const { thumbprint } = await reading(() => verifyOwnSignature(jwt, expected.algorithms ?? dpopAlgorithms));
	checkRequest(jwt.claims, expected);
	const endsAt = checkTime(jwt.claims, expected);
	await checkToken(jwt.claims, thumbprint, expected);
	await checkNonce(jwt.claims.nonce, expected);
	await takeJti(jwt.claims.jti, {
		thumbprint,
		endsAt,
		useOnce: expected.useOnce
	});
	return { thumbprint };
}
async function verifyOwnSignature({ header, text }, algorithms) {
	const { typ, alg, jwk } = header;
	if (typeof typ !== "string" || typ.toLowerCase() !== "dpop+jwt") throw new TypeError(`its type is wrong.${both("dpop+jwt", typ)}`);
	if (!algorithms.some((accepted) => accepted === alg)) throw new TypeError(`its algorithm is not accepted.${both(algorithms, alg)}`);
	const own = await readProofKey(jwk, String(alg));
	await verifyWithKey({
		text,
		alg: String(alg)
	}, own.key);
	return own;
}
function checkRequest({ htm, htu }, { method, url }) {
	if (htm !== method) throw invalid(`htm is another method.${both(method, htm)}`);
	const [wanted, found] = [dpopTarget(url), dpopTarget(htu)];
	if (wanted === null || found !== wanted) throw invalid(`htu is another address.${both(wanted ?? "an http address", found ?? void 0)}`);
}
/** Answers until when the proof could be shown again, in milliseconds since 1970. */
function checkTime({ iat }, expected) {
	const { now, lifetimeSeconds = 60, clockToleranceSeconds = 60 } = expected;
	if (typeof iat !== "number" || !Number.isFinite(iat)) throw invalid(`iat is no time. Found ${foundValue(iat, 60)}`);
	const seconds = now / 1e3;
	if (iat > seconds + clockToleranceSeconds) throw invalid(`iat is in the future.${both(Math.floor(seconds), iat)}`);
	if (iat < seconds - lifetimeSeconds - clockToleranceSeconds) throw invalid(`iat is too long ago.${both(Math.floor(seconds), iat)}`);
	return (iat + lifetimeSeconds + clockToleranceSeconds) * 1e3;
}
async function checkToken({ ath }, thumbprint, expected) {
	if (expected.accessToken !== null && ath !== await platform.sha256(expected.accessToken)) throw invalid("ath is not the hash of the access token");
	if (expected.thumbprint !== null && !sameText(thumbprint, expected.thumbprint)) throw invalid("it is made with another key than the one that the token is bound to");
}
async function checkNonce(nonce, { isNonceKnown }) {
	if (isNonceKnown === null) return;
	if (nonce === void 0) throw new LatchkeyError("dpop_nonce_required");
	if (typeof nonce !== "string" || !await isNonceKnown(nonce)) throw new LatchkeyError("dpop_nonce_required", { detail: "The nonce is too old, or not one of this server." });
}
async function takeJti(jti, { thumbprint, endsAt, useOnce }) {
	if (typeof jti !== "string" || jti === "" || jti.length > maxJtiLength) throw invalid(`jti is no text of 1 to ${maxJtiLength} characters`);
	if (!await useOnce(`dpop:${await platform.sha256(`${thumbprint} ${jti}`)}`, endsAt + clocksDifferMilliseconds)) throw invalid("it was shown before (jti)");
}
var sameText = platform.equals;
function invalid(detail, cause) {
	return new LatchkeyError("dpop_proof_invalid", {
		detail: `The DPoP proof is refused: ${detail}.`,
		cause
	});
}
/** What a library or a reader of ours says of the proof; none of them quotes it. */
async function reading(read) {
	try {
		return await read();
	} catch (error) {
		if (error instanceof LatchkeyError) throw error;
		throw invalid(error instanceof Error ? error.message.replace(/\.$/, "") : "it cannot be read", error);
	}
}
export { verifyDpopProof as n, dpop_proof_exports as t };
