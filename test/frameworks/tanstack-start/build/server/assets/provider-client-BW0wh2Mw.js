import { O as LatchkeyError, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { l as faultInParameters } from "./start-CCDRng9R.js";
import { i as checkAuthenticationIsOffered, n as verifyIdToken, r as authenticateClient, t as checkSubject } from "./id-token-0ZOR_aM5.js";
import { a as fetchClaims, n as checkCallback, o as converse, r as suspectPkce, s as createConnection } from "./check-callback-CqjQSz39.js";
import { C as readRefusal, S as oauthRefusal, T as both, _ as readJsonObject, a as withKeys, d as isSecretAlgorithm, f as loadJwtVerification, l as checkAlgorithm, n as secretKey, o as readCompactJwt, t as keyFinder, w as Moment, x as describeRefusal, y as translating } from "./verify-signature-CX6Jm2PO.js";
import { decode } from "jose/base64url";
// node_modules/latchkey/dist/oauth/server/send-form.js
/** The parameters under the names that the provider declares; what it leaves out is gone. */
function withDeclaredNames(parameters, names) {
	if (names === void 0) return parameters;
	const renamed = [...parameters].flatMap(([name, value]) => {
		const declared = Object.hasOwn(names, name) ? names[name] : name;
		return declared === null || declared === void 0 ? [] : [[declared, value]];
	});
	return new URLSearchParams(renamed);
}
/** Sends the library's form under the provider's names: pushed authorization requests and revocations. */
function formFetch({ provider, fetch }) {
	const { parameterNames } = provider.deviations;
	if (parameterNames === void 0) return fetch;
	return (url, request) => fetch(url, {
		...request,
		body: withDeclaredNames(formOf(request.body), parameterNames)
	});
}
/** Sends the library's token request as the provider declares it. */
function tokenFetch(connection, { grant, callback }) {
	const { provider, clientId, now } = connection;
	const { tokenRequest, parameterNames } = provider.deviations;
	if (tokenRequest === void 0) return formFetch(connection);
	return async (url, { headers, body, redirect }) => {
		const standard = {
			grant,
			url,
			method: "POST",
			headers: new Headers(headers),
			parameters: withDeclaredNames(formOf(body), parameterNames)
		};
		const context = {
			clientId,
			clientSecret: await connection.clientSecret(),
			now: now(),
			callback
		};
		const wanted = await tokenRequest(standard, context);
		return connection.fetch(addressOf(wanted), {
			redirect,
			hidesPath: true,
			...contentOf(wanted)
		});
	};
}
function formOf(body) {
	return body instanceof URLSearchParams ? body : new URLSearchParams();
}
function addressOf({ url, method, parameters }) {
	if (method !== "GET") return url;
	const address = new URL(url);
	for (const [name, value] of parameters) address.searchParams.append(name, value);
	return withBlanks(address).href;
}
function contentOf({ method, headers, parameters, json }) {
	const own = new Headers(headers);
	if (method === "GET") own.delete("content-type");
	else if (json !== void 0) own.set("content-type", "application/json");
	return {
		method,
		headers: Object.fromEntries(own),
		...method === "POST" && { body: json === void 0 ? parameters : JSON.stringify(json) }
	};
}
/** The same address with `%20` for each blank of its query (RFC 3986 §2.1): a plus is a plus to some servers. */
function withBlanks(url) {
	if (url.search.includes("+")) url.search = url.search.replaceAll("+", "%20");
	return url;
}
// node_modules/latchkey/dist/oauth/login/authorization-url.js
/** The address, with every parameter exactly once. The query that the endpoint itself has is kept. */
async function authorizationUrl(connection, request) {
	const conversation = await converse(connection);
	const { server } = conversation;
	checkAuthenticationIsOffered(connection, server);
	const url = new URL(server.authorization_endpoint ?? "");
	const parameters = await authorizationParameters(connection, request);
	const visible = connection.provider.pushedAuthorizationRequests || server.require_pushed_authorization_requests ? await pushParameters(connection, conversation, parameters) : parameters;
	const { parameterNames, authorizationFragment } = connection.provider.deviations;
	for (const [name, value] of withDeclaredNames(visible, parameterNames)) url.searchParams.set(name, value);
	if (authorizationFragment !== void 0) url.hash = authorizationFragment;
	return withBlanks(url);
}
async function authorizationParameters({ provider, clientId }, request) {
	const { deviations, authorizationParams, protocol } = provider;
	const parameters = new URLSearchParams(authorizationParams);
	const fault = faultInParameters("params", request.params, {
		isOneLogin: true,
		declaredNames: deviations.parameterNames
	});
	if (fault !== null) throw new LatchkeyError("config_option_invalid", { detail: `${fault}.` });
	for (const [name, value] of Object.entries(request.params ?? {})) parameters.set(name, value);
	const set = (name, value) => value !== void 0 && parameters.set(name, value);
	set("prompt", request.prompt);
	set("max_age", request.maxAgeSeconds?.toString());
	set("acr_values", request.acrValues?.join(" "));
	set("login_hint", request.loginHint);
	set("response_mode", deviations.responseMode);
	const scopes = scopesOf(request.scopes ?? provider.scopes, protocol);
	if (scopes.length > 0) set("scope", scopes.join(deviations.scopeSeparator ?? " "));
	set("client_id", clientId);
	set("redirect_uri", request.redirectUri);
	set("response_type", "code");
	set("state", request.state);
	if (protocol === "oidc") set("nonce", request.nonce);
	for (const [name, value] of await challengeOf(deviations.pkce, request.codeVerifier)) set(name, value);
	return parameters;
}
/** RFC 9700 §2.1.1: always, announced or not, unless the provider is declared to refuse it. RFC 7636 §4.2. */
async function challengeOf(pkce, codeVerifier) {
	if (pkce === "none") return [];
	return [["code_challenge", pkce === "plain" ? codeVerifier : await platform.sha256(codeVerifier)], ["code_challenge_method", pkce ?? "S256"]];
}
/** Without `openid` there is no ID token (OpenID Connect Core §3.1.2.1). */
function scopesOf(scopes, protocol) {
	return protocol === "oidc" && !scopes.includes("openid") ? ["openid", ...scopes] : scopes;
}
/** RFC 9126 §2: the parameters go to the provider directly, and the browser carries a reference to them. */
function pushParameters(connection, conversation, parameters) {
	return translating({
		what: "pushed authorization request",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const { oauth, server, client, options } = conversation;
		const authentication = await authenticateClient(connection, conversation);
		const response = await oauth.pushedAuthorizationRequest(server, client, authentication, parameters, {
			...options,
			[oauth.customFetch]: formFetch(connection)
		});
		const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, response);
		return new URLSearchParams({
			client_id: connection.clientId,
			request_uri
		});
	});
}
// node_modules/latchkey/dist/oauth/tokens/token-body.js
/** Null for what is neither. @throws LatchkeyError `provider_answer_invalid` for a 200 that says JSON and has none. */
function readTokenBody(response, text) {
	const type = response.headers.get("content-type")?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
	if (type === "application/x-www-form-urlencoded") return readForm(text);
	if (!/^(?:application\/(?:[\w.-]+\+)?json|text\/json)$/.test(type)) return null;
	try {
		return readJsonObject(text);
	} catch (error) {
		if (response.status !== 200) return null;
		const why = error instanceof Error ? error.message : "";
		throw new LatchkeyError("provider_answer_invalid", { detail: `The token endpoint’s answer is none: ${why}` });
	}
}
/** @throws LatchkeyError where a name is repeated: which of two access tokens would be the one? */
function readForm(text) {
	const form = new URLSearchParams(text);
	const fields = Object.create(null);
	for (const [name, value] of form) {
		if (Object.hasOwn(fields, name)) throw new LatchkeyError("provider_answer_invalid", { detail: "The token endpoint’s answer is none: a name is repeated in the form." });
		fields[name] = value;
	}
	const body = { ...fields };
	return {
		checked: body,
		exact: body
	};
}
// node_modules/latchkey/dist/oauth/tokens/token-answer.js
/**
* Reads an answer. Throws what the provider's refusal means, and `provider_answer_invalid` for what is no answer.
* `known`: secrets that were sent and that the provider's words may quote.
*/
async function readTokenAnswer({ provider, clientSecret }, raw, known = []) {
	const normalize = provider.deviations.normalizeTokenResponse;
	const { response, text } = await translating({
		what: "token endpoint",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const response = await normalize?.(raw) ?? raw;
		return {
			response,
			text: await response.text()
		};
	});
	const { status } = response;
	const body = readTokenBody(response, text);
	const refusal = body === null ? null : refusalIn(body.checked, status);
	if (status !== 200 || refusal !== null || body === null) throw refusedBy(response, {
		body,
		refusal,
		known: [...known, await clientSecret().catch(() => null)]
	});
	checkAccessToken(body.checked.access_token);
	const mendedBody = mended(body.checked, provider.protocol);
	return {
		response: new JudgedAnswer(mendedBody),
		body: mendedBody,
		whole: body.exact
	};
}
/** The provider's words, where the body has any. An empty error beside tokens says nothing. */
function refusalIn(body, status) {
	const { error, error_description: description } = body;
	if (typeof error === "string" && error !== "") return {
		error,
		description
	};
	if (status === 200) return null;
	const { message } = typeof error === "object" && error !== null ? error : body;
	return {
		error: null,
		description: description ?? message
	};
}
function refusedBy(response, { body, refusal, known }) {
	const { status } = response;
	const answer = {
		from: "token endpoint",
		status,
		error: refusal?.error ?? null,
		description: refusal?.description,
		known
	};
	const { error } = readRefusal(answer);
	if (status >= 500 || error === "temporarily_unavailable" || error === "server_error") return new LatchkeyError("provider_unavailable", { detail: describeRefusal(readRefusal(answer)) });
	if (error !== null || status === 401) return oauthRefusal(answer);
	const found = readRefusal(answer);
	const type = response.headers.get("content-type") ?? void 0;
	const detail = status === 200 ? `The token endpoint’s answer is none.${both("application/json", type)}` : describeRefusal(found);
	return new LatchkeyError("provider_answer_invalid", {
		detail: body === null && status !== 200 ? `${detail}${both("application/json", type)}` : detail,
		refusal: found
	});
}
function checkAccessToken(accessToken) {
	if (typeof accessToken === "string" && /^[\x20-\x7e]+$/.test(accessToken)) return;
	throw new LatchkeyError("provider_answer_invalid", { detail: `The token endpoint’s answer has ${accessToken === void 0 ? "no access token" : "an access token that is none"}.` });
}
/** Sloppiness that harms nobody: an expiry as text or nonsense, a list of scopes, and null for what is absent. */
function mended(body, protocol) {
	const { error: _, expires_in, id_token, refresh_token, scope, token_type, ...rest } = body;
	return {
		...rest,
		token_type: typeof token_type === "string" ? token_type.trim() : token_type,
		...present({
			expires_in: readLifetime(expires_in),
			refresh_token: typeof refresh_token === "string" ? refresh_token : void 0,
			scope: readScope(scope),
			id_token: protocol === "oidc" ? id_token : void 0
		})
	};
}
function present(fields) {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== void 0 && value !== null && value !== ""));
}
/** RFC 6749 §5.1 asks for one text; a list of texts says the same. */
function readScope(scope) {
	return Array.isArray(scope) && scope.every((each) => typeof each === "string") ? scope.join(" ") : scope;
}
/** Text is tolerated, and what says nothing is left out. A negative one stays, for the library to refuse. */
function readLifetime(value) {
	const seconds = typeof value === "string" && /^\s*\d{1,12}(?:\.\d{1,6})?\s*$/.test(value) ? Number(value) : value;
	return typeof seconds === "number" && Number.isFinite(seconds) ? seconds : void 0;
}
/** A body that was read already: the protocol library goes on with it, and nothing is written down to be parsed again. */
var JudgedAnswer = class extends Response {
	#body;
	constructor(body) {
		super(null, { headers: { "content-type": "application/json" } });
		this.#body = body;
	}
	/** A copy, since the library writes into it. */
	async json() {
		return { ...this.#body };
	}
};
// node_modules/latchkey/dist/oauth/tokens/token-set.js
/** Converts an answer that has passed all checks. */
function toTokenSet({ provider, now }, { answer, idTokenClaims, body, callback }) {
	if (answer.token_type !== "bearer") throw new LatchkeyError("provider_answer_invalid", { detail: "The token type is not bearer." });
	const expiresAt = answer.expires_in === void 0 ? null : Math.floor(now() + answer.expires_in * 1e3);
	return {
		accessToken: answer.access_token,
		tokenType: answer.token_type,
		expiresAt: Number.isSafeInteger(expiresAt) ? expiresAt : null,
		refreshToken: answer.refresh_token ?? null,
		scopes: answer.scope === void 0 ? null : splitScopes(answer.scope, provider.deviations.scopeSeparator),
		idToken: idTokenClaims === null ? null : answer.id_token ?? null,
		idTokenClaims,
		...provider.deviations.fetchProfile && {
			answer: Object.freeze({ ...body }),
			callback
		}
	};
}
function splitScopes(scope, separator = " ") {
	return scope.split(" ").flatMap((part) => part.split(separator)).filter((part) => part !== "");
}
// node_modules/latchkey/dist/oauth/login/callback-fields.js
/** Read by the protocol itself. */
var answered = /* @__PURE__ */ new Set([
	"code",
	"state",
	"iss",
	"error",
	"error_description",
	"error_uri"
]);
var mostFields = 32;
var mostCharacters$1 = 8192;
/** The other parameters. Repeated names, and what goes beyond the bounds, are left out. */
function callbackFields(parameters) {
	const fields = [];
	let room = mostCharacters$1;
	for (const name of new Set(parameters.keys())) {
		const [value = "", ...repeated] = parameters.getAll(name);
		const length = name.length + value.length;
		if (answered.has(name) || repeated.length > 0 || length > room) continue;
		if (fields.length === mostFields) break;
		fields.push([name, value]);
		room -= length;
	}
	return Object.freeze(Object.fromEntries(fields));
}
// node_modules/latchkey/dist/oauth/login/exchange-code.js
/** Throws before anything is sent when the callback is not the answer to this attempt. */
async function exchangeCode(connection, parameters, expected) {
	const conversation = await converse(connection);
	const callback = checkCallback(connection, conversation, {
		parameters,
		expectedState: expected.state
	});
	const answer = await redeem$1(connection, conversation, {
		callback,
		expected
	});
	const unsigned = {
		body: answer.whole,
		callback: callbackFields(callback)
	};
	if (connection.provider.protocol === "oauth2") return toTokenSet(connection, {
		answer: await processPlain(conversation, answer),
		idTokenClaims: null,
		...unsigned
	});
	const verified = await verifyIdToken(connection, conversation, {
		...expected,
		answer,
		code: callback.get("code"),
		process: ({ oauth, server, client }) => oauth.processAuthorizationCodeResponse(server, client, answer.response, {
			expectedNonce: expectedNonce(connection, conversation, {
				answer,
				nonce: expected.nonce
			}),
			requireIdToken: true,
			...expected.maxAgeSeconds !== void 0 && { maxAge: expected.maxAgeSeconds }
		})
	});
	checkSameTenant(callback.get("iss"), verified.claims.iss);
	return toTokenSet(connection, {
		answer: verified.answer,
		idTokenClaims: verified.claims,
		...unsigned
	});
}
/** OpenID Connect Core §3.1.3.7 (11). Where the provider is declared not to repeat it, a nonce that is there must be ours. */
function expectedNonce({ provider }, { oauth }, { answer, nonce }) {
	if (provider.deviations.nonce !== "unsupported") return nonce;
	const { claims } = readCompactJwt(String(answer.body.id_token), "JWT");
	return claims.nonce === void 0 ? oauth.expectNoNonce : nonce;
}
/** One request, to this provider's token endpoint alone; never repeated. */
function redeem$1(connection, conversation, { callback, expected }) {
	return translating({
		what: "token endpoint",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const { oauth, server, client, options } = conversation;
		const { redirectUri, codeVerifier } = expected;
		const { deviations, tokenParams } = connection.provider;
		const authentication = await authenticateClient(connection, conversation);
		return readTokenAnswer(connection, await oauth.authorizationCodeGrantRequest(server, client, authentication, callback, redirectUri, deviations.pkce === "none" ? oauth.nopkce : codeVerifier, {
			...options,
			[oauth.customFetch]: tokenFetch(connection, {
				grant: "authorization_code",
				callback: callbackFields(callback)
			}),
			additionalParameters: { ...tokenParams }
		}), [callback.get("code"), codeVerifier]);
	}).catch((error) => {
		throw suspectPkce(error, connection.provider, "code_verifier");
	});
}
function processPlain({ oauth, server, client }, { response }) {
	return translating({
		what: "token endpoint",
		otherwise: "provider_answer_invalid"
	}, () => oauth.processAuthorizationCodeResponse(server, client, response));
}
/** RFC 9207 §2.4: where each tenant has an issuer, only the ID token tells whether the callback named the right one. */
function checkSameTenant(callbackIssuer, idTokenIssuer) {
	if (callbackIssuer === null || callbackIssuer === idTokenIssuer) return;
	throw new LatchkeyError("provider_issuer_mismatch", { detail: "The callback names another issuer than the ID token." });
}
// node_modules/latchkey/dist/oauth/logout/end-session.js
/** Servers refuse longer addresses: an ID token with two hundred groups has twelve thousand characters. */
var mostCharacters = 4e3;
/** Null where the provider has no such endpoint. */
async function endSessionUrl({ provider, server, clientId }, request) {
	const { idTokenHint, postLogoutRedirectUri, state } = request;
	const { end_session_endpoint: endpoint } = await server();
	const { endSessionUrl: declared, parameterNames } = provider.deviations;
	if (declared) {
		const url = declared({
			endpoint,
			clientId,
			idTokenHint,
			postLogoutRedirectUri,
			state
		});
		return url === null ? null : new URL(url);
	}
	if (endpoint === void 0) return null;
	const withHint = (hint) => {
		const url = new URL(endpoint);
		const parameters = new URLSearchParams({
			...hint,
			client_id: clientId,
			post_logout_redirect_uri: postLogoutRedirectUri,
			...state !== void 0 && { state }
		});
		for (const [name, value] of withDeclaredNames(parameters, parameterNames)) url.searchParams.set(name, value);
		return withBlanks(url);
	};
	if (idTokenHint === null) return withHint({});
	const whole = withHint({ id_token_hint: idTokenHint });
	return whole.href.length <= mostCharacters ? whole : withHint(logoutHint(idTokenHint));
}
/** §2: `logout_hint` says who signs out. What the provider itself calls the person comes first. */
function logoutHint(idToken) {
	const { login_hint, email, preferred_username, sub } = claimsIn(idToken);
	const name = [
		login_hint,
		email,
		preferred_username,
		sub
	].find((value) => typeof value === "string" && value !== "" && value.length <= 255);
	return typeof name === "string" ? { logout_hint: name } : {};
}
/** It was verified when it came. What cannot be read hints at nothing. */
function claimsIn(idToken) {
	try {
		const claims = JSON.parse(new TextDecoder().decode(decode(idToken.split(".")[1] ?? "")));
		return typeof claims === "object" && claims !== null ? claims : {};
	} catch {
		return {};
	}
}
// node_modules/latchkey/dist/oauth/login/verify-signed-jwt.js
/** @throws An error of `jose`, a TypeError, or LatchkeyError `provider_unavailable`. */
async function verifySignedJwt(connection, { text, header: { alg, kid } }, { issuer, audiences, requiredClaims, purpose }) {
	const { keys, server, now, clockToleranceSeconds } = connection;
	const { id_token_signing_alg_values_supported: algorithms = [] } = await server();
	checkAlgorithm(alg, algorithms);
	const jwtVerify = await loadJwtVerification();
	const options = {
		issuer,
		audience: [...audiences],
		algorithms: [String(alg)],
		requiredClaims: [
			"iss",
			"aud",
			...requiredClaims
		],
		clockTolerance: clockToleranceSeconds,
		currentDate: new Date(now())
	};
	if (isSecretAlgorithm(alg)) {
		await jwtVerify(text, await secretKey(connection), options);
		return;
	}
	await withKeys(keys, {
		purpose,
		kid
	}, async (jwks) => jwtVerify(text, await keyFinder(jwks), options));
}
// node_modules/latchkey/dist/oauth/logout/logout-token.js
/** The last moment that a `Date` can name (ECMA-262 §21.4.1.1). */
var LATEST_SECONDS = 864e10;
/** §2.6 leaves the age to the receiver. Longer than providers retry, and far from a day. */
var MOST_AGE_SECONDS$1 = 3600;
var logoutEvent = "http://schemas.openid.net/event/backchannel-logout";
/** @throws LatchkeyError `provider_id_token_invalid` for any fault; `provider_unavailable` when the keys cannot be had. */
function verifyLogoutToken(connection, jwt) {
	return translating({
		what: "logout token",
		otherwise: "provider_id_token_invalid"
	}, async () => {
		const unverified = readCompactJwt(jwt, "logout+jwt");
		const token = readLogoutClaims(unverified.claims, connection);
		await verifySignedJwt(connection, unverified, {
			issuer: token.issuer,
			audiences: [connection.clientId],
			requiredClaims: connection.provider.deviations.logoutTokensWithoutExpiry ? [] : ["exp"],
			purpose: "logout"
		});
		return token;
	});
}
function readLogoutClaims(claims, { provider, now, clockToleranceSeconds }) {
	const { sub, sid, jti, iat, exp, nonce, events } = claims;
	const seconds = now() / 1e3;
	if (nonce !== void 0) throw new TypeError("it has a nonce");
	if (!isObject(isObject(events) ? events[logoutEvent] : void 0)) throw new TypeError("events does not name a back-channel logout");
	if (typeof jti !== "string" || jti === "" || jti.length > 255) throw new TypeError("jti is missing");
	const latest = seconds + clockToleranceSeconds;
	if (typeof iat !== "number" || iat > latest) {
		const expected = new Moment("at most", latest, clockToleranceSeconds);
		throw new TypeError(`iat is missing or in the future.${both(expected, iat)}`);
	}
	const earliest = seconds - MOST_AGE_SECONDS$1 - clockToleranceSeconds;
	if (iat < earliest) {
		const expected = new Moment("after", earliest, MOST_AGE_SECONDS$1 + clockToleranceSeconds);
		throw new TypeError(`it is too old: iat.${both(expected, iat)}`);
	}
	const end = exp === void 0 ? endWithoutExpiry(iat, provider) : exp;
	if (typeof end !== "number" || end > LATEST_SECONDS) throw new TypeError("exp is no date");
	if (sub === void 0 && sid === void 0) throw new TypeError("neither sub nor sid is there");
	if (sub !== void 0) checkSubject(sub);
	if (sid !== void 0) checkSubject(sid);
	return {
		issuer: provider.deviations.issuerFor?.(claims, provider.issuer) ?? provider.issuer,
		subject: sub ?? null,
		sessionId: sid ?? null,
		jti,
		expiresAt: Math.ceil((end + clockToleranceSeconds) * 1e3)
	};
}
/** From when on its age alone refuses it: what is remembered of it until then makes it count once. */
function endWithoutExpiry(iat, { deviations }) {
	if (!deviations.logoutTokensWithoutExpiry) throw new TypeError("exp is missing. Where this provider sends none, set logoutTokensWithoutExpiry: true");
	return iat + MOST_AGE_SECONDS$1;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// node_modules/latchkey/dist/oauth/logout/read-notification.js
var MOST_AGE_SECONDS = 3600;
/** One request tells of one person, or of a few. */
var MOST_EVENTS = 20;
var otherwise = "provider_notification_invalid";
function readNotification(connection, received) {
	const { notifications, issuer } = connection.provider;
	if (notifications === void 0) return Promise.resolve(null);
	return translating({
		what: "notification",
		otherwise
	}, async () => {
		const { id, issuedAt, events } = await notifications.read({
			...received,
			clientId: connection.clientId,
			verifyJwt: (jwt, audiences) => verifyJwt(connection, jwt, audiences),
			verifyHmac: (text, signature) => verifyHmac(connection, text, signature)
		});
		if (typeof id !== "string" || id === "" || id.length > 4096) throw new TypeError("it has no id");
		if (events.length === 0 || events.length > MOST_EVENTS) throw new TypeError("it names no event, or too many");
		for (const { subject } of events) checkSubject(subject);
		const mostAgeSeconds = notifications.mostAgeSeconds ?? MOST_AGE_SECONDS;
		checkAge(connection, issuedAt, mostAgeSeconds);
		const expiresAt = Math.ceil((issuedAt + mostAgeSeconds + connection.clockToleranceSeconds + 1) * 1e3);
		return {
			id,
			issuedAt,
			events,
			issuer,
			expiresAt
		};
	});
}
function checkAge({ now, clockToleranceSeconds }, issuedAt, mostAgeSeconds) {
	const seconds = now() / 1e3;
	const latest = seconds + clockToleranceSeconds;
	if (typeof issuedAt !== "number" || issuedAt > latest) {
		const expected = new Moment("at most", latest, clockToleranceSeconds);
		throw new TypeError(`its time is missing or in the future.${both(expected, issuedAt)}`);
	}
	const earliest = seconds - mostAgeSeconds - clockToleranceSeconds;
	if (issuedAt < earliest) {
		const expected = new Moment("after", earliest, mostAgeSeconds + clockToleranceSeconds);
		throw new TypeError(`it is too old.${both(expected, issuedAt)}`);
	}
}
async function verifyJwt(connection, jwt, audiences) {
	const unverified = readCompactJwt(jwt, "JWT");
	const { issuer } = connection.provider;
	await verifySignedJwt(connection, unverified, {
		issuer,
		audiences,
		requiredClaims: [],
		purpose: "notification"
	});
	return unverified.exactClaims;
}
async function verifyHmac({ clientSecret }, text, signature) {
	const secret = await clientSecret();
	if (!secret) return false;
	const utf8 = new TextEncoder();
	const key = await crypto.subtle.importKey("raw", utf8.encode(secret), {
		name: "HMAC",
		hash: "SHA-256"
	}, false, ["verify"]);
	return crypto.subtle.verify("HMAC", key, signature, utf8.encode(text));
}
// node_modules/latchkey/dist/oauth/tokens/refresh.js
/**
* Redeems the refresh token once. Where the answer has no new one, the old one is kept.
*
* @throws LatchkeyError `provider_refused` whose `refusal.error` is `invalid_grant` when the grant is gone for good;
* `provider_unavailable` when it is worth another try.
*/
async function refresh(connection, refreshToken, previous) {
	const conversation = await converse(connection);
	const answer = await redeem(connection, conversation, {
		refreshToken,
		previous
	});
	const tokens = answer.body.id_token === void 0 ? await plainTokens(connection, conversation, answer) : await verifiedTokens(connection, conversation, {
		answer,
		previous
	});
	return {
		...tokens,
		refreshToken: tokens.refreshToken ?? refreshToken,
		scopes: tokens.scopes ?? previous.scopes ?? null
	};
}
function redeem(connection, conversation, { refreshToken, previous }) {
	return translating({
		what: "token endpoint",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const { oauth, server, client, options } = conversation;
		const authentication = await authenticateClient(connection, conversation);
		return readTokenAnswer(connection, await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, {
			...options,
			[oauth.customFetch]: tokenFetch(connection, {
				grant: "refresh_token",
				callback: {}
			}),
			additionalParameters: {
				...connection.provider.tokenParams,
				...scopeOf(connection.provider, previous)
			}
		}), [refreshToken]);
	});
}
/** RFC 6749 §6: what was granted, where the provider wants to hear it again. */
function scopeOf({ deviations, scopes }, { scopes: granted = scopes }) {
	if (!deviations.sendsScopeOnRefresh || granted.length === 0) return {};
	return { scope: granted.join(deviations.scopeSeparator ?? " ") };
}
async function plainTokens(connection, { oauth, server, client }, { response, whole }) {
	return toTokenSet(connection, {
		answer: await translating({
			what: "token endpoint",
			otherwise: "provider_answer_invalid"
		}, () => oauth.processRefreshTokenResponse(server, client, response)),
		idTokenClaims: null,
		body: whole,
		callback: {}
	});
}
async function verifiedTokens(connection, conversation, { answer, previous }) {
	const verified = await verifyIdToken(connection, conversation, {
		answer,
		process: ({ oauth, server, client }) => oauth.processRefreshTokenResponse(server, client, answer.response)
	});
	if (previous.subject !== null && verified.claims.sub !== previous.subject) throw new LatchkeyError("provider_id_token_invalid", { detail: "The refreshed ID token is about somebody else." });
	return toTokenSet(connection, {
		answer: verified.answer,
		idTokenClaims: verified.claims,
		body: answer.whole,
		callback: {}
	});
}
// node_modules/latchkey/dist/oauth/tokens/revoke.js
/** False where the provider offers no revocation. A token that the provider does not know counts as revoked (§2.2). */
async function revoke(connection, revocation) {
	return translating({
		what: "revocation endpoint",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const conversation = await converse(connection);
		const declared = connection.provider.deviations.revoke;
		if (declared === void 0) return revokeByStandard(connection, conversation, revocation);
		const description = declared({
			...revocation,
			endpoint: conversation.server.revocation_endpoint,
			clientId: connection.clientId,
			clientSecret: await connection.clientSecret()
		});
		if (description === null) return false;
		await send(connection, description);
		return true;
	});
}
async function revokeByStandard(connection, conversation, { token, hint }) {
	const { oauth, server, client, options } = conversation;
	if (server.revocation_endpoint === void 0) return false;
	const authentication = await authenticateClient(connection, conversation);
	const response = await oauth.revocationRequest(server, client, authentication, token, {
		...options,
		[oauth.customFetch]: formFetch(connection),
		additionalParameters: { token_type_hint: hint }
	});
	await oauth.processRevocationResponse(response);
	return true;
}
async function send({ fetch }, { url, method, headers = {}, body }) {
	const isForm = body instanceof URLSearchParams;
	const response = await fetch(url, {
		method,
		headers: {
			accept: "application/json",
			...body !== void 0 && { "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" }
		},
		ownHeaders: headers,
		redirect: "manual",
		hidesPath: true,
		...body !== void 0 && { body: isForm ? body : JSON.stringify(body) }
	});
	await response.body?.cancel();
	if (response.status >= 400) throw new TypeError(`answered with status ${response.status}`);
}
// node_modules/latchkey/dist/oauth/server/provider-client.js
/**
* A client of this provider. Connects nothing yet; metadata, keys and libraries are loaded at first use and then kept.
*
* @throws LatchkeyError `config_provider_invalid`, `config_provider_credentials_missing`.
*/
function createProviderClient(provider, credentials, settings) {
	const connection = createConnection(provider, credentials, settings);
	return {
		provider,
		authorizationUrl: (request) => authorizationUrl(connection, request),
		exchangeCode: (parameters, expected) => doubting(connection, () => exchangeCode(connection, parameters, expected)),
		fetchClaims: (tokens) => doubting(connection, () => fetchClaims(connection, tokens)),
		refresh: (refreshToken, previous) => doubting(connection, () => refresh(connection, refreshToken, previous)),
		revoke: (token, hint, subject = null) => revoke(connection, {
			token,
			hint,
			subject
		}),
		endSessionUrl: (request) => endSessionUrl(connection, request),
		supportsEndSession: async () => provider.deviations.endSessionUrl !== void 0 || (await connection.server()).end_session_endpoint !== void 0,
		verifyLogoutToken: (jwt) => verifyLogoutToken(connection, jwt),
		readNotification: (received) => readNotification(connection, received)
	};
}
/** Refusals that wrong metadata may explain: an endpoint that moved, an announcement by mistake, another algorithm. */
var doubtful = /* @__PURE__ */ new Set([
	"provider_issuer_mismatch",
	"provider_id_token_invalid",
	"provider_credentials_refused",
	"provider_answer_invalid",
	"provider_userinfo_invalid",
	"provider_unavailable"
]);
/** What was fetched is as doubtful as what was not: after such a refusal the next login looks at the metadata again. */
async function doubting({ server }, work) {
	try {
		return await work();
	} catch (error) {
		if (error instanceof LatchkeyError && doubtful.has(error.code)) server.doubt();
		throw error;
	}
}
export { createProviderClient };
