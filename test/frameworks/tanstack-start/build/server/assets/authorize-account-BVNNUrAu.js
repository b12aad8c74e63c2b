import { O as LatchkeyError, T as redirect } from "./tanstack-start-Dv8No7qj.js";
import { B as sessionOf, F as safeReturnTarget, M as isSameOrigin, V as storeOf } from "./start-CCDRng9R.js";
import { t as isLoopbackHostname } from "./loopback-CYWiIbl7.js";
import { r as plainText } from "./proxy-environment-BCFPzPTj.js";
import { n as hasLivingGrant, o as sendToProvider, r as keepAnswer } from "./keep-answer-DjsjSoRN.js";
// node_modules/latchkey/dist/flows/request/cross-site.js
var MOST_CHARACTERS = 100;
var ANOTHER_SITE = "The front end is named in ORIGINS, and stands on another site than this server: browsers send it none of our cookies (SameSite=Lax), so nobody could be signed in there. Put both below one domain (app.example.com and api.example.com), let the front end proxy this server, or use tokens instead of cookies (docs/front-ends.md).";
/** For the line above the throw to say why; this says what came. */
function crossSite(headers, { origin }, { isFrontEnd = false } = {}) {
	const received = headers.get("origin");
	const site = headers.get("sec-fetch-site");
	const came = `Expected Origin ${origin}; received ${shown("Origin", received)} and ${shown("Sec-Fetch-Site", site)}.`;
	return new LatchkeyError("request_cross_site", {
		detail: `${came} ${isFrontEnd ? ANOTHER_SITE : remedyFor({
			received,
			site,
			expected: origin
		})}`,
		sentence: isForeign(received, origin) ? {
			name: "request_cross_site_named",
			values: {
				received: plainText(received, MOST_CHARACTERS),
				expected: origin
			}
		} : void 0
	});
}
/**
* Whether a browser stands at another loopback name of this very place, such as `127.0.0.1` for `localhost`: nothing may
* begin there, since cookies of the two do not mix, but the person can be sent to the right name.
*/
function isLoopbackTwin(headers, { origin, isLoopback, hostname }) {
	const received = headers.get("origin");
	if (!isLoopback || received === null || !URL.canParse(received)) return false;
	if ((headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") return false;
	const there = new URL(received);
	const here = new URL(origin);
	return there.protocol === here.protocol && there.port === here.port && there.hostname !== hostname && isLoopbackHostname(there.hostname);
}
function isForeign(received, expected) {
	return received !== null && received !== "null" && received !== expected;
}
function shown(name, value) {
	return value === null ? `no ${name}` : `${name}: ${plainText(value, MOST_CHARACTERS)}`;
}
function remedyFor({ received, site, expected }) {
	if (isForeign(received, expected)) return "If that is where browsers open this application, set ORIGIN to it; a proxy must leave the header as it came (docs/addresses.md). If it is a front end of this application on an origin of its own, name it in ORIGINS (docs/front-ends.md).";
	if (site !== null) return "The page that sent it is not one of this origin, as the browser says.";
	if (received === "null") return "A page with Referrer-Policy: no-referrer (the default of helmet) hides its origin, and this browser sends no Sec-Fetch-Site: send Referrer-Policy: same-origin instead.";
	return "Browsers send at least one of them with a form: a proxy strips both, or a program must send Origin.";
}
// node_modules/latchkey/dist/flows/request/front-end.js
/** The named front end that sent this, letter for letter as browsers write `Origin`; null for everybody else. */
function frontEndOf({ settings }, { request }) {
	const origin = request.headers.get("origin");
	return origin !== null && settings.frontEnds.includes(origin) ? origin : null;
}
/** Whether one of our own pages sent this request, or a front end of the same site. */
function isOurSender(parts, visit) {
	const { headers } = visit.request;
	if (isSameOrigin(headers, visit.place.origin)) return true;
	return frontEndOf(parts, visit) !== null && !isFromElsewhere(headers);
}
/**
* A front end on another site: browsers send it none of our cookies, so everybody would look signed out, for ever. It is told
* so. What brings a credential of its own needs no cookie.
*/
function checkSameSite(parts, visit) {
	const { headers } = visit.request;
	if (frontEndOf(parts, visit) === null || headers.has("authorization")) return;
	if (isFromElsewhere(headers)) throw crossSite(headers, visit.place, { isFrontEnd: true });
}
/** `none` is a person who typed an address, which no front end is. */
function isFromElsewhere(headers) {
	const site = headers.get("sec-fetch-site");
	return site !== null && site !== "same-site" && site !== "same-origin";
}
var READABLE = "Retry-After, WWW-Authenticate";
var ACCEPTED = "Accept, Authorization, Content-Type, DPoP, X-Requested-With";
var PREFLIGHT_SECONDS = "600";
/** Lets the named front end read the answer. `Vary` in any case, so that no cache gives one origin what was for another. */
function letRead(parts, visit, response) {
	if (parts.settings.frontEnds.length === 0) return response;
	const { headers } = response;
	headers.append("Vary", "Origin");
	const origin = frontEndOf(parts, visit);
	if (origin === null) return response;
	headers.set("Access-Control-Allow-Origin", origin);
	headers.set("Access-Control-Allow-Credentials", "true");
	headers.set("Access-Control-Expose-Headers", READABLE);
	return response;
}
/** Whether a browser asks beforehand if a script may send this request (Fetch §3.2.2). */
function isPreflight({ request: { method, headers } }) {
	return method === "OPTIONS" && headers.has("origin") && headers.has("access-control-request-method");
}
/** Throws `request_cross_site` for an origin that the application does not name. */
function answerPreflight(parts, visit, methods) {
	const { headers } = visit.request;
	if (frontEndOf(parts, visit) === null) throw crossSite(headers, visit.place);
	const wanted = headers.get("access-control-request-method") ?? "";
	if (!methods.includes(wanted)) throw new LatchkeyError("request_method_not_allowed");
	return new Response(null, {
		status: 204,
		headers: {
			"Access-Control-Allow-Methods": methods.join(", "),
			"Access-Control-Allow-Headers": ACCEPTED,
			"Access-Control-Max-Age": PREFLIGHT_SECONDS
		}
	});
}
// node_modules/latchkey/dist/flows/request/return-target.js
/** What the query names as `returnTo`; else the front end that sent the request; else `/`. */
function returnTargetOf(parts, visit) {
	return namedReturnTarget(parts, visit) ?? `${frontEndOf(parts, visit) ?? ""}/`;
}
/** Null where the query names none. */
function namedReturnTarget(parts, { url }) {
	const returnTo = url.searchParams.get("returnTo");
	return returnTo === null ? null : safeTarget(parts, returnTo);
}
/** A target from wherever: it is checked again where it comes back to us. */
function safeTarget({ settings }, target) {
	return safeReturnTarget(target, settings.frontEnds);
}
// node_modules/latchkey/dist/flows/provider-tokens/authorize-account.js
var PATH_MILLISECONDS = 864e5;
/** A path of ours that asks the person; good for a day, and for this person only. */
async function authorizationPath(core, { userId, account, provider, scopes }) {
	const { settings, seal } = core;
	const granted = (await storeOf(core).tokens.find(account.id))?.scopes ?? [];
	const wish = {
		accountId: account.id,
		scopes: [.../* @__PURE__ */ new Set([
			...provider.scopes,
			...granted,
			...scopes
		])]
	};
	const request = await seal.seal("authorization", wish, {
		expiresAt: settings.now() + PATH_MILLISECONDS,
		context: placeOf(userId, account.provider)
	});
	return `${settings.publicBasePath}/authorize/${account.provider}?request=${request}`;
}
/** `GET` and `POST /auth/authorize/:provider?request=&returnTo=`: what is sealed cannot be made up by another site. */
async function beginAuthorization(parts, visit, providerId) {
	const query = visit.url.searchParams;
	const { session } = await sessionOf(parts, visit);
	if (!session) throw new LatchkeyError("session_required");
	const opened = await parts.seal.open("authorization", query.get("request") ?? "", {
		now: parts.settings.now(),
		context: placeOf(session.user.id, providerId)
	});
	if (opened.state !== "valid") throw new LatchkeyError("request_malformed", { detail: "The parameter request is none of this person’s." });
	const { accountId, scopes } = opened.payload;
	const account = (await storeOf(parts).users.listAccounts(session.user.id)).find(({ id }) => id === accountId);
	if (!account) throw new LatchkeyError("account_not_found");
	return sendToProvider(parts, visit, {
		providerId,
		which: { issuer: account.issuer },
		returnTo: returnTargetOf(parts, visit),
		intent: {
			kind: "authorize",
			sessionId: session.id,
			accountId
		},
		scopes,
		isConsentAsked: !await hasLivingGrant(parts, accountId),
		hints: { loginHint: account.email ?? void 0 }
	});
}
/** The callback: keeps the new tokens with the account that they were asked for. */
async function finishAuthorization(parts, visit, { taken, ...answer }) {
	const { intent, returnTo } = taken.attempt;
	const { session } = await sessionOf(parts, visit);
	if (intent.kind !== "authorize" || session?.id !== intent.sessionId) throw new LatchkeyError("attempt_session_changed");
	const account = await storeOf(parts).users.findAccount(answer.identity);
	if (account?.id !== intent.accountId || account.userId !== session.user.id) throw new LatchkeyError("token_wrong_account");
	await keepAnswer(parts, answer);
	return redirect(returnTo, [taken.clearing]);
}
function placeOf(userId, providerId) {
	return JSON.stringify([userId, providerId]);
}
export { returnTargetOf as a, checkSameSite as c, letRead as d, crossSite as f, namedReturnTarget as i, isOurSender as l, beginAuthorization as n, safeTarget as o, isLoopbackTwin as p, finishAuthorization as r, answerPreflight as s, authorizationPath as t, isPreflight as u };
