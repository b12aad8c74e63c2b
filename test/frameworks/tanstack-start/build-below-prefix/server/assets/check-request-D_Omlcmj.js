import { C as json, D as foundValue, E as foreignText, O as LatchkeyError, l as faultInEndpointUrl, s as metadataUrlOf, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { createOutboundFetch } from "./outbound-C2KZ_cse.js";
import { i as LimitedMap } from "./proxy-environment-BCFPzPTj.js";
import { T as both, _ as readJsonObject, a as withKeys, g as parseJsonObject, i as verifyWithKey, m as loadOauth, o as readCompactJwt, t as keyFinder, w as Moment, y as translating } from "./verify-signature-CX6Jm2PO.js";
import { n as verifyDpopProof } from "./dpop-proof-d1xo7RzI.js";
import { i as isAtBackchannel, n as momentAt, t as millisecondsSince } from "./elapsed-C0-ax36r.js";
import { a as clientSecretBasic, t as checkSubject } from "./id-token-0ZOR_aM5.js";
import { n as createKeySet, r as createRemembered, t as createProviderFetch } from "./provider-fetch-BIjENm8p.js";
// node_modules/latchkey/dist/oauth/resource/find-access-token.js
/** RFC 6750 §2.1 (`b64token`). */
var credentials = /^(bearer|dpop) +([A-Za-z0-9\-._~+/]+=*)$/i;
/** Longer than any header that a server accepts. */
var longestHeader = 65536;
/**
* The token; null where the request shows none. Another scheme is none: it is not for this API.
* @throws LatchkeyError `bearer_request_malformed`.
*/
function findAccessToken({ target, headers }) {
	if (hasTokenInQuery(target)) throw new LatchkeyError("bearer_request_malformed", { detail: "The query has an access_token; it belongs into the Authorization header." });
	const header = headers.get("authorization");
	if (header === null || !/^(?:bearer|dpop)(?: |,|$)/i.test(header)) return null;
	const [, scheme = "", token] = header.length <= longestHeader && credentials.exec(header) || [];
	if (token === void 0) throw new LatchkeyError("bearer_request_malformed", { detail: "The Authorization header is not one scheme and one token." });
	return {
		scheme: scheme.toLowerCase() === "dpop" ? "dpop" : "bearer",
		token
	};
}
function hasTokenInQuery(target) {
	const queryAt = target.indexOf("?");
	if (queryAt === -1) return false;
	return new URLSearchParams(target.slice(queryAt + 1)).has("access_token");
}
// node_modules/latchkey/dist/oauth/resource/introspect.js
/** Answers for active tokens, and apart from them for others: made-up tokens must not push out those that are in use. */
var mostAnswers = 1e4;
/** A token that was issued a moment ago may not have reached the server that was asked. */
var inactiveSeconds = 5;
function createIntrospection(issuer, now) {
	const { introspection } = issuer.settings;
	const active = new LimitedMap(mostAnswers);
	const inactive = new LimitedMap(mostAnswers);
	const running = /* @__PURE__ */ new Map();
	const cacheSeconds = introspection?.cacheSeconds ?? 0;
	const isFresh = ({ at, claims }) => {
		const seconds = claims ? cacheSeconds : Math.min(cacheSeconds, inactiveSeconds);
		return millisecondsSince(at, now) < seconds * 1e3 && !isPast(claims?.checked.exp, now);
	};
	const load = async (key, token) => {
		const at = momentAt(now);
		const claims = await ask(issuer, token);
		active.delete(key);
		(claims ? active : inactive).set(key, {
			claims,
			at
		});
		return claims;
	};
	return async (token) => {
		const key = await platform.sha256(token);
		const known = active.get(key) ?? inactive.get(key);
		if (known && isFresh(known)) return known.claims;
		const others = running.get(key);
		if (others) return others;
		const mine = load(key, token).finally(() => running.delete(key));
		running.set(key, mine);
		return mine;
	};
}
function isPast(exp, now) {
	return typeof exp === "number" && exp * 1e3 <= now();
}
function ask(issuer, token) {
	const { settings, fetch } = issuer;
	const what = `introspection endpoint of ${settings.issuer}`;
	return translating({
		what,
		otherwise: "provider_answer_invalid"
	}, async () => {
		const { introspection } = settings;
		const metadata = await issuer.metadata();
		if (!introspection || metadata.introspection_endpoint === void 0) throw new TypeError("the metadata names none that can be used");
		const { clientId, clientSecret, clientAuthentication } = introspection;
		const oauth = await loadOauth();
		const client = { client_id: clientId };
		const authentication = clientAuthentication === "client_secret_post" ? oauth.ClientSecretPost(clientSecret) : clientSecretBasic(clientSecret);
		const response = await oauth.introspectionRequest(metadata, client, authentication, token, {
			[oauth.customFetch]: (url, { method, headers, redirect, body }) => fetch(url, {
				method,
				headers,
				redirect,
				body
			}),
			[oauth.allowInsecureRequests]: isPlainHttp(metadata.introspection_endpoint, settings.backchannelUrl),
			additionalParameters: { token_type_hint: "access_token" }
		});
		if (response.status === 401 || response.status === 403) throw new LatchkeyError("provider_credentials_refused", { detail: `The ${what} refused this API's own credentials with status ${response.status}.` });
		if (response.status !== 200) throw new TypeError(`answered with status ${response.status}`);
		return readAnswer(readJsonObject(await response.text()), settings.issuer);
	});
}
/** Plain HTTP only where the options themselves lead there. */
function isPlainHttp(endpoint, backchannelUrl) {
	return endpoint.startsWith("http:") || backchannelUrl?.startsWith("http:") === true;
}
function readAnswer({ checked, exact }, issuer) {
	const { active, iss } = checked;
	if (typeof active !== "boolean") throw new TypeError(`active is no boolean.${both(void 0, active)}`);
	if (!active) return null;
	if (iss !== void 0 && iss !== issuer) throw new LatchkeyError("bearer_token_invalid", { detail: `The access token is refused: the answer about it names another issuer.${both(issuer, iss)}` });
	return {
		checked,
		exact
	};
}
// node_modules/latchkey/dist/oauth/resource/issuer-lookup.js
var freshSeconds = 3600;
/** A server that is down is asked again soon, and not by each request. */
var failureSeconds = 5;
/** Connects nothing yet. */
function createIssuerLookup(settings, { fetch, now }) {
	const { issuer, backchannelUrl, jwksUrl, introspection } = settings;
	const place = {
		issuer,
		endpoints: void 0,
		deviations: {},
		...backchannelUrl && { backchannelUrl }
	};
	const issuerFetch = createProviderFetch({
		provider: place,
		fetch,
		now
	});
	const metadata = createRemembered({
		load: () => discover(settings, issuerFetch),
		now,
		freshSeconds,
		staleSeconds: Number.POSITIVE_INFINITY,
		failureSeconds
	}).get;
	const server = async () => jwksUrl === void 0 ? metadata() : { jwks_uri: jwksUrl };
	const endpoint = introspection?.endpoint;
	return {
		settings,
		fetch: issuerFetch,
		metadata: async () => endpoint === void 0 ? metadata() : {
			issuer,
			introspection_endpoint: endpoint
		},
		keys: createKeySet({
			server,
			fetch: issuerFetch,
			now,
			failureSeconds
		})
	};
}
function discover(settings, fetch) {
	const { issuer, metadataUrl } = settings;
	return translating({
		what: `metadata of ${issuer}`,
		otherwise: "provider_answer_invalid"
	}, async () => {
		const addresses = metadataUrl === void 0 ? wellKnown(issuer) : [metadataUrl];
		const metadata = parseJsonObject(await firstFound(addresses, fetch));
		if (metadata.issuer !== issuer) throw new LatchkeyError("provider_issuer_mismatch", { detail: `The metadata names another issuer.${both(issuer, metadata.issuer)}` });
		return {
			issuer,
			...endpointIn(settings, metadata, "jwks_uri"),
			...endpointIn(settings, metadata, "introspection_endpoint")
		};
	});
}
/** The ways in which an issuer's metadata is found; the second one keeps the path behind the well-known part. */
function wellKnown(issuer) {
	const { origin, pathname } = new URL(issuer);
	const path = pathname.replace(/\/$/, "");
	return [`${origin}${path}/.well-known/openid-configuration`, `${origin}/.well-known/oauth-authorization-server${path}`];
}
async function firstFound(addresses, fetch) {
	const statuses = [];
	for (const address of addresses) {
		const response = await fetch(address, {
			method: "GET",
			headers: { accept: "application/json" },
			redirect: "manual"
		});
		if (response.status === 200) return response.text();
		statuses.push(response.status);
		await response.body?.cancel();
	}
	throw new TypeError(`${addresses.join(" and ")} answered with status ${statuses.join(" and ")}`);
}
function endpointIn({ issuer, backchannelUrl }, metadata, name) {
	const value = metadata[name];
	if (value === void 0 || value === null) return {};
	const fault = isAtBackchannel(backchannelUrl === void 0 ? {} : { backchannelUrl }, value) ? null : faultInEndpointUrl(value) ?? faultInScheme(issuer, String(value));
	if (fault === null) return { [name]: String(value) };
	throw new TypeError(`${name} ${fault}. Found ${foundValue(value)}`);
}
/** An issuer elsewhere must not send this server to a plain server on its own machine. */
function faultInScheme(issuer, url) {
	return new URL(url).protocol === "http:" && !issuer.startsWith("http:") ? "must begin with https:" : null;
}
// node_modules/latchkey/dist/oauth/resource/read-token-claims.js
/** @throws TypeError that says which claim is wrong, what was expected and what was found. */
function readTokenClaims({ checked, exact }, check) {
	const { issuer } = check;
	checkAudience(checked.aud, check);
	checkTimes(checked, check);
	const subject = exact.sub;
	checkSubject(subject);
	return Object.freeze({
		issuer: issuer.issuer,
		subject,
		clientId: textOf(exact.client_id) ?? textOf(exact.azp),
		scopes: Object.freeze(scopesIn(checked, issuer.scopeClaim)),
		audience: Object.freeze(audiencesIn(checked.aud)),
		expiresAt: typeof checked.exp === "number" ? checked.exp * 1e3 : null,
		acr: textOf(checked.acr),
		authenticatedAt: typeof checked.auth_time === "number" ? checked.auth_time * 1e3 : null,
		keyThumbprint: keyIn(checked.cnf),
		claims: Object.freeze({ ...exact })
	});
}
function checkAudience(aud, { issuer, mayLack }) {
	if (mayLack.aud && (aud === void 0 || aud === null)) return;
	if (!audiencesIn(aud).some((audience) => issuer.audiences.includes(audience))) throw new TypeError(`aud is not this API.${both(issuer.audiences, aud)}`);
}
function checkTimes({ exp, nbf, iat }, { now, clockToleranceSeconds, mayLack }) {
	const seconds = now / 1e3;
	const earliest = new Moment("after", seconds - clockToleranceSeconds, clockToleranceSeconds);
	const latest = new Moment("at most", seconds + clockToleranceSeconds, clockToleranceSeconds);
	if (exp !== void 0 || !mayLack.exp) {
		if (typeof exp !== "number" || !Number.isFinite(exp) || exp <= seconds - clockToleranceSeconds) throw new TypeError(`exp is past.${both(earliest, exp)}`);
	}
	for (const [name, value] of Object.entries({
		nbf,
		iat
	})) {
		if (value === void 0) continue;
		if (typeof value !== "number" || value > seconds + clockToleranceSeconds) throw new TypeError(`${name} is in the future.${both(latest, value)}`);
	}
}
/**
* The key that the token is bound to. A bond of another kind cannot be proved here, and without its proof the token is worth
* nothing (RFC 7800 §3.1, RFC 8705 §3).
*/
function keyIn(cnf) {
	if (cnf === void 0 || cnf === null) return null;
	const { jkt, ...others } = typeof cnf === "object" ? cnf : {};
	const [other] = Object.keys(others);
	if (typeof jkt !== "string" || jkt === "" || other !== void 0) throw new TypeError(`cnf binds it to something that cannot be proved here.${both("jkt", other)}`);
	return jkt;
}
/** A text with blanks between, or a list. Under the name that is configured; else under the two that are used. */
function scopesIn(claims, name) {
	const value = name === void 0 ? claims.scope ?? claims.scp : claims[name];
	return (typeof value === "string" ? value.split(" ") : Array.isArray(value) ? value : []).filter((scope) => typeof scope === "string" && scope !== "");
}
function audiencesIn(aud) {
	return [aud].flat().filter((each) => typeof each === "string");
}
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
// node_modules/latchkey/dist/oauth/resource/verify-access-token.js
/** Three parts of base64url that begin like a JSON object. */
var looksLikeJwt = /^eyJ[A-Za-z0-9_-]*\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
/** Whether a token is read as a JWT. Any other is a text that its issuer alone understands. */
function isJwt(token) {
	return looksLikeJwt.test(token);
}
/** The issuer that the token names, unverified, where it is one of these. @throws TypeError */
function issuerNamedBy(token, issuers) {
	const jwt = readCompactJwt(token, "at+jwt");
	const { iss } = jwt.claims;
	const issuer = typeof iss === "string" ? issuers.get(iss) : void 0;
	if (!issuer) throw new TypeError(`iss is no issuer whose tokens are accepted.${both([...issuers.keys()], iss)}`);
	return {
		jwt,
		issuer
	};
}
/** Form, type and signature; the claims are judged by `readTokenClaims`. @throws TypeError, or an error of `jose`. */
async function verifyAccessToken(jwt, issuer) {
	const { header, claims, exactClaims, text } = jwt;
	const { algorithms = [], dangerouslyAcceptUntyped = false } = issuer.settings;
	checkType(jwt, dangerouslyAcceptUntyped);
	const alg = String(header.alg);
	if (typeof header.alg !== "string" || !algorithms.includes(alg)) throw new TypeError(`its algorithm is not accepted.${both(algorithms, header.alg)}`);
	await withKeys(issuer.keys, {
		purpose: "api",
		kid: header.kid
	}, async (jwks) => {
		const findKey = await keyFinder(jwks);
		await verifyWithKey({
			text,
			alg
		}, await findKey({
			...header,
			alg
		}));
	});
	return {
		checked: claims,
		exact: exactClaims
	};
}
/** Claims that an ID token has, and an access token does not (OpenID Connect Core §2 and §3.3.2.11, Back-Channel Logout §2.4). */
var foreignClaims = [
	"nonce",
	"at_hash",
	"c_hash",
	"s_hash",
	"events"
];
function checkType({ header: { typ }, claims }, acceptUntyped) {
	if (typeof typ === "string" && typ.toLowerCase().replace(/^application\//, "") === "at+jwt") return;
	if (!acceptUntyped) throw new TypeError(`its type is wrong.${both("at+jwt", typ)}`);
	const foreign = foreignClaims.find((name) => claims[name] !== void 0);
	if (foreign !== void 0) throw new TypeError(`it is no access token: it has ${foundValue(foreign)}`);
}
// node_modules/latchkey/dist/oauth/resource/check-access-token.js
/** Used proofs that are remembered without a store: about 20 MB. */
var mostProofs = 1e5;
function createAccessTokenCheck({ settings, fetch, nonces }) {
	const { now, dpop } = settings;
	const issuers = /* @__PURE__ */ new Map();
	for (const [id, issuerSettings] of settings.issuers) {
		const lookup = createIssuerLookup(issuerSettings, {
			fetch,
			now
		});
		const introspect = issuerSettings.introspection ? createIntrospection(lookup, now) : null;
		issuers.set(id, {
			...lookup,
			introspect
		});
	}
	const useOnce = dpop.marks ? (mark, expiresAt) => dpop.marks?.useOnce(mark, expiresAt) ?? false : useOnceInProcess(now);
	return async (request, demand) => {
		const shown = findAccessToken(request);
		if (!shown) throw new LatchkeyError("bearer_token_missing");
		const token = await translating({
			what: "access token",
			otherwise: "bearer_token_invalid"
		}, () => isJwt(shown.token) ? readJwt(shown.token) : readOpaque(shown.token));
		await checkKey(request, shown, token);
		checkDemand(token, demand, settings);
		return token;
	};
	async function readJwt(text) {
		const { jwt, issuer } = issuerNamedBy(text, issuers);
		const token = claimsOf(await verifyAccessToken(jwt, issuer), issuer, {
			exp: false,
			aud: false
		});
		const introspect = issuer.settings.introspection?.always ? issuers.get(token.issuer)?.introspect : null;
		if (introspect && !await introspect(text)) throw new TypeError("its issuer says that it is not active");
		return token;
	}
	async function readOpaque(text) {
		const candidates = [...issuers.values()].filter(({ introspect, settings: { introspection } }) => introspect && (introspection?.owns?.(text) ?? true));
		const [issuer] = candidates;
		if (!issuer?.introspect || candidates.length > 1) throw new TypeError(candidates.length > 1 ? "several issuers claim it" : "it is no JWT, and no issuer is asked about it");
		const claims = await issuer.introspect(text);
		if (!claims) throw new TypeError("its issuer says that it is not active");
		const token = claimsOf(claims, issuer, {
			exp: true,
			aud: issuer.settings.introspection?.dangerouslyAcceptWithoutAudience ?? false
		});
		if (token.keyThumbprint === null && /^dpop$/i.test(String(claims.checked.token_type))) throw new TypeError("its issuer says DPoP and names no key");
		return token;
	}
	function claimsOf(claims, { settings: issuer }, mayLack) {
		const { clockToleranceSeconds } = settings;
		return readTokenClaims(claims, {
			issuer,
			now: now(),
			clockToleranceSeconds,
			mayLack
		});
	}
	async function checkKey(request, shown, token) {
		const { keyThumbprint: thumbprint } = token;
		if (thumbprint !== null && shown.scheme === "bearer") throw invalid("it is bound to a key, and shown as a bearer token without the proof");
		if (thumbprint === null && shown.scheme === "dpop") throw invalid("it is not bound to a key, and shown with DPoP");
		if (thumbprint === null && dpop.required) throw invalid("it is not bound to a key, as this API demands");
		if (thumbprint === null) return;
		if (settings.resource === null) throw invalid("it is bound to a key, and this API has no address (resource) to hold its proof against");
		await verifyDpopProof(request.headers.get("dpop"), {
			method: request.method,
			url: settings.resource.origin + request.target,
			now: now(),
			lifetimeSeconds: dpop.lifetimeSeconds,
			clockToleranceSeconds: settings.clockToleranceSeconds,
			algorithms: dpop.algorithms,
			accessToken: shown.token,
			thumbprint,
			useOnce,
			isNonceKnown: nonces ? nonces.isKnown : null
		});
	}
}
function checkDemand(token, { scopes, acrValues, maxAgeSeconds }, { now, clockToleranceSeconds }) {
	const missing = scopes.filter((scope) => !token.scopes.includes(scope));
	if (missing.length > 0) {
		const detail = `The access token lacks the scope ${missing.join(" ")}.`;
		throw new LatchkeyError("bearer_scope_insufficient", { detail });
	}
	if (acrValues && (token.acr === null || !acrValues.includes(token.acr))) {
		const detail = `The sign-in behind the access token has not the level ${acrValues.join(" or ")}.`;
		throw new LatchkeyError("bearer_level_insufficient", { detail });
	}
	if (maxAgeSeconds === null) return;
	const { authenticatedAt } = token;
	const age = authenticatedAt === null ? null : (now() - authenticatedAt) / 1e3;
	if (age === null || age > maxAgeSeconds || age < -clockToleranceSeconds) {
		const detail = `The sign-in behind the access token is not proved to be at most ${maxAgeSeconds} seconds old.`;
		throw new LatchkeyError("bearer_level_insufficient", { detail });
	}
}
function useOnceInProcess(now) {
	const used = new LimitedMap(mostProofs);
	return (mark, expiresAt) => {
		if (used.has(mark)) return false;
		used.dropOldestWhile((end) => end <= now());
		used.set(mark, expiresAt);
		return true;
	};
}
function invalid(detail) {
	return new LatchkeyError("bearer_token_invalid", { detail: `The access token is refused: ${detail}.` });
}
// node_modules/latchkey/dist/oauth/resource/refuse-access.js
/** Wire names of the refusals; null: nothing was shown, so nothing is wrong (RFC 6750 §3.1). */
var wireNames = {
	bearer_token_missing: null,
	bearer_request_malformed: "invalid_request",
	bearer_token_invalid: "invalid_token",
	bearer_scope_insufficient: "insufficient_scope",
	bearer_level_insufficient: "insufficient_user_authentication",
	dpop_proof_invalid: "invalid_dpop_proof",
	dpop_nonce_required: "use_dpop_nonce"
};
function refuseAccess(settings, { error, demand, isDpop, nonce }) {
	const known = error instanceof LatchkeyError ? error : new LatchkeyError("unexpected", { cause: error });
	const name = wireNames[known.code];
	const nonceHeader = nonce === null ? {} : { "DPoP-Nonce": nonce };
	if (name === void 0) {
		const status = known.status >= 500 ? known.status : 503;
		const { retryAfterSeconds } = known;
		const retry = retryAfterSeconds === void 0 ? {} : { "Retry-After": String(retryAfterSeconds) };
		return json({
			error: "temporarily_unavailable",
			code: known.code
		}, {
			status,
			headers: {
				vary: "Authorization",
				...retry
			}
		});
	}
	const status = known.code.startsWith("dpop_") ? 401 : known.status;
	const description = known.detail === void 0 ? void 0 : asDescription(known.detail);
	const body = {
		error: name ?? "token_required",
		error_description: description,
		code: known.code
	};
	const challenge = challenges(settings, {
		name,
		description,
		code: known.code,
		demand,
		isDpop
	});
	return json(body, {
		status,
		headers: {
			vary: "Authorization",
			"WWW-Authenticate": challenge,
			...nonceHeader
		}
	});
}
/** The scheme that was used first: some clients read no further. */
function challenges(settings, challenge) {
	const { dpop, resource } = settings;
	const shared = [["resource_metadata", resource && metadataUrlOf(resource)], ...reasonOf(challenge)];
	const none = challenge.name === null ? shared : [];
	const isDpopFirst = challenge.isDpop || dpop.required;
	const bearer = `Bearer${parameters(isDpopFirst ? none : shared)}`;
	const bound = `DPoP${parameters([["algs", dpop.algorithms.join(" ")], ...isDpopFirst ? shared : none])}`;
	if (resource === null) return bearer;
	if (dpop.required) return bound;
	return isDpopFirst ? `${bound}, ${bearer}` : `${bearer}, ${bound}`;
}
function reasonOf({ name, description, code, demand }) {
	const { scopes, acrValues, maxAgeSeconds } = demand;
	const isLevel = code === "bearer_level_insufficient";
	return [
		["error", name],
		["error_description", name === null ? null : description ?? null],
		["scope", isLevel || scopes.length === 0 ? null : scopes.join(" ")],
		["acr_values", isLevel ? acrValues?.join(" ") ?? null : null],
		["max_age", isLevel && maxAgeSeconds !== null ? String(maxAgeSeconds) : null]
	];
}
function parameters(list) {
	const said = list.filter(([, value]) => value !== null).map(([name, value]) => `${name}="${value}"`);
	return said.length > 0 ? ` ${said.join(", ")}` : "";
}
/** RFC 6750 §3: printable ASCII without quotes and backslashes. Some of it comes from the token. */
function asDescription(detail) {
	return detail.replaceAll("\"", "'").replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]+/g, " ").slice(0, 400);
}
// node_modules/latchkey/dist/oauth/resource/check-request.js
function createRequestCheck(settings, nonces) {
	const check = createAccessTokenCheck({
		settings,
		fetch: createOutboundFetch({ fetch: settings.fetch }),
		nonces
	});
	return async (request, demand) => {
		try {
			return {
				token: await check(request, demand),
				refusal: null
			};
		} catch (error) {
			logRefusal(settings, error);
			return {
				token: null,
				refusal: refuseAccess(settings, {
					error,
					demand,
					isDpop: /^dpop /i.test(request.headers.get("authorization") ?? ""),
					nonce: nonces ? await nonces.make() : null
				})
			};
		}
	};
}
/** A request without a token is no news; every other refusal has a line. */
function logRefusal({ log, now }, error) {
	const known = error instanceof LatchkeyError ? error : new LatchkeyError("unexpected", { cause: error });
	if (known.code === "bearer_token_missing") return;
	log({
		event: "refused",
		level: known.status >= 500 || !/^(?:bearer|dpop)_/.test(known.code) ? "error" : "warn",
		time: new Date(now()).toISOString(),
		code: known.code,
		detail: known.detail ?? (known.code === "unexpected" ? foreignText(String(error)) : known.forDeveloper)
	});
}
export { createRequestCheck };
