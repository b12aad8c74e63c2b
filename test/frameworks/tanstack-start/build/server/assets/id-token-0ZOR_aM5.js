import { E as foreignText, O as LatchkeyError } from "./tanstack-start-Dv8No7qj.js";
import { n as isStorable } from "./proxy-environment-BCFPzPTj.js";
import { T as both, l as checkAlgorithm, o as readCompactJwt, r as verifySignature, u as halfHash, w as Moment, y as translating } from "./verify-signature-CX6Jm2PO.js";
// node_modules/latchkey/dist/oauth/server/client-authentication.js
/** By the private key where there is one; as registered; else the first of ours that the metadata announces. */
async function authenticateClient({ provider, clientId, clientSecret, clientKey }, conversation) {
	const { oauth, server } = conversation;
	const signing = await clientKey();
	if (signing !== null) {
		const { key, kid } = signing;
		return oauth.PrivateKeyJwt(kid === void 0 ? key : {
			key,
			kid
		}, assertionOptions(provider, conversation));
	}
	const secret = await clientSecret();
	const method = provider.clientAuthentication ?? chooseMethod(server, {
		clientId,
		secret
	});
	if (method === "none") return oauth.None();
	if (secret === null || secret === "") throw new LatchkeyError("provider_credentials_refused", { detail: `There is no secret for ${method}.` });
	if (method === "client_secret_jwt") return oauth.ClientSecretJwt(secret, assertionOptions(provider, conversation));
	return method === "client_secret_post" ? oauth.ClientSecretPost(secret) : clientSecretBasic(secret);
}
/** RFC 7523 §3 let a server choose its name; the issuer is what remains (RFC 7523bis), and some servers want the old one. */
function assertionOptions({ deviations }, { oauth, server }) {
	if (deviations.clientAssertionAudience !== "token-endpoint") return void 0;
	return { [oauth.modifyAssertion](_header, payload) {
		payload.aud = server.token_endpoint;
	} };
}
var secretMethods = [
	"client_secret_basic",
	"client_secret_post",
	"client_secret_jwt"
];
function chooseMethod(server, { clientId, secret }) {
	if (secret === null) return "none";
	const { token_endpoint_auth_methods_supported: announced = [] } = server;
	const method = secretMethods.find((each) => announced.includes(each));
	if (method === void 0) throw unofferedSecret(announced);
	const isChanged = formEncode(clientId) !== clientId || formEncode(secret) !== secret;
	const isOffered = announced.includes("client_secret_post");
	return method === "client_secret_basic" && isChanged && isOffered ? "client_secret_post" : method;
}
/**
* Before anybody is sent to a provider that could not be answered afterwards.
*
* @throws LatchkeyError `provider_credentials_refused` where there is a secret and the provider announces no use for it.
*/
function checkAuthenticationIsOffered({ provider, hasSecret, hasKey }, { token_endpoint_auth_methods_supported: announced = [] }) {
	if (provider.clientAuthentication !== void 0 || hasKey || !hasSecret || secretMethods.some((method) => announced.includes(method))) return;
	throw unofferedSecret(announced);
}
/** Sending the secret in a way that the provider does not offer would only leak it. */
function unofferedSecret(announced) {
	const methods = announced.map((method) => foreignText(method, 40)).slice(0, 8);
	const found = methods.length > 0 ? `only ${methods.join(", ")}` : "no method";
	return new LatchkeyError("provider_credentials_refused", { detail: `A client secret is configured, and the provider announces ${found} for its token endpoint. Register a confidential client there, or leave the secret out and set clientAuthentication: 'none'; where the announcement is wrong, set clientAuthentication to what is registered.` });
}
/** The library escapes `-`, `_` and `.` too. That is allowed, but servers that forget to decode then refuse the secret. */
function clientSecretBasic(secret) {
	return (_server, client, _body, headers) => {
		headers.set("authorization", `Basic ${btoa(`${formEncode(client.client_id)}:${formEncode(secret)}`)}`);
	};
}
/** `application/x-www-form-urlencoded`, as RFC 6749 §2.3.1 and Appendix B demand inside of Basic. */
function formEncode(text) {
	return new URLSearchParams([["", text]]).toString().slice(1).replaceAll("%7E", "~");
}
// node_modules/latchkey/dist/oauth/login/id-token.js
/** @throws LatchkeyError `provider_id_token_invalid`; `provider_answer_invalid` when the answer around it is broken. */
function verifyIdToken(connection, conversation, check) {
	return translating({
		what: "ID token",
		otherwise: "provider_id_token_invalid"
	}, async () => {
		const { body } = check.answer;
		if (typeof body.id_token !== "string") throw new TypeError("the answer has none");
		const jwt = readCompactJwt(body.id_token, "JWT");
		checkAlgorithm(jwt.header.alg, conversation.server.id_token_signing_alg_values_supported);
		const ofThisIssuer = withExpectedIssuer(connection, conversation, jwt.claims);
		const answer = await check.process(ofThisIssuer);
		if (answer.id_token !== jwt.text) throw new TypeError("the answer has another");
		await verifySignature(connection, jwt);
		checkSubject(jwt.claims.sub);
		checkParty(jwt.claims, connection.clientId);
		checkTimes(jwt.claims, connection, check.maxAgeSeconds);
		checkAcr(jwt.claims.acr, check.acrValues);
		await checkHash(jwt, "at_hash", answer.access_token);
		if (check.code) await checkHash(jwt, "c_hash", check.code);
		return {
			answer,
			claims: Object.freeze({ ...jwt.exactClaims })
		};
	});
}
/** For providers with one issuer for each tenant: the issuer that these claims must carry. */
function withExpectedIssuer({ provider }, conversation, claims) {
	const issuer = provider.deviations.issuerFor?.(claims, provider.issuer);
	if (issuer === void 0) return conversation;
	return {
		...conversation,
		server: {
			...conversation.server,
			issuer
		}
	};
}
/** OpenID Connect Core §2: at most 255 characters. It is half of the key of a person. */
function checkSubject(sub) {
	if (typeof sub !== "string" || sub.length < 1 || sub.length > 255) throw new TypeError("sub is not a text of 1 to 255 characters");
	if (!isStorable(sub)) throw new TypeError("sub has control characters or half of a character");
}
function checkParty({ azp, events }, clientId) {
	if (azp !== void 0 && azp !== clientId) throw new TypeError(`azp is another client.${both(clientId, azp)}`);
	if (events !== void 0) throw new TypeError("it has events, as a logout token has");
}
function checkTimes(claims, connection, maxAgeSeconds) {
	const now = connection.now() / 1e3;
	const tolerance = connection.clockToleranceSeconds;
	const { iat, auth_time, session_expiry } = claims;
	const latest = new Moment("at most", now + tolerance, tolerance);
	if (typeof iat !== "number" || iat > now + tolerance) throw new TypeError(`iat is in the future.${both(latest, iat)}`);
	if (maxAgeSeconds !== void 0 && (typeof auth_time !== "number" || auth_time > now + tolerance)) throw new TypeError(`auth_time is missing or in the future.${both(latest, auth_time)}`);
	if (session_expiry !== void 0) {
		const isOver = typeof session_expiry !== "number" || session_expiry <= now - tolerance;
		const earliest = new Moment("after", now - tolerance, tolerance);
		if (isOver) throw new TypeError(`session_expiry is past.${both(earliest, session_expiry)}`);
	}
}
function checkAcr(acr, demanded = []) {
	if (demanded.length > 0 && !demanded.some((value) => value === acr)) throw new TypeError(`acr is none of those demanded.${both(demanded, acr)}`);
}
/** The claim is optional in this flow; one that is there must be right (§3.1.3.6 and §3.3.2.11). */
async function checkHash({ header, claims }, claim, text) {
	if (claims[claim] === void 0) return;
	const expected = await halfHash(text, header.alg);
	if (expected === null || claims[claim] !== expected) throw new TypeError(`${claim} is not that of the ${claim === "c_hash" ? "code" : "access token"}`);
}
export { clientSecretBasic as a, checkAuthenticationIsOffered as i, verifyIdToken as n, authenticateClient as r, checkSubject as t };
