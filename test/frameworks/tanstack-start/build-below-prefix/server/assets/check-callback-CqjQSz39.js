import { D as foundValue, O as LatchkeyError, b as loadOnce, l as faultInEndpointUrl } from "./tanstack-start-Dv8No7qj.js";
import { i as isAtBackchannel } from "./elapsed-C0-ax36r.js";
import { C as readRefusal, E as parseExactJson, S as oauthRefusal, T as both, _ as readJsonObject, c as acceptedAlgorithms, d as isSecretAlgorithm, l as checkAlgorithm, m as loadOauth, o as readCompactJwt, p as loadKeyImport, r as verifySignature, v as translateError, x as describeRefusal, y as translating } from "./verify-signature-CX6Jm2PO.js";
import { n as createKeySet, r as createRemembered, t as createProviderFetch } from "./provider-fetch-BIjENm8p.js";
import { f as variableOf, x as checkBackchannel } from "./start-CCDRng9R.js";
// node_modules/latchkey/dist/oauth/login/profile.js
/** By the provider's own `fetchProfile`, else from its userinfo endpoint. @throws LatchkeyError `provider_userinfo_invalid`. */
async function fetchProfile(connection, tokens) {
	const { provider, server } = connection;
	return translating({
		what: "profile",
		otherwise: "provider_userinfo_invalid"
	}, async () => {
		const declared = provider.deviations.fetchProfile;
		const profile = declared ? await declared(await profileRequest(connection, tokens)) : await callApi(connection, tokens.accessToken, { url: new URL((await server()).userinfo_endpoint ?? "") });
		if (typeof profile !== "object" || profile === null || Array.isArray(profile)) throw new TypeError("it is not an object");
		return Object.freeze({ ...profile });
	});
}
async function profileRequest(connection, tokens) {
	const { clientId, clientSecret } = connection;
	const { accessToken, idTokenClaims, answer = {}, callback = {} } = tokens;
	const fetch = async (url, init = {}) => callApi(connection, accessToken, {
		...init,
		url: apiUrl(connection, url)
	});
	return {
		accessToken,
		clientId,
		clientSecret: await clientSecret(),
		idTokenClaims,
		tokenAnswer: answer,
		callback,
		get: (path) => fetch(path),
		fetch
	};
}
/** Below the base, or at one of the API's origins: the access token belongs to no other place. */
function apiUrl({ provider }, address) {
	const { apiBaseUrl, apiOrigins } = provider;
	if (URL.canParse(address)) {
		const url = new URL(provider.addressAt(address));
		if (apiOrigins.includes(url.origin)) return url;
		throw new TypeError("the address is at none of the apiOrigins");
	}
	const url = new URL(address, apiBaseUrl);
	if (apiBaseUrl === void 0 || !url.href.startsWith(new URL(apiBaseUrl).href)) throw new TypeError("the path leads outside of apiBaseUrl");
	return url;
}
function callApi(connection, accessToken, call) {
	const { url, query = {}, read = "json" } = call;
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	const place = url.origin;
	return translating({
		what: place,
		otherwise: "provider_userinfo_invalid"
	}, async () => {
		const { body, type } = bodyOf(call);
		const response = await connection.fetch(url.href, {
			method: call.method ?? (body === void 0 ? "GET" : "POST"),
			headers: {
				accept: "application/json",
				...type,
				...authorizationOf(call, accessToken)
			},
			ownHeaders: call.headers,
			redirect: "manual",
			hidesPath: true,
			...body !== void 0 && { body }
		});
		const isReadable = read !== "json" || isJson(response);
		if (response.status !== 200 || !isReadable) throw new LatchkeyError("provider_userinfo_invalid", { detail: `${place} answered ${response.status}${isReadable ? "" : ", not with JSON"}.` });
		const text = await response.text();
		return read === "text" ? text : parseExactJson(text);
	});
}
function bodyOf({ body }) {
	if (body === void 0) return {};
	if (body instanceof URLSearchParams) return {
		body: body.toString(),
		type: { "content-type": "application/x-www-form-urlencoded" }
	};
	return {
		body: JSON.stringify(body),
		type: { "content-type": "application/json" }
	};
}
function authorizationOf({ tokenScheme = "Bearer" }, accessToken) {
	if (tokenScheme === null) return {};
	return { authorization: `${tokenScheme} ${accessToken}`.trimStart() };
}
function isJson(response) {
	return /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get("content-type") ?? "");
}
// node_modules/latchkey/dist/oauth/server/read-metadata.js
/** Wire names by ours. */
var wireNames = {
	authorization: "authorization_endpoint",
	token: "token_endpoint",
	userinfo: "userinfo_endpoint",
	jwks: "jwks_uri",
	revocation: "revocation_endpoint",
	endSession: "end_session_endpoint",
	pushedAuthorizationRequest: "pushed_authorization_request_endpoint"
};
/**
* The members that are used, each checked; `onNotice` hears of those that are left out.
*
* @throws LatchkeyError `provider_answer_invalid` for a needed member that is missing or may not be.
*/
function readMetadata(provider, metadata, onNotice) {
	const endpoints = {};
	for (const wireName of Object.values(wireNames)) {
		const value = metadata[wireName];
		const isNeeded = needs(provider, metadata, wireName);
		if (!isNeeded && (value === void 0 || value === null)) continue;
		const fault = faultInAnnounced(provider, wireName, value);
		if (fault === null) {
			endpoints[wireName] = String(value);
			continue;
		}
		const detail = `The metadata of ${provider.issuer}: ${wireName} ${fault}. Found ${foundValue(value)}.`;
		if (isNeeded) throw new LatchkeyError("provider_answer_invalid", { detail });
		onNotice(`${detail} It counts as absent.`);
	}
	return {
		...endpoints,
		...settingsIn(provider, metadata, onNotice),
		issuer: provider.issuer
	};
}
/** Without these nobody can sign in. Keys are not needed where the client secret verifies. */
function needs(provider, metadata, wireName) {
	if (wireName === "authorization_endpoint" || wireName === "token_endpoint") return true;
	if (wireName === "jwks_uri") return provider.protocol === "oidc" && !isSecretAlgorithm(provider.idTokenSigningAlg);
	const isPushed = provider.pushedAuthorizationRequests === true || isTrue(metadata.require_pushed_authorization_requests);
	return wireName === "pushed_authorization_request_endpoint" && isPushed;
}
/** Browsers are sent to these two; the others are asked by this server, which may have a way of its own. */
var browserEndpoints = /* @__PURE__ */ new Set(["authorization_endpoint", "end_session_endpoint"]);
function faultInAnnounced(provider, wireName, url) {
	if (!browserEndpoints.has(wireName) && isAtBackchannel(provider, url)) return null;
	return faultInEndpointUrl(url) ?? faultInScheme(provider.issuer, String(url));
}
/** An issuer elsewhere must not send us to a plain server on our own machine. */
function faultInScheme(issuer, url) {
	return new URL(url).protocol === "http:" && !issuer.startsWith("http:") ? "must begin with https:" : null;
}
function settingsIn(provider, metadata, onNotice) {
	const list = (name) => textsIn(metadata, name, onNotice);
	const idTokenAlgorithms = acceptedAlgorithms(provider.idTokenSigningAlg, list("id_token_signing_alg_values_supported"));
	const userinfoAlgorithms = list("userinfo_signing_alg_values_supported");
	return {
		id_token_signing_alg_values_supported: [...idTokenAlgorithms],
		userinfo_signing_alg_values_supported: [...userinfoAlgorithms === void 0 ? idTokenAlgorithms : acceptedAlgorithms(void 0, userinfoAlgorithms)],
		token_endpoint_auth_methods_supported: [...list("token_endpoint_auth_methods_supported") ?? ["client_secret_basic"]],
		authorization_response_iss_parameter_supported: isTrue(metadata.authorization_response_iss_parameter_supported),
		require_pushed_authorization_requests: isTrue(metadata.require_pushed_authorization_requests)
	};
}
/** A list of texts; a single word is a list of one, and null or an empty list says nothing. */
function textsIn(metadata, name, onNotice) {
	const value = metadata[name];
	if (value === void 0 || value === null) return void 0;
	const isWord = typeof value === "string" && /^(?:none|[A-Z][A-Za-z]{1,5}\d{0,5}|[a-z_]+_(?:basic|post|jwt|auth))$/.test(value);
	const list = Array.isArray(value) ? value : isWord ? [value] : [];
	const texts = list.filter((text) => typeof text === "string" && text !== "");
	if (!Array.isArray(value) || texts.length < list.length || texts.length === 0) onNotice(`The metadata: ${name} is no list of texts. Found ${foundValue(value)}; what is no text is left out.`);
	return texts.length === 0 ? void 0 : texts;
}
/** The word as a text counts too: it makes us stricter, never less strict. */
function isTrue(value) {
	return value === true || value === "true";
}
// node_modules/latchkey/dist/oauth/server/authorization-server.js
/** A provider that was down is asked again soon; one that hangs is not asked by every login. */
var failureSeconds = 5;
/** How to find the provider's endpoints. @throws LatchkeyError `config_provider_invalid` for fixed ones that may not be. */
function createServerLookup(provider, options) {
	if (isFixed(provider)) {
		const server = readMetadata(provider, namedEndpoints(provider), () => {});
		return Object.assign(() => Promise.resolve(server), { doubt: () => {} });
	}
	const remembered = createRemembered({
		load: () => discover(provider, options),
		now: options.now,
		freshSeconds: options.lifetimeSeconds,
		staleSeconds: Number.POSITIVE_INFINITY,
		failureSeconds
	});
	return Object.assign(remembered.get, { doubt: remembered.doubt });
}
/** Whether the protocol library must accept `http:`: only where the description itself leads to
* loopback, or to an internal address. */
function isOnPlainHttp({ issuer, endpoints, apiBaseUrl, backchannelUrl }) {
	return [
		...endpoints === void 0 ? [issuer] : Object.values(endpoints),
		apiBaseUrl,
		backchannelUrl
	].some((url) => url?.startsWith("http:"));
}
/** Whether nothing is left to be discovered. */
function isFixed({ protocol, endpoints, idTokenSigningAlg }) {
	if (protocol === "oauth2") return true;
	const hasKeys = endpoints?.jwks !== void 0 || isSecretAlgorithm(idTokenSigningAlg);
	return endpoints?.authorization !== void 0 && endpoints.token !== void 0 && hasKeys;
}
/** The endpoints that the description names: they stand before those that are announced. */
function namedEndpoints({ id, endpoints = {} }) {
	const metadata = {};
	for (const [name, wireName] of Object.entries(wireNames)) {
		const url = endpoints[name];
		if (url === void 0) continue;
		const fault = faultInEndpointUrl(url);
		if (fault !== null) throw new LatchkeyError("config_provider_invalid", { detail: `Provider "${id}": endpoints.${name} ${fault}.` });
		metadata[wireName] = url;
	}
	if (endpoints.pushedAuthorizationRequest === void 0) return metadata;
	return {
		...metadata,
		require_pushed_authorization_requests: true
	};
}
async function discover(provider, { fetch, onNotice }) {
	const what = `metadata of ${provider.issuer}`;
	const metadata = await translating({
		what,
		otherwise: "provider_answer_invalid"
	}, async () => {
		const oauth = await loadOauth();
		const issuer = new URL(provider.issuer);
		const response = await (provider.metadataUrl === void 0 ? oauth.discoveryRequest(issuer, {
			algorithm: provider.protocol,
			[oauth.customFetch]: fetch,
			[oauth.allowInsecureRequests]: isOnPlainHttp(provider)
		}) : fetch(provider.metadataUrl, {
			method: "GET",
			headers: { accept: "application/json" },
			redirect: "manual"
		}));
		return oauth.processDiscoveryResponse(issuer, response);
	});
	if (metadata.issuer !== provider.issuer) throw new LatchkeyError("provider_issuer_mismatch", { detail: `The metadata names another issuer.${both(provider.issuer, metadata.issuer)}` });
	return readMetadata(provider, {
		...metadata,
		...namedEndpoints(provider)
	}, onNotice);
}
// node_modules/latchkey/dist/oauth/server/client-key.js
/** Rejects with `provider_credentials_refused` when it is no private key of its algorithm. */
function importClientKey(clientKey) {
	return translating({
		what: "client key",
		otherwise: "provider_credentials_refused"
	}, async () => {
		if (!("kty" in clientKey)) return {
			key: clientKey.key,
			kid: clientKey.kid
		};
		const importJwk = await loadKeyImport();
		const { kid, ...jwk } = clientKey;
		const key = await importJwk(jwk, clientKey.alg);
		if (!(key instanceof CryptoKey) || key.type !== "private") throw new TypeError("Not a private key.");
		return {
			key,
			kid
		};
	});
}
// node_modules/latchkey/dist/oauth/server/connection.js
/** Connects nothing yet. @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`. */
function createConnection(provider, { clientId, clientSecret, clientKey }, settings) {
	const { now, clockToleranceSeconds, metadataLifetimeSeconds = 3600 } = settings;
	const method = provider.clientAuthentication ?? "none";
	if (clientId === "" || clientSecret === null && !clientKey && method !== "none") throw new LatchkeyError("config_provider_credentials_missing", { detail: `Provider "${provider.id}": ${clientId === "" ? "the client id" : `the secret for ${method}`} is missing.` });
	if (isSecretAlgorithm(provider.idTokenSigningAlg) && clientSecret === null) throw new LatchkeyError("config_provider_credentials_missing", { detail: `Provider "${provider.id}": the secret is missing with which ${provider.idTokenSigningAlg} is verified.` });
	checkBackchannel(provider, settings.isDevelopment ?? false);
	const importedKey = loadOnce(async () => {
		if (!clientKey) return null;
		return importClientKey(typeof clientKey === "function" ? clientKey() : clientKey);
	});
	const fetch = createProviderFetch({
		provider,
		fetch: settings.fetch,
		now
	});
	const notice = (detail) => settings.onNotice?.({
		provider: provider.id,
		detail
	});
	const server = createServerLookup(provider, {
		fetch,
		now,
		lifetimeSeconds: metadataLifetimeSeconds,
		onNotice: notice
	});
	return {
		provider,
		clientId,
		clientSecret: () => translating({
			what: "client secret",
			otherwise: "provider_credentials_refused"
		}, async () => typeof clientSecret === "function" ? clientSecret({
			clientId,
			now: now()
		}) : clientSecret),
		hasSecret: clientSecret !== null,
		hasKey: clientKey !== void 0,
		clientKey: importedKey,
		fetch,
		now,
		clockToleranceSeconds,
		server,
		keys: createKeySet({
			server,
			fetch,
			now
		}),
		notice
	};
}
/** Begins to talk: finds the endpoints, and sets the library's clock to ours. */
async function converse(connection) {
	const oauth = await loadOauth();
	return {
		oauth,
		server: await connection.server(),
		client: {
			client_id: connection.clientId,
			[oauth.clockSkew]: Math.floor(connection.now() / 1e3) - Math.floor(Date.now() / 1e3),
			[oauth.clockTolerance]: connection.clockToleranceSeconds
		},
		options: {
			[oauth.customFetch]: connection.fetch,
			[oauth.allowInsecureRequests]: isOnPlainHttp(connection.provider)
		}
	};
}
// node_modules/latchkey/dist/oauth/login/userinfo.js
/** @throws LatchkeyError `provider_userinfo_invalid` for the claims of another person, and for a forged signature. */
async function fetchUserinfo(connection, { accessToken, subject }) {
	let answer;
	try {
		const conversation = await converse(connection);
		const response = await ask(connection, conversation, accessToken);
		if (isJwt(response)) {
			const jwt = readSigned(await response.text());
			checkSamePerson(jwt.claims, subject);
			if (jwt.header.alg !== "none") checkAlgorithm(jwt.header.alg, conversation.server.userinfo_signing_alg_values_supported);
			await translating(translation, () => verifySigned(connection, conversation, {
				jwt,
				subject
			})).catch((failure) => {
				throw failure.code === "provider_unavailable" ? failure : new ForgeryError(failure);
			});
			return {
				claims: jwt.exactClaims,
				failure: null
			};
		}
		answer = await readPlain(response);
	} catch (error) {
		if (error instanceof OtherPersonError) throw refusalOf(error);
		if (error instanceof ForgeryError) throw error.failure;
		return {
			claims: null,
			failure: translateError(error, translation)
		};
	}
	const { sub } = answer.checked;
	if (sub === subject) return {
		claims: answer.exact,
		failure: null
	};
	if (typeof sub === "string") throw refusalOf(new OtherPersonError());
	const detail = `The userinfo endpoint’s answer has no sub that is a text.${both(void 0, sub)}`;
	return {
		claims: null,
		failure: new LatchkeyError("provider_userinfo_invalid", { detail })
	};
}
var translation = {
	what: "userinfo endpoint",
	otherwise: "provider_userinfo_invalid"
};
var OtherPersonError = class extends Error {};
var ForgeryError = class extends Error {
	failure;
	constructor(failure) {
		super();
		this.failure = failure;
	}
};
/** OpenID Connect Core §5.3.4: without this check the claims of another person could be put in place of this one's. */
function checkSamePerson({ sub }, subject) {
	if (typeof sub === "string" && sub !== subject) throw new OtherPersonError();
}
function refusalOf(_) {
	return new LatchkeyError("provider_userinfo_invalid", { detail: "The userinfo endpoint speaks of another subject than the ID token (OpenID Connect Core §5.3.4)." });
}
/** The answer, where it is a 200. */
async function ask(connection, { oauth, server, client, options }, accessToken) {
	if (server.userinfo_endpoint === void 0) {
		connection.server.doubt();
		throw new LatchkeyError("provider_userinfo_invalid", { detail: "The metadata names no userinfo_endpoint that can be used." });
	}
	const response = await oauth.userInfoRequest(server, client, accessToken, options);
	if (response.status === 200) return response;
	const refusal = readRefusal({
		from: translation.what,
		status: response.status,
		...wordsOf(response.headers.get("www-authenticate") ?? "", await response.text()),
		known: [accessToken]
	});
	throw new LatchkeyError("provider_userinfo_invalid", {
		detail: describeRefusal(refusal),
		refusal
	});
}
/** RFC 6750 §3 puts them into a header; many servers into the body. */
function wordsOf(challenge, body) {
	const inBody = fieldsOf(body);
	const error = /\berror="([^"]*)"/.exec(challenge)?.[1] ?? inBody.error;
	const description = /\berror_description="([^"]*)"/.exec(challenge)?.[1] ?? inBody.error_description;
	return {
		error: typeof error === "string" ? error : null,
		description: typeof description === "string" ? description : void 0
	};
}
function fieldsOf(body) {
	try {
		const value = parseExactJson(body);
		return typeof value === "object" && value !== null ? value : {};
	} catch {
		return {};
	}
}
async function readPlain(response) {
	const type = response.headers.get("content-type");
	if (!/^(?:application\/(?:[\w.-]+\+)?json|text\/json)\b/i.test(type ?? "")) throw new TypeError(`the answer is no JSON.${both("application/json", type ?? void 0)}`);
	return readJsonObject(await response.text());
}
/** Encrypted answers (five parts) cannot be read here. Three parts that are no signed JWT pretend to be one. */
function readSigned(text) {
	try {
		return readCompactJwt(text, "JWT");
	} catch (error) {
		throw text.split(".").length === 3 ? new ForgeryError(translateError(error, translation)) : error;
	}
}
/** §5.3.2: an answer that is signed is worth as much as its signature; alg, iss, aud and exp are the library's to judge. */
async function verifySigned(connection, { oauth, server, client }, { jwt, subject }) {
	const readable = new Response(jwt.text, { headers: { "content-type": "application/jwt" } });
	await oauth.processUserInfoResponse(server, client, subject, readable);
	await verifySignature(connection, jwt);
}
function isJwt(response) {
	return /^application\/jwt\b/i.test(response.headers.get("content-type") ?? "");
}
// node_modules/latchkey/dist/oauth/login/fetch-claims.js
/** Why claims lack what a second source would have had. */
var failures = /* @__PURE__ */ new WeakMap();
/** What kept a second source of these claims from being used; null when nothing did. */
function failureBehind(claims) {
	return failures.get(claims) ?? null;
}
/**
* The ID token's claims, with those of the userinfo endpoint or of the provider's own `fetchProfile` where it declares
* either; else the profile.
*/
async function fetchClaims(connection, tokens) {
	const { provider, notice } = connection;
	if (provider.protocol === "oauth2") return fetchProfile(connection, tokens);
	const signed = tokens.idTokenClaims;
	if (typeof signed?.sub !== "string") throw new LatchkeyError("provider_id_token_invalid", { detail: "There is no verified ID token." });
	const { accessToken } = tokens;
	const { sub: subject } = signed;
	const outcomes = [];
	if (provider.claimsFrom === "userinfo") outcomes.push(await fetchUserinfo(connection, {
		accessToken,
		subject
	}));
	if (provider.deviations.fetchProfile) outcomes.push(await profileBeside(connection, tokens, subject));
	const merged = outcomes.reduce((all, { claims }) => claims === null ? all : merge(all, claims), signed);
	const failed = outcomes.find(({ failure }) => failure !== null);
	if (!failed?.failure) return merged;
	notice(`${failed.failure.detail ?? failed.failure.code} The claims of the ID token are used without it; to ask no further, set claimsFrom to "id-token".`);
	const known = Object.freeze({ ...merged });
	failures.set(known, failed.failure);
	return known;
}
async function profileBeside(connection, tokens, subject) {
	let claims;
	try {
		claims = await fetchProfile(connection, tokens);
	} catch (error) {
		return {
			claims: null,
			failure: translateError(error, {
				what: "profile",
				otherwise: "provider_userinfo_invalid"
			})
		};
	}
	try {
		checkSamePerson(claims, subject);
	} catch (error) {
		throw refusalOf(error);
	}
	return {
		claims,
		failure: null
	};
}
/** What comes first wins: the signed claims before all. An address and the word about it stay together: that one address is verified says nothing of another. */
function merge(signed, userinfo) {
	if (Object.keys(userinfo).length === 0) return signed;
	const both = {
		...userinfo,
		...signed
	};
	const { email, email_verified } = signed.email === void 0 ? userinfo : signed.email === userinfo.email ? both : signed;
	return Object.freeze({
		...both,
		email,
		email_verified
	});
}
// node_modules/latchkey/dist/oauth/login/suspect-pkce.js
/** What servers answer that know no PKCE; some others say it in words. */
var suspectErrors = /* @__PURE__ */ new Set(["invalid_client", "invalid_request"]);
var words = /pkce|code[_ ]?(?:verifier|challenge)/i;
/** The error, with the suspicion in its detail where it is a refusal that fits and the parameter was sent. */
function suspectPkce(thrown, provider, parameter) {
	if (!(thrown instanceof LatchkeyError) || provider.deviations.pkce === "none") return thrown;
	const { code, detail, refusal, cause, retryAfterSeconds } = thrown;
	if (!refusal) return thrown;
	if (!(suspectErrors.has(refusal.error ?? "") || words.test(refusal.description ?? ""))) return thrown;
	return new LatchkeyError(code, {
		detail: `${detail} If all else is right: some providers answer so to PKCE (${parameter}). The option pkce: 'none', or the variable ${variableOf(provider.id)}_PKCE=0 (with OIDC_ before it for those of OIDC_PROVIDERS), leaves it out.`,
		refusal,
		cause,
		retryAfterSeconds,
		...thrown.sentence ? { sentence: thrown.sentence } : { forPerson: thrown.forPerson }
	});
}
// node_modules/latchkey/dist/oauth/login/check-callback.js
/** Longer than any provider's; what is longer only fills logs and requests. */
var maxCodeLength = 8192;
/** The parameters, fit for the token request. Throws before anything is sent. */
function checkCallback({ provider }, { oauth, server, client }, { parameters: raw, expectedState }) {
	const parameters = provider.deviations.normalizeCallback?.(raw) ?? raw;
	checkForm(parameters);
	if (expectedState === "" || parameters.get("state") !== expectedState) throw new LatchkeyError("attempt_missing", { detail: "The state of the callback is not the attempt’s." });
	checkIssuer(parameters.get("iss"), provider, server);
	if (parameters.get("error") !== null) throw suspectPkce(callbackRefusal(parameters), provider, "code_challenge");
	checkCode(parameters.get("code"));
	try {
		const issuer = parameters.get("iss") ?? server.issuer;
		return oauth.validateAuthResponse({
			...server,
			issuer
		}, client, parameters, expectedState);
	} catch (cause) {
		throw translateError(cause, {
			what: "callback",
			otherwise: "request_malformed"
		});
	}
}
/** The error that a callback carries, in our words (RFC 6749 §4.1.2.1). */
function callbackRefusal(parameters) {
	return oauthRefusal({
		from: "callback",
		error: parameters.get("error"),
		description: parameters.get("error_description"),
		known: [parameters.get("state"), parameters.get("code")]
	});
}
function checkForm(parameters) {
	for (const name of [
		"state",
		"code",
		"iss",
		"error",
		"response",
		"id_token",
		"access_token"
	]) if (parameters.getAll(name).length > 1) throw new LatchkeyError("request_malformed", { detail: `The parameter ${name} is repeated.` });
	for (const name of [
		"response",
		"id_token",
		"access_token",
		"token"
	]) if (parameters.has(name)) throw new LatchkeyError("request_malformed", { detail: `The parameter ${name} was not asked for.` });
}
function checkIssuer(iss, provider, server) {
	const isAnnounced = server.authorization_response_iss_parameter_supported === true;
	if (iss === null ? !isAnnounced : isIssuerOf(provider, iss)) return;
	throw new LatchkeyError("provider_issuer_mismatch", { detail: iss === null ? "The provider announces the parameter iss (authorization_response_iss_parameter_supported), and the callback has none." : `The parameter iss of the callback is another one.${both(provider.issuer, iss)}` });
}
/** With one issuer for each tenant, the ID token alone says which; until then it must at least be at the same server. */
function isIssuerOf({ issuer, deviations }, iss) {
	if (iss === issuer) return true;
	return deviations.issuerFor !== void 0 && URL.parse(iss)?.origin === new URL(issuer).origin;
}
function checkCode(code) {
	if (code !== null && code.length <= maxCodeLength && /^[\x20-\x7e]+$/.test(code)) return;
	throw new LatchkeyError("request_malformed", { detail: `The parameter code is ${code === null ? "missing" : "not a code"}.` });
}
export { fetchClaims as a, failureBehind as i, checkCallback as n, converse as o, suspectPkce as r, createConnection as s, callbackRefusal as t };
