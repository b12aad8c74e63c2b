import { C as json, D as foundValue, E as foreignText, O as LatchkeyError, S as randomText, T as redirect, b as loadOnce, c as dpopAlgorithms, v as clientAddress, w as page } from "./tanstack-start-Dv8No7qj.js";
import { A as bearerAuthorizationOf, B as sessionOf, C as nowhere, D as satisfies, E as hasSignedInSince, I as accountParts, L as askOnce, M as isSameOrigin, N as wantsJson, O as issuerOf, P as safeReturnPath, R as pathTo, S as accountOf, T as demandQuery, U as describeCauses, V as storeOf, _ as redirectKind, b as readUserAgent, c as faultInParameter, d as deleteUser, f as variableOf, g as isRegisteredRedirect, h as oauthErrorOf, j as acceptsJson, k as metadataPathOf, m as describeForClient, p as timeOrderedHandle, u as isProtocolParameter, v as readDetails, w as demandIn, y as writeDetails, z as providersIfKnown } from "./start-CCDRng9R.js";
import { i as LimitedMap, n as isStorable, r as plainText } from "./proxy-environment-BCFPzPTj.js";
import { n as messageText } from "./message-text-BaWsPzCT.js";
import { c as checkSamePerson, d as redirectUriOf, f as takeAttempt, i as needsConsent, l as confirmIntent, o as sendToProvider, p as hasRoomForUnasked, r as keepAnswer, s as canReauthenticate, t as askForConsent, u as identityUserId } from "./keep-answer-DjsjSoRN.js";
import { t as readBytes } from "./read-bytes-DXnfTAg3.js";
import { a as returnTargetOf, c as checkSameSite, d as letRead, f as crossSite, i as namedReturnTarget, l as isOurSender, n as beginAuthorization, o as safeTarget, p as isLoopbackTwin, r as finishAuthorization, s as answerPreflight, u as isPreflight } from "./authorize-account-BVNNUrAu.js";
import { a as readCookie, c as setCookie, i as hasFormerSession, s as sessionCookies, t as clearCookie } from "./cookies-ItqxRj0l.js";
import { i as failureBehind, t as callbackRefusal } from "./check-callback-CqjQSz39.js";
import { n as revokeAfterLastSession, t as prepareRevocation } from "./revoke-tokens-CP8n_fIt.js";
import { t as isLoopbackHostname } from "./loopback-CYWiIbl7.js";
import { n as verifyDpopProof } from "./dpop-proof-d1xo7RzI.js";
import { Hono } from "hono/tiny";
// node_modules/latchkey/dist/accounts/linking-policy.js
/**
* Known identities sign in; new ones get a user of their own. Nothing is ever merged by e-mail. Only where the provider
* is authoritative for a verified address, a person who already has an account with it is offered to link the two.
*/
var defaultLinkingPolicy = ({ account, linkTo, candidates, isAuthoritative }) => {
	if (linkTo) {
		if (!account) return {
			kind: "link",
			userId: linkTo.userId
		};
		if (account.userId === linkTo.userId) return {
			kind: "sign-in",
			userId: account.userId
		};
		return {
			kind: "refuse",
			code: "account_linked_elsewhere"
		};
	}
	if (account) return {
		kind: "sign-in",
		userId: account.userId
	};
	if (isAuthoritative && candidates.length > 0) return {
		kind: "offer",
		candidates
	};
	return { kind: "create" };
};
// node_modules/latchkey/dist/crypto/readable-text.js
/** Without i, l, o and u: 32 characters, 5 bits each. */
var alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
function readableText(length, randomBytes) {
	return Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join("");
}
// node_modules/latchkey/dist/crypto/reference-id.js
var length = 10;
/** Ten characters: 50 bits, enough to tell the requests of a log apart. It protects nothing. */
function referenceId(randomBytes) {
	return readableText(length, randomBytes);
}
// node_modules/latchkey/dist/web/navigation.js
/** Headers by which browsers say that they only look ahead (Fetch §2.2.5, `Sec-Purpose`), and older spellings. */
var PURPOSES = [
	"sec-purpose",
	"x-sec-purpose",
	"purpose",
	"x-purpose",
	"x-moz",
	"x-middleware-prefetch"
];
/**
* Headers that only the scripts of a page add: Next, Remix, Inertia, Turbo, htmx, Unpoly, pjax and speculation rules. A
* browser that opens a page sends none of them.
*/
var SCRIPTED = [
	"next-router-prefetch",
	"next-router-segment-prefetch",
	"next-router-state-tree",
	"next-action",
	"rsc",
	"x-nextjs-data",
	"x-remix-request",
	"x-inertia",
	"turbo-frame",
	"x-turbo-request-id",
	"hx-request",
	"hx-preloaded",
	"x-up-version",
	"x-pjax",
	"sec-speculation-tags"
];
var DESTINATIONS = {
	document: ["document"],
	frame: [
		"document",
		"iframe",
		"frame"
	]
};
/** Reads what the headers say; a header that is missing proves nothing and disproves nothing. */
function navigationOf(headers, target = "document") {
	if (isPrefetch(headers) || isScripted(headers)) return "other";
	const mode = headers.get("sec-fetch-mode");
	const destination = headers.get("sec-fetch-dest");
	if ((headers.get("sec-fetch-user") ?? "?1") !== "?1") return "other";
	if (mode !== null && mode !== "navigate") return "other";
	if (destination !== null && !DESTINATIONS[target].includes(destination)) return "other";
	return mode !== null && destination !== null ? "proven" : "unsaid";
}
function isScripted(headers) {
	return headers.get("x-requested-with")?.toLowerCase() === "xmlhttprequest" || SCRIPTED.some((name) => headers.has(name));
}
/** Whether a browser or a page's router only looks ahead: such a request must not start, use up or end anything. */
function isPrefetch(headers) {
	return PURPOSES.some((name) => {
		const purpose = headers.get(name)?.toLowerCase() ?? "";
		return /prefetch|prerender|preview|preload|^1$/.test(purpose);
	});
}
// node_modules/latchkey/dist/flows/attempt/used-attempts.js
/** Ids remembered without a store: about 10 MB. A flood beyond it lets the oldest go, whose codes are used up anyway. */
var MOST_IDS = 1e5;
/** A mark outlives its attempt by more than the clocks of two servers differ. */
var CLOCKS_DIFFER_MILLISECONDS$2 = 6e4;
function createUsedAttempts(store, now) {
	const running = /* @__PURE__ */ new Map();
	const mark = store ? (id, expiresAt) => store.marks.useOnce(`attempt:${id}`, expiresAt + CLOCKS_DIFFER_MILLISECONDS$2) : markInProcess(now);
	return { async take(id, expiresAt) {
		const earlier = running.get(id);
		if (earlier) {
			earlier.isShared = true;
			return (await earlier.answer).clone();
		}
		const { promise: answer, resolve, reject } = Promise.withResolvers();
		answer.catch(() => void 0);
		const delivery = {
			answer,
			isShared: false
		};
		running.set(id, delivery);
		const fail = (error) => {
			running.delete(id);
			reject(error);
		};
		try {
			if (!await mark(id, expiresAt)) throw new LatchkeyError("attempt_already_used");
		} catch (error) {
			fail(error);
			throw error;
		}
		return {
			settle(response) {
				running.delete(id);
				resolve(response);
				return delivery.isShared ? response.clone() : response;
			},
			fail
		};
	} };
}
function markInProcess(now) {
	const used = new LimitedMap(MOST_IDS);
	return async (id, expiresAt) => {
		if (used.has(id)) return false;
		used.dropOldestWhile((end) => end <= now());
		used.set(id, expiresAt);
		return true;
	};
}
/** What a device may be early by: its timer and the network are not exact. */
var EARLY_MILLISECONDS = 1e3;
var MOST_DEVICES = 1e4;
function createDevicePolls(now) {
	const answeredAt = new LimitedMap(MOST_DEVICES);
	return { isTooFast(deviceId) {
		const before = answeredAt.get(deviceId);
		const at = now();
		if (before !== void 0 && at - before < 5e3 - EARLY_MILLISECONDS) return true;
		answeredAt.set(deviceId, at);
		return false;
	} };
}
// node_modules/latchkey/dist/languages/speaking/error-text.js
function errorText(language, { sentence, forPerson }) {
	return sentence === null ? forPerson : messageText(language, sentence.name, sentence.values);
}
// node_modules/latchkey/dist/flows/request/log-event.js
function logEvent(parts, visit, { level = "info", ...event }) {
	const now = parts.settings.now();
	parts.settings.log({
		level,
		time: new Date(now).toISOString(),
		referenceId: visit.referenceId,
		...event,
		milliseconds: now - visit.startedAt
	});
}
// node_modules/latchkey/dist/web/read-text.js
/** Throws `request_too_large` over `maxBytes`, and `request_malformed` for text that is not UTF-8. */
async function readText(request, maxBytes) {
	const bytes = await readBytes(request, maxBytes);
	if (bytes === null) throw new LatchkeyError("request_too_large", { detail: `The limit is ${maxBytes} bytes.` });
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new LatchkeyError("request_malformed", {
			detail: "The body is not UTF-8.",
			cause
		});
	}
}
// node_modules/latchkey/dist/web/body.js
/**
* The fields of an `application/x-www-form-urlencoded` body; an empty body without a Content-Type is an empty form.
* Throws `request_too_large` over `maxBytes`, and `request_malformed` for another type or text that is not UTF-8.
*/
async function readForm(request, maxBytes) {
	const text = await readText(request, maxBytes);
	const type = request.headers.get("content-type");
	if (type === null && text === "") return new URLSearchParams();
	if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type ?? "")) throw new LatchkeyError("request_malformed", { detail: "The body must be application/x-www-form-urlencoded." });
	return new URLSearchParams(text);
}
// node_modules/latchkey/dist/flows/sign-in/login-place.js
var MOST_BYTES$8 = 16384;
/** Empty for a provider with one place. A form that was sent is read for no other. */
async function loginPlaceIn({ request, url }, { loginPlace }) {
	if (!loginPlace) return {};
	const { parameter } = loginPlace;
	return { loginPlace: (request.method === "POST" && request.body !== null ? (await readForm(request, MOST_BYTES$8)).get(parameter) : null) ?? url.searchParams.get(parameter) };
}
/** The field in which a person says it; null for a provider with one place. */
function placeFieldOf({ loginPlace }) {
	if (!loginPlace) return null;
	const { parameter, label, example } = loginPlace;
	return {
		name: parameter,
		label: label ?? parameter.charAt(0).toUpperCase() + parameter.slice(1).replaceAll(/[_-]/g, " "),
		example: example ?? null
	};
}
// node_modules/latchkey/dist/flows/request/sized-brand.js
var known = /* @__PURE__ */ new WeakMap();
/** The same brand; its `<svg>` says width and height where it said none. */
function sizedBrand(brand) {
	const before = known.get(brand);
	if (before) return before;
	const tag = /^\s*<svg\b[^>]*>/i.exec(brand.icon)?.[0] ?? "";
	const icon = /\s(width|height)=/i.test(tag) ? brand.icon : brand.icon.replace(/<svg\b/i, "<svg width=\"20\" height=\"20\"");
	const sized = Object.freeze({
		...brand,
		icon
	});
	known.set(brand, sized);
	return sized;
}
// node_modules/latchkey/dist/flows/request/page-frame.js
async function frameOf(parts, visit) {
	const providers = await providersIfKnown(visit);
	return {
		language: await visit.language(),
		siteName: parts.settings.siteName,
		homeHref: "/",
		stylesheetHref: pathTo(parts, "/latchkey.css", { v: parts.stylesheetFor(providers).version }),
		developmentNotice: noticeFor(parts, providers)
	};
}
/** The line by which a page says that its identities are local; null where none are. */
function noticeFor(parts, providers) {
	const names = providers.filter(({ id }) => parts.providers.isLocal(id)).map(({ name }) => name);
	if (names.length === 0) return null;
	return `Development: the local identity provider stands in for ${new Intl.ListFormat("en").format(names)}.`;
}
async function answerPage(visit, html, options = {}) {
	const providers = await providersIfKnown(visit);
	const allowLoopbackForms = visit.place.isLoopback || providers.some(({ issuer }) => issuer.startsWith("http:"));
	const { tag: language } = await visit.language();
	return page(html, {
		...options,
		allowLoopbackForms,
		language
	});
}
function buttonOf(provider, action, isLastUsed = false) {
	return {
		id: provider.id,
		name: provider.name,
		brand: sizedBrand(provider.brand),
		action,
		placeField: placeFieldOf(provider),
		isLastUsed
	};
}
// node_modules/latchkey/dist/flows/request/report.js
/** After everything was stored. Never rejects: what was done stays done. */
async function report(parts, visit, draft) {
	const { events, settings } = parts;
	return events.emit(await withoutStrangeIds(visit, draft), {
		referenceId: visit.referenceId,
		clientAddress: visit.clientAddress,
		userAgent: visit.userAgent,
		milliseconds: settings.now() - visit.startedAt
	});
}
/** What stands in the place of an id in a refused address is anybody's text: it must not get into logs. */
async function withoutStrangeIds(visit, draft) {
	if (draft.type !== "refused" || draft.provider === null) return draft;
	if ((await providersIfKnown(visit)).some(({ id }) => id === draft.provider)) return draft;
	return {
		...draft,
		provider: null
	};
}
// node_modules/latchkey/dist/flows/request/answer-error.js
/** Tells of a refusal that no page shows: a silent login, which a person never asked for. */
async function reportRefusal(parts, visit, { error: thrown, providerId }) {
	const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError("unexpected", { cause: thrown });
	if (error.code === "provider_interaction_required") return;
	await report(parts, visit, {
		type: "refused",
		code: error.code,
		status: error.status,
		provider: providerId,
		userId: await userIdOf(parts, visit),
		detail: error.detail ?? null,
		causes: describeCauses(error.cause)
	});
}
async function answerError(parts, visit, thrown, context = {}) {
	const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError("unexpected", { cause: thrown });
	const causes = describeCauses(error.cause);
	await report(parts, visit, {
		type: "refused",
		code: error.code,
		status: error.status,
		provider: context.providerId ?? null,
		userId: await userIdOf(parts, visit),
		detail: error.detail ?? null,
		causes
	});
	const status = context.isProviderAnswer && error.status >= 500 && isProviders(error) ? 400 : error.status;
	const setCookies = context.setCookies ?? [];
	const headers = error.retryAfterSeconds ? { "Retry-After": String(error.retryAfterSeconds) } : {};
	if (context.isApi || wantsJson(visit.request.headers)) {
		const language = await visit.language();
		const body = {
			error: error.code,
			message: errorText(language, error),
			referenceId: visit.referenceId
		};
		return json(body, {
			status,
			setCookies,
			headers,
			language: language.tag
		});
	}
	return answerPage(visit, await drawError(parts, visit, await viewOf(parts, visit, {
		error,
		context,
		causes,
		status
	})), {
		status,
		setCookies,
		headers
	});
}
/** A page of the application's own that fails must not hide what it was to show. */
async function drawError(parts, visit, view) {
	try {
		return await parts.pages.error(view);
	} catch (error) {
		logEvent(parts, visit, {
			event: "page_failed",
			level: "error",
			detail: "pages.error",
			causes: describeCauses(error)
		});
		return parts.defaultPages.error(view);
	}
}
/** Null for nobody, and while the store cannot tell. */
async function userIdOf(parts, visit) {
	try {
		return (await sessionOf(parts, visit)).user?.id ?? null;
	} catch {
		return null;
	}
}
function isProviders({ code }) {
	return code.startsWith("provider_");
}
async function viewOf(parts, visit, { error, context, causes, status }) {
	const provider = await registrable(parts, visit, context.providerId);
	const frame = await frameOf(parts, visit);
	const retryHref = context.retryPath ?? retryPathFor(parts, error);
	return {
		frame,
		status,
		code: error.code,
		sentence: errorText(frame.language, error),
		referenceId: visit.referenceId,
		retry: error.code === "request_not_found" || error.code === "session_not_ended" ? null : {
			href: retryHref,
			label: messageText(frame.language, "tryAgain")
		},
		developer: parts.settings.isProduction ? null : {
			explanation: error.forDeveloper,
			detail: error.detail ?? null,
			causes,
			values: valuesToRegister(parts, visit, provider),
			consoleUrl: provider?.consoleUrl ?? null
		}
	};
}
/** A session that is not fresh is mended by confirming it; everything else by starting again. */
function retryPathFor(parts, { code }) {
	if (code !== "session_not_fresh") return pathTo(parts, "/login");
	const demand = demandQuery({ maxAgeSeconds: parts.settings.freshSeconds });
	return pathTo(parts, "/login", {
		returnTo: pathTo(parts, "/account"),
		...demand
	});
}
/** The provider, where there is something to register: the local identity provider knows the application already. */
async function registrable({ providers }, visit, providerId) {
	if (!providerId || providers.isLocal(providerId)) return void 0;
	return (await providersIfKnown(visit)).find(({ id }) => id === providerId);
}
function valuesToRegister(parts, visit, provider) {
	if (!provider) return [];
	return [
		{
			label: "Origin",
			value: visit.place.origin
		},
		{
			label: "Redirect URI to register",
			value: redirectUriOf(parts, visit, provider.id)
		},
		{
			label: "Issuer",
			value: provider.issuer
		},
		{
			label: "Scopes",
			value: provider.scopes.join(" ")
		}
	];
}
// node_modules/latchkey/dist/accounts/unlink-account.js
/** Throws `account_last` and `account_not_found`; the store decides atomically. */
async function unlinkAccount(store, userId, accountId) {
	const outcome = await store.users.unlinkAccount(userId, accountId);
	if (outcome === "last-account") throw new LatchkeyError("account_last");
	if (outcome === "not-found") throw new LatchkeyError("account_not_found");
}
// node_modules/latchkey/dist/accounts/add-account.js
/** Adds the identity to the user. Throws `account_linked_elsewhere`. */
async function addAccount(parts, identity, userId) {
	const outcome = await parts.store.users.linkAccount(accountOf(parts, identity, userId));
	if (outcome === "taken") throw new LatchkeyError("account_linked_elsewhere");
	const user = await parts.store.users.find(userId);
	if (!user) throw new LatchkeyError("attempt_session_changed", { detail: "The user was deleted meanwhile." });
	return {
		kind: "signed-in",
		user,
		isNew: false,
		isLinked: outcome === "linked"
	};
}
// node_modules/latchkey/dist/accounts/create-user.js
/** What the store's columns hold. */
var MOST_ID_CHARACTERS = 255;
/** When another request made the user first, that one is answered. Throws `account_refused`, `account_not_created`. */
async function createUser(parts, identity, context) {
	if (!parts.ownUsers) return storeUser(parts, identity, parts.newId());
	const id = await createRow(parts, identity, context);
	let isNeeded = false;
	try {
		const outcome = await storeUser(parts, identity, id);
		isNeeded = outcome.kind === "signed-in" && outcome.isNew;
		return outcome;
	} finally {
		if (!isNeeded) await takeBack(parts, id);
	}
}
/** A user with their first account. The profile is what the provider says. */
async function storeUser(parts, identity, id) {
	const { email, emailVerified, name, picture } = identity;
	const { user, created } = await parts.store.users.create({
		id,
		email,
		emailVerified,
		name,
		picture,
		createdAt: parts.now()
	}, accountOf(parts, identity, id));
	return {
		kind: "signed-in",
		user,
		isNew: created,
		isLinked: false
	};
}
async function createRow({ store, ownUsers }, identity, context) {
	const id = readUserId("create", await askApplication(() => ownUsers?.create(identity, context)));
	if (await store.users.find(id)) throw new LatchkeyError("config_option_invalid", { detail: "users.create answered the id of a user who has accounts already." });
	return id;
}
/** What the application's function throws is the application's reason, and no failure of ours. */
async function askApplication(ask) {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof LatchkeyError) throw error;
		throw new LatchkeyError("account_not_created", { cause: error });
	}
}
/** The text of it: what the store keeps. Throws `config_option_invalid`. */
function readUserId(from, id) {
	const text = typeof id === "bigint" || typeof id === "number" && Number.isSafeInteger(id) || typeof id === "string" ? String(id) : "";
	if (text !== "" && text.length <= MOST_ID_CHARACTERS) return text;
	throw new LatchkeyError("config_option_invalid", { detail: `users.${from} must answer the user's id: text of 1 to ${MOST_ID_CHARACTERS} characters, or an integer.` });
}
/** Never rejects: a row that is left over does less harm than the error that it would hide. */
async function takeBack({ ownUsers, onLeftOver }, id) {
	try {
		if (!ownUsers?.delete) throw new TypeError("There is no users.delete.");
		await ownUsers.delete(id);
	} catch (error) {
		onLeftOver(id, error);
	}
}
// node_modules/latchkey/dist/accounts/provable-accounts.js
/** Where none of the accounts will do, other accounts of the same users stand in for them. */
async function provable({ store, canSignInWith }, identity, accounts) {
	const isProof = (account) => account.issuer !== identity.issuer && account.provider !== identity.provider && canSignInWith(account);
	const proofs = accounts.filter(isProof);
	const covered = new Set(proofs.map(({ userId }) => userId));
	const others = [...new Set(accounts.map(({ userId }) => userId))].filter((userId) => !covered.has(userId));
	const more = await Promise.all(others.map((userId) => store.users.listAccounts(userId)));
	return [...proofs, ...more.flat().filter(isProof)];
}
// node_modules/latchkey/dist/accounts/adopt-user.js
/** Throws `account_refused`, `account_not_created`. */
async function adoptUser(parts, identity, context) {
	const userId = await findRow(parts, identity, context);
	if (userId === null) return createUser(parts, identity, context);
	if (!await parts.store.users.find(userId)) return storeUser(parts, identity, userId);
	const candidates = await provable(parts, identity, await parts.store.users.listAccounts(userId));
	return candidates.length > 0 ? {
		kind: "offer",
		candidates,
		formerProvider: null
	} : createUser(parts, identity, context);
}
async function findRow({ ownUsers }, identity, context) {
	const { email, emailVerified } = identity;
	if (!ownUsers?.adopt || !context.isEmailAuthoritative || !emailVerified || email === null) return null;
	const found = await askApplication(() => ownUsers.adopt?.({
		...identity,
		email
	}, context));
	return found === null || found === void 0 ? null : readUserId("adopt", found);
}
// node_modules/latchkey/dist/accounts/move-account.js
/** Null where no former key is anybody's. */
async function moveAccount(parts, identity, formerKeys) {
	for (const key of formerKeys) {
		const former = await parts.store.users.findAccount(key);
		if (!former) continue;
		if ((await parts.store.users.listAccounts(former.userId)).some(({ id, issuer, provider }) => id !== former.id && issuer === identity.issuer && provider === identity.provider)) continue;
		return addAccount(parts, identity, former.userId);
	}
	return null;
}
// node_modules/latchkey/dist/accounts/with-known-fields.js
/** Fills the gaps of a partial identity; a whole one stays as it is. The address and the word about it stay together. */
function withKnownFields(identity, account) {
	if (!identity.isPartial || account === null) return identity;
	const { email, emailVerified } = identity.email === null ? account : identity;
	return {
		...identity,
		email,
		emailVerified,
		name: identity.name ?? account.name,
		picture: identity.picture ?? account.picture
	};
}
// node_modules/latchkey/dist/accounts/sign-in-identity.js
/** More accounts than this with one verified address are not listed to a person. */
var MOST_CANDIDATES = 5;
/** Throws `account_linked_elsewhere`, `account_refused`; writes nothing then. */
async function signInIdentity(parts, question) {
	const { store, policy } = parts;
	const { identity, linkTo, context, formerKeys = [], formerProvider = null } = question;
	const account = await store.users.findAccount(identity);
	const isNew = !account && !linkTo;
	const moved = isNew ? await moveAccount(parts, identity, formerKeys) : null;
	if (moved) return moved;
	const candidates = isNew ? await findCandidates(parts, identity) : [];
	const isAuthoritative = context.isEmailAuthoritative;
	if (isNew && formerProvider) return {
		kind: "offer",
		candidates: isAuthoritative ? candidates : [],
		formerProvider
	};
	const decision = policy({
		identity,
		account,
		linkTo,
		candidates,
		isAuthoritative
	});
	switch (decision.kind) {
		case "refuse": throw new LatchkeyError(decision.code);
		case "offer": {
			const provables = await provable(parts, identity, decision.candidates);
			return provables.length > 0 ? {
				kind: "offer",
				candidates: provables,
				formerProvider: null
			} : adoptUser(parts, identity, context);
		}
		case "sign-in": return signInKnown(parts, withKnownFields(identity, account), {
			userId: decision.userId,
			account
		});
		case "link": return linkTo && decision.userId === linkTo.userId ? addAccount(parts, identity, decision.userId) : Promise.reject(new LatchkeyError("account_refused"));
		case "create": return adoptUser(parts, identity, context);
	}
}
async function signInKnown(parts, identity, known) {
	const user = await parts.store.users.find(known.userId);
	if (!(user !== null && (!parts.ownUsers || await parts.ownUsers.find(user.id) !== null))) throw new LatchkeyError("account_refused", { detail: "The user of this account does not exist." });
	await parts.store.users.updateAccount(identity, {
		subject: identity.subject,
		email: identity.email,
		emailVerified: identity.emailVerified,
		name: identity.name,
		picture: identity.picture,
		provider: identity.provider,
		lastUsedAt: parts.now()
	});
	const fields = known.account ? followAccount(user, known.account, identity) : null;
	if (!fields) return {
		kind: "signed-in",
		user,
		isNew: false,
		isLinked: false
	};
	await parts.store.users.update(user.id, fields);
	await parts.ownUsers?.update?.(user.id, fields);
	return {
		kind: "signed-in",
		user: {
			...user,
			...fields
		},
		isNew: false,
		isLinked: false
	};
}
/** What came from this account follows it; what the person or another account set stays. Null when nothing changed. */
function followAccount(user, before, now) {
	const mail = user.email === before.email && user.emailVerified === before.emailVerified ? {
		email: now.email,
		emailVerified: now.emailVerified
	} : {
		email: user.email,
		emailVerified: user.emailVerified
	};
	const name = user.name === before.name ? now.name : user.name;
	const picture = user.picture === before.picture ? now.picture : user.picture;
	return mail.email === user.email && mail.emailVerified === user.emailVerified && name === user.name && picture === user.picture ? null : {
		...mail,
		name,
		picture
	};
}
async function findCandidates(parts, identity) {
	if (!identity.email || !identity.emailVerified) return [];
	return provable(parts, identity, await parts.store.users.listAccountsByVerifiedEmail(identity.email, MOST_CANDIDATES));
}
// node_modules/latchkey/dist/flows/sign-in/last-provider.js
/** Half a year, from the last sign-in on. */
var KEPT_SECONDS = 15552e3;
/** The Set-Cookie value that remembers this provider. */
function rememberProvider({ place }, providerId) {
	const { lastProvider, secure } = place.cookies;
	return setCookie(lastProvider, providerId, {
		maxAgeSeconds: KEPT_SECONDS,
		secure
	});
}
/** What the browser says, unchecked: it may be compared with the ids of providers, and nothing else. */
function lastProviderIn({ cookieHeader, place }) {
	return readCookie(cookieHeader, place.cookies.lastProvider);
}
// node_modules/latchkey/dist/flows/session/apply-fields.js
/** What the application's own function makes of the claims; null where it has none. Throws what that throws. */
async function fieldsOf({ settings: { fieldsFrom } }, identity, context) {
	if (!fieldsFrom) return null;
	try {
		return { ...await fieldsFrom(identity, context) };
	} catch (cause) {
		if (cause instanceof LatchkeyError) throw cause;
		throw new LatchkeyError("user_fields_invalid", {
			detail: "fieldsFrom threw.",
			cause
		});
	}
}
/** Answers the fields as JSON, for sessions that hold them themselves. Throws `user_fields_invalid`, `account_not_created`. */
async function applyFields({ settings, fields: schema }, { userId, identity, fields }) {
	try {
		await settings.users?.refresh?.(userId, identity);
	} catch (cause) {
		if (cause instanceof LatchkeyError) throw cause;
		throw new LatchkeyError("account_not_created", {
			detail: "users.refresh threw.",
			cause
		});
	}
	if (!schema || !fields) return null;
	return settings.store ? schema.save(settings.store, userId, fields) : schema.change(null, fields);
}
// node_modules/latchkey/dist/flows/session/start-session.js
/** Set-Cookie values of the new session, and of the mark beside the provider's button. */
async function startSession(parts, visit, signedIn) {
	const { user, identity, intent, facts, answer, isNew, settle } = signedIn;
	const { fields, endsBefore, ...limits } = facts;
	const userFields = await applyFields(parts, {
		userId: user.id,
		identity,
		fields
	});
	const { sessionId, setCookies } = await replaceSession(parts, visit, {
		user,
		identity: sessionIdentity(identity),
		...limits,
		endsBefore: endsBefore ?? void 0,
		userFields,
		sealedIdToken: answer ? await sealIdToken(parts, answer) : null,
		settle,
		...deviceOf(visit)
	});
	const happened = {
		userId: user.id,
		provider: identity.provider
	};
	if (isNew) await report(parts, visit, {
		type: "user_created",
		...happened
	});
	await report(parts, visit, {
		type: "signed_in",
		...happened,
		sessionId,
		intent
	});
	return [...setCookies, rememberProvider(visit, identity.provider)];
}
/** Starts the new session before the old one ends: a failing store leaves the person where they were. */
async function replaceSession(parts, visit, { settle, ...signIn }) {
	const before = await sessionOf(parts, visit);
	const { session, token, maxAgeSeconds } = await parts.sessions.start(signIn);
	try {
		await settle?.();
	} catch (error) {
		await parts.sessions.end(session).catch(() => void 0);
		throw error;
	}
	if (before.session) await parts.sessions.end(before.session);
	const { cookies } = visit.place;
	const isMoved = hasFormerSession(cookies, visit.cookieHeader);
	return {
		sessionId: session.id,
		setCookies: sessionCookies(cookies, {
			token,
			maxAgeSeconds
		}, isMoved)
	};
}
function sessionIdentity(identity) {
	const { provider, issuer, subject, providerSessionId } = identity;
	return {
		provider,
		issuer,
		subject,
		providerSessionId
	};
}
function deviceOf({ userAgent, clientAddress }) {
	return {
		userAgent,
		clientAddress
	};
}
/** Kept for RP-initiated logout only, so not where the provider has none, and not without a store. */
async function sealIdToken(parts, { ready, tokens }) {
	const { store, now, absoluteSeconds } = parts.settings;
	if (!store || !tokens.idToken || !await ready.client.supportsEndSession()) return null;
	return parts.seal.seal("id-token", tokens.idToken, { expiresAt: now() + absoluteSeconds * 1e3 });
}
// node_modules/latchkey/dist/flows/session/renew-session.js
/** Set-Cookie values. Freshness is kept as it was: rotating an id proves nothing about the person. */
async function renewSession(parts, visit, session) {
	const record = await parts.settings.store?.sessions.find(session.id);
	const { setCookies } = await replaceSession(parts, visit, {
		user: session.user,
		identity: session.identity,
		acr: session.acr,
		isSilent: session.isSilent,
		claims: session.claims,
		sealedIdToken: record?.session.sealedIdToken ?? null,
		authenticatedAt: session.authenticatedAt.getTime(),
		continues: session,
		...deviceOf(visit)
	});
	return setCookies;
}
// node_modules/latchkey/dist/oauth/login/identity-of.js
/** @throws LatchkeyError `provider_userinfo_invalid`. */
function identityOf(provider, { idTokenClaims }, claims) {
	const sessionId = idTokenClaims?.sid;
	const failure = failureBehind(claims);
	return Object.freeze({
		...readFields(provider.toIdentity, claims, failure),
		...(failure || provider.deviations.profileComesOnce) && { isPartial: true },
		provider: provider.id,
		issuer: provider.deviations.issuerFor?.(idTokenClaims ?? claims, provider.issuer) ?? provider.issuer,
		providerSessionId: typeof sessionId === "string" && sessionId.length <= 255 && isStorable(sessionId) ? sessionId : null,
		claims
	});
}
function readFields(toIdentity, claims, failure) {
	try {
		return toIdentity(claims);
	} catch (cause) {
		if (cause instanceof LatchkeyError) throw cause;
		const why = cause instanceof Error ? ` ${foreignText(cause.message)}` : "";
		throw new LatchkeyError("provider_userinfo_invalid", {
			detail: failure ? `${failure.detail ?? failure.code} It is needed (claimsFrom is "userinfo"), since the ID token alone lacks what identifies the person.${why}` : `What the provider says does not identify the person.${why}`,
			refusal: failure?.refusal,
			cause
		});
	}
}
// node_modules/latchkey/dist/flows/sign-in/fetch-identity.js
/** Throws `provider_userinfo_invalid`, and `account_refused` where the application says no. */
async function fetchIdentity(parts, { provider, client }, tokens) {
	const identity = identityOf(provider, tokens, await client.fetchClaims(tokens));
	const answer = await parts.settings.allow(identity, {
		...contextOf$1(provider, identity),
		async findUser() {
			const account = await parts.settings.store?.users.findAccount(identity);
			return account ? parts.people.find(account.userId) : null;
		}
	});
	if (answer === true) return identity;
	throw new LatchkeyError("account_refused", typeof answer === "string" ? { forPerson: answer } : {});
}
/** Whether the provider itself runs the mailbox, so that its word about the address is final. */
function isEmailAuthoritative(provider, { email, emailVerified, claims }) {
	return email !== null && emailVerified && provider.isAuthoritativeForEmail(email, claims);
}
/** What the provider's word on this identity is worth. */
function contextOf$1(provider, identity) {
	return {
		organization: provider.organizationOf?.(identity.claims) ?? null,
		isEmailAuthoritative: isEmailAuthoritative(provider, identity)
	};
}
// node_modules/latchkey/dist/flows/linking/link-account.js
/** `POST /auth/link/:provider` */
async function beginLink(parts, visit, providerId) {
	storeOf(parts);
	const session = await freshSession(parts, visit);
	return sendToProvider(parts, visit, {
		providerId,
		which: await loginPlaceIn(visit, await parts.providers.find(providerId, visit)),
		returnTo: namedReturnTarget(parts, visit) ?? pathTo(parts, "/account", { notice: "linked" }),
		intent: {
			kind: "link",
			sessionId: session.id
		}
	});
}
/** The callback of a link: adds the identity to the user of the session that asked. */
async function finishLink(parts, visit, { taken, ...answer }) {
	const { identity } = answer;
	const { intent, returnTo } = taken.attempt;
	const { session } = await sessionOf(parts, visit);
	if (intent.kind !== "link" || session?.id !== intent.sessionId || !isFresh(parts, session)) throw new LatchkeyError("attempt_session_changed");
	const outcome = await signInIdentity(accountParts(parts, await visit.providers()), {
		identity,
		linkTo: { userId: session.user.id },
		context: contextOf$1(answer.ready.provider, identity)
	});
	if (outcome.kind !== "signed-in") throw new LatchkeyError("account_refused");
	await keepAnswer(parts, answer);
	if (outcome.isLinked) await report(parts, visit, {
		type: "linked",
		provider: identity.provider,
		userId: session.user.id
	});
	return redirect(returnTo, [taken.clearing, ...await renewSession(parts, visit, session)]);
}
/** The session, signed in recently. Throws `session_required`, `session_not_fresh`. */
async function freshSession(parts, visit) {
	const { session } = await sessionOf(parts, visit);
	if (!session) throw new LatchkeyError("session_required");
	if (!isFresh(parts, session)) throw new LatchkeyError("session_not_fresh");
	return session;
}
function isFresh(parts, session) {
	const { freshSeconds, now } = parts.settings;
	return hasSignedInSince(session, now() - freshSeconds * 1e3);
}
// node_modules/latchkey/dist/flows/sign-out/end-sessions-of-identity.js
/** Answers the ids that ended. A sign-in of this identity that is under way is ended a little later. */
async function endSessionsOfIdentity(parts, { issuer, subject }) {
	const { now, clockToleranceSeconds } = parts.settings;
	const named = {
		issuer,
		subject,
		providerSessionId: null,
		startedBefore: now()
	};
	parts.secondLooks.add(named);
	const startedBefore = named.startedBefore + clockToleranceSeconds * 1e3;
	return storeOf(parts).sessions.deleteOfProvider({
		...named,
		startedBefore
	});
}
// node_modules/latchkey/dist/flows/request/notices.js
var notices = {
	linked: "noticeLinked",
	unlinked: "noticeUnlinked",
	"unlinked-here": "noticeUnlinkedHere",
	"session-ended": "noticeSessionEnded",
	"sessions-ended": "noticeSessionsEnded",
	"link-declined": "noticeLinkDeclined"
};
/** The sentence that the address names, in the reader's language; null for none. */
async function noticeOf({ url, language }) {
	const word = url.searchParams.get("notice") ?? "";
	return isNotice(word) ? messageText(await language(), notices[word]) : null;
}
function isNotice(word) {
	return Object.hasOwn(notices, word);
}
// node_modules/latchkey/dist/flows/sign-in/silent-login.js
/** What "once per visit" means: an hour, and again only after it. Signing out counts as an attempt, too. */
var VISIT_SECONDS = 3600;
/** Null when it is off, was tried already, or cannot be begun now. */
async function trySilently(parts, visit, returnTo) {
	const { silentLogin } = parts.settings;
	const { headers, method } = visit.request;
	if (!silentLogin || method !== "GET") return null;
	if (navigationOf(headers) === "other" || !hasRoomForUnasked(visit)) return null;
	if (readCookie(visit.cookieHeader, visit.place.cookies.visit)) return null;
	try {
		if (!(await visit.providers()).some(({ id, protocol }) => id === silentLogin && protocol === "oidc")) return null;
		const response = await sendToProvider(parts, visit, {
			providerId: silentLogin,
			returnTo,
			intent: { kind: "silent" },
			isUnasked: true
		});
		response.headers.append("Set-Cookie", silentMark(visit));
		return response;
	} catch (error) {
		await reportRefusal(parts, visit, {
			error,
			providerId: silentLogin
		});
		return null;
	}
}
/** The cookie that says "tried during this visit". */
function silentMark({ place }) {
	return setCookie(place.cookies.visit, "1", {
		maxAgeSeconds: VISIT_SECONDS,
		secure: place.cookies.secure
	});
}
// node_modules/latchkey/dist/flows/sign-out/sign-out.js
/** How long the provider's logout page may take. */
var STATE_MILLISECONDS = 6e5;
/** `POST /auth/logout?returnTo=&provider=1` */
async function signOut(parts, visit) {
	try {
		return await endSession$1(parts, visit);
	} catch (cause) {
		return answerError(parts, visit, new LatchkeyError("session_not_ended", { cause }), { setCookies: endCookies(visit) });
	}
}
/** `GET /auth/logout`: a link leads to the button, since a GET must not sign out. */
async function showSignOut(parts, visit) {
	const query = visit.url.searchParams;
	const returnTo = returnTargetOf(parts, visit);
	const check = await sessionOf(parts, visit).catch(() => null);
	if (check && !check.session) return showSignedOut(parts, visit);
	return answerPage(visit, await parts.pages.signOut({
		frame: await frameOf(parts, visit),
		signedInAs: check?.user ? check.user.name ?? check.user.email : null,
		signOut: { action: pathTo(parts, "/logout", {
			returnTo,
			...query.get("provider") === "1" ? { provider: "1" } : {}
		}) },
		stayHref: returnTo
	}));
}
async function endSession$1(parts, visit) {
	const returnTo = returnTargetOf(parts, visit);
	const { session } = await sessionOf(parts, visit);
	if (!session) return redirect(returnTo, endCookies(visit));
	const idTokenHint = await idTokenOf(parts, session);
	await parts.sessions.end(session);
	await endFormer(parts, visit, session);
	await report(parts, visit, {
		type: "signed_out",
		provider: session.identity.provider,
		userId: session.user.id,
		sessionId: session.id
	});
	const isWhole = visit.url.searchParams.get("provider") === "1";
	if (isWhole || parts.settings.revokeTokensAtSignOut) await revokeAfterLastSession(parts, visit.place, session.user.id);
	const atProvider = isWhole ? await providerLogout(parts, visit, {
		session,
		idTokenHint,
		returnTo
	}) : null;
	const mark = parts.settings.silentLogin ? [silentMark(visit)] : [];
	return redirect(atProvider ?? returnTo, [...endCookies(visit), ...mark]);
}
/** `GET /auth/signed-out`: where the provider sends the browser. Says it, and where to go on. */
async function showSignedOut(parts, visit) {
	const state = visit.url.searchParams.get("state");
	const opened = state ? await parts.seal.open("logout", state, { now: parts.settings.now() }) : null;
	if (opened?.state === "valid" && opened.payload !== "/") return redirect(safeTarget(parts, opened.payload));
	return answerPage(visit, await parts.pages.signedOut({
		frame: await frameOf(parts, visit),
		signInHref: pathTo(parts, "/login"),
		notice: await noticeOf(visit)
	}));
}
/** Clears the session's cookie, and the one that it has under an older name. */
function endCookies({ place, cookieHeader }) {
	const { cookies } = place;
	return sessionCookies(cookies, {
		token: "",
		maxAgeSeconds: 0
	}, hasFormerSession(cookies, cookieHeader));
}
/** A browser may have a session under the older name too: one sign-out ends both. */
async function endFormer(parts, { place, cookieHeader }, ended) {
	const { formerSession } = place.cookies;
	const token = formerSession === void 0 ? null : readCookie(cookieHeader, formerSession);
	const former = token === null ? null : await parts.sessions.read(token);
	if (former && former.session.id !== ended.id) await parts.sessions.end(former.session);
}
/** This session's provider account, never another one. Null where the provider has no logout or does not answer. */
async function providerLogout(parts, visit, leaving) {
	const { identity } = leaving.session;
	try {
		const { provider, client } = await parts.providers.get(identity.provider, visit, { issuer: identity.issuer });
		if (provider.issuer !== identity.issuer) return null;
		const state = await parts.seal.seal("logout", leaving.returnTo, { expiresAt: parts.settings.now() + STATE_MILLISECONDS });
		const postLogoutRedirectUri = `${visit.place.origin}${pathTo(parts, "/signed-out")}`;
		return (await client.endSessionUrl({
			idTokenHint: leaving.idTokenHint,
			postLogoutRedirectUri,
			state
		}))?.href ?? null;
	} catch (error) {
		logEvent(parts, visit, {
			event: "provider_logout_failed",
			level: "warn",
			detail: String(error)
		});
		return null;
	}
}
/** Null also where the store fails: that must not keep the session from ending. */
async function idTokenOf(parts, session) {
	const { store, now } = parts.settings;
	try {
		const sealed = (await store?.sessions.find(session.id))?.session.sealedIdToken;
		if (!sealed) return null;
		const opened = await parts.seal.open("id-token", sealed, { now: now() });
		return opened.state === "valid" ? opened.payload : null;
	} catch {
		return null;
	}
}
// node_modules/latchkey/dist/flows/account-page/manage-account.js
var MOST_BYTES$7 = 16384;
/** `POST /auth/unlink` with `account`: needs a fresh session, never removes the last way in, and ends what it started. */
async function unlink(parts, visit) {
	const store = storeOf(parts);
	const session = await freshSession(parts, visit);
	const accountId = await field(visit, "account");
	const account = (await store.users.listAccounts(session.user.id)).find(({ id }) => id === accountId);
	const revoke = await prepareRevocation(parts, visit.place, account ? [account] : []);
	await unlinkAccount(store, session.user.id, accountId);
	const provider = account?.provider ?? null;
	await report(parts, visit, {
		type: "unlinked",
		userId: session.user.id,
		accountId,
		provider
	});
	const ended = account ? await endSessionsOf(parts, visit, account) : [];
	await revoke();
	if (ended.includes(session.id)) return redirect(pathTo(parts, "/login", { notice: "unlinked-here" }), endCookies(visit));
	const setCookies = await renewSession(parts, visit, session);
	return redirect(backTo(parts, visit, "unlinked"), setCookies);
}
/** What an account that can no longer sign in has started ends everywhere. Answers the ids that ended. */
async function endSessionsOf(parts, visit, account) {
	const { userId } = account;
	const sessionIds = await endSessionsOfIdentity(parts, account);
	if (sessionIds.length > 0) await report(parts, visit, {
		type: "sessions_ended",
		userId,
		sessionIds,
		by: "person"
	});
	return sessionIds;
}
/** `POST /auth/sessions/end` with `session`: ends one of the person's own sessions. */
async function endOneSession(parts, visit) {
	const store = storeOf(parts);
	const { session } = await sessionOf(parts, visit);
	if (!session) throw new LatchkeyError("session_required");
	const sessionId = await field(visit, "session");
	if ((await store.sessions.list(session.user.id, parts.settings.now())).some(({ id }) => id === sessionId)) {
		await store.sessions.delete(sessionId);
		await report(parts, visit, {
			type: "session_ended",
			userId: session.user.id,
			sessionId,
			by: "person"
		});
	}
	if (sessionId === session.id) return redirect(returnTargetOf(parts, visit), endCookies(visit));
	return redirect(backTo(parts, visit, "session-ended"));
}
/** `POST /auth/sessions/end-others`: only this browser stays signed in. */
async function endOtherSessions(parts, visit) {
	const store = storeOf(parts);
	const { session } = await sessionOf(parts, visit);
	if (!session) throw new LatchkeyError("session_required");
	const userId = session.user.id;
	await report(parts, visit, {
		type: "sessions_ended",
		userId,
		sessionIds: await store.sessions.deleteOfUser(userId, session.id),
		by: "person"
	});
	return redirect(backTo(parts, visit, "sessions-ended"));
}
/** Where the form's own query says, for an account page of the application's own; else our page, with its notice. */
function backTo(parts, visit, notice) {
	return namedReturnTarget(parts, visit) ?? pathTo(parts, "/account", { notice });
}
async function field(visit, name) {
	const values = (await readForm(visit.request, MOST_BYTES$7)).getAll(name);
	const [value] = values;
	if (values.length !== 1 || !value || value.length > 255 || !isStorable(value)) throw new LatchkeyError("request_malformed", { detail: `The field ${name} is missing, repeated or no handle.` });
	return value;
}
// node_modules/latchkey/dist/languages/speaking/device-text.js
function deviceText(language, userAgent) {
	const { browser, system, product } = readUserAgent(userAgent);
	if (browser !== null && system !== null) return messageText(language, "browserOnSystem", {
		browser,
		system
	});
	if (browser !== null) return browser;
	if (system !== null) return messageText(language, "browserOfSystem", { system });
	return product ?? messageText(language, "browserUnknown");
}
// node_modules/latchkey/dist/flows/request/one-name.js
/** Says that the browser was moved once: it is never moved twice. */
var MOVED = "moved";
/**
* Where this page is at the configured name; null where it may stay. Only `Host` says what the browser asked for: the address
* that a server or a proxy makes up (`0.0.0.0`, `web:3000`) is none that a browser has seen.
*/
function atItsOneName(parts, { url, place, request }) {
	if (!place.isLoopback || request.method !== "GET" || url.searchParams.has(MOVED)) return null;
	const host = `http://${request.headers.get("host")}`;
	if (!URL.canParse(host)) return null;
	const seen = new URL(host);
	const port = new URL(place.origin).port;
	if (!isLoopbackHostname(seen.hostname) || seen.hostname === place.hostname || seen.port !== port) return null;
	const query = Object.fromEntries(url.searchParams);
	const route = url.pathname.slice(parts.settings.basePath.length);
	return `${place.origin}${pathTo(parts, route, {
		...query,
		[MOVED]: "1"
	})}`;
}
// node_modules/latchkey/dist/flows/sign-in/offered-providers.js
function offeredProviders({ migrations }, providers) {
	if (migrations.size === 0) return providers;
	const former = new Set([...migrations.values()].map(({ provider }) => provider));
	return providers.filter(({ id }) => !former.has(id));
}
// node_modules/latchkey/dist/flows/account-page/show-account.js
/** `GET /auth/account`; programs get what the page shows. */
async function showAccount(parts, visit) {
	const elsewhere = atItsOneName(parts, visit);
	if (elsewhere) return redirect(elsewhere);
	const { session } = await sessionOf(parts, visit);
	const here = pathTo(parts, "/account");
	const isProgram = acceptsJson(visit.request.headers);
	if (!session && isProgram) throw new LatchkeyError("session_required");
	if (!session) return redirect(pathTo(parts, "/login", { returnTo: here }));
	const { accounts, sessions } = await readAccount(parts, session);
	const providers = await visit.providers();
	const own = providers.find(({ id }) => id === session.identity.provider);
	const lookOf = (id) => {
		const { name, brand } = providers.find((provider) => provider.id === id) ?? {
			name: id,
			brand: parts.neutralBrand
		};
		return {
			name,
			brand: sizedBrand(brand)
		};
	};
	const frame = await frameOf(parts, visit);
	const shown = {
		accounts: accounts.map((account) => accountItem(session, {
			account,
			look: lookOf(account.provider),
			count: accounts.length
		})),
		sessions: sessions.map((record) => ({
			...sessionItem(parts, session, {
				record,
				providerName: lookOf(record.provider).name
			}),
			device: deviceText(frame.language, record.userAgent)
		})),
		linkable: linkable(parts, providers, accounts),
		isFresh: isFresh(parts, session)
	};
	if (isProgram) return json(shown);
	return answerPage(visit, await parts.pages.account({
		...shown,
		frame,
		request: visit.request,
		ownUser: (parts.people.arePlain ? null : await parts.people.find(session.user.id)) ?? session.user,
		user: {
			name: session.user.name,
			email: session.user.email,
			picture: session.user.picture
		},
		confirm: own && canReauthenticate(own) ? buttonOf(own, pathTo(parts, `/login/${own.id}`, confirmQuery(parts, here))) : null,
		actions: {
			unlink: pathTo(parts, "/unlink"),
			endSession: pathTo(parts, "/sessions/end"),
			endOtherSessions: pathTo(parts, "/sessions/end-others"),
			signOut: pathTo(parts, "/logout")
		},
		notice: await noticeOf(visit)
	}));
}
function confirmQuery({ settings }, returnTo) {
	return {
		returnTo,
		...demandQuery({ maxAgeSeconds: settings.freshSeconds })
	};
}
async function readAccount(parts, session) {
	const { store, now } = parts.settings;
	if (!store) return {
		accounts: [],
		sessions: []
	};
	const [accounts, sessions] = await Promise.all([store.users.listAccounts(session.user.id), store.sessions.list(session.user.id, now())]);
	return {
		accounts,
		sessions
	};
}
function accountItem({ identity }, { account, look: { name, brand }, count }) {
	return {
		id: account.id,
		providerName: name,
		brand,
		label: account.email ?? account.name ?? account.subject,
		linkedAt: new Date(account.linkedAt),
		lastUsedAt: new Date(account.lastUsedAt),
		isCurrent: account.issuer === identity.issuer && account.subject === identity.subject,
		canUnlink: count > 1
	};
}
function sessionItem({ settings }, current, { record, providerName }) {
	const { clientId } = readDetails(record.details);
	const name = settings.clients.find(({ id }) => id === clientId)?.name;
	return {
		id: record.id,
		providerName,
		userAgent: record.userAgent,
		client: clientId === null ? null : {
			id: clientId,
			name: name ?? clientId
		},
		clientAddress: record.clientAddress,
		createdAt: new Date(record.createdAt),
		lastSeenAt: new Date(record.lastSeenAt),
		isCurrent: record.id === current.id
	};
}
/** Providers that the person has no account with yet; nothing can be linked without a store. */
function linkable(parts, providers, accounts) {
	if (!parts.settings.store) return [];
	const has = new Set(accounts.map(({ provider }) => provider));
	return offeredProviders(parts.settings, providers).filter(({ id }) => !has.has(id)).map((provider) => buttonOf(provider, pathTo(parts, `/link/${provider.id}`)));
}
// node_modules/latchkey/dist/flows/attempt/receive-form-post.js
var MOST_BYTES$6 = 16384;
/** Sealed and encoded they become a third longer. */
var MOST_HANDOFF_CHARACTERS = 5e3;
var NEEDED = [
	"state",
	"code",
	"iss",
	"error",
	"error_description"
];
/** Long enough for one redirect. */
var HANDOFF_MILLISECONDS = 6e4;
/** `POST /auth/callback/:provider` */
async function receiveFormPost(parts, visit, providerId) {
	const provider = await parts.providers.find(providerId, visit);
	if (provider.deviations.responseMode !== "form_post") throw new LatchkeyError("request_malformed", { detail: "This provider answers by query." });
	if (visit.url.search) throw new LatchkeyError("request_malformed", { detail: "A query beside a form." });
	const form = await readForm(visit.request, MOST_BYTES$6);
	const handoff = await parts.seal.seal("handoff", fitting(form).toString(), {
		expiresAt: parts.settings.now() + HANDOFF_MILLISECONDS,
		context: contextOf(provider)
	});
	return redirect(pathTo(parts, `/callback/${providerId}`, { handoff }));
}
/**
* The fields that fit into an address: servers and proxies refuse a request line of more than 8 kB. The largest go first (an
* ID token of the front channel, which is never used), and never what the answer consists of.
*/
function fitting(form) {
	const kept = new URLSearchParams(form);
	const bySize = [...new Set(form.keys())].filter((name) => !NEEDED.includes(name)).sort((a, b) => sizeOf(form, b) - sizeOf(form, a));
	for (const name of bySize) {
		if (kept.toString().length <= MOST_HANDOFF_CHARACTERS) break;
		kept.delete(name);
	}
	if (kept.toString().length > MOST_HANDOFF_CHARACTERS) throw new LatchkeyError("request_too_large", { detail: `The provider's answer has more than ${MOST_HANDOFF_CHARACTERS} characters without what can be left out.` });
	return kept;
}
function sizeOf(form, name) {
	return form.getAll(name).reduce((sum, value) => sum + value.length, 0);
}
/** The sealed fields. Throws `request_malformed` for anything that this provider's POST did not seal just now. */
async function openHandoff(parts, handoff, provider) {
	const opened = await parts.seal.open("handoff", handoff, {
		now: parts.settings.now(),
		context: contextOf(provider)
	});
	if (opened.state !== "valid") throw new LatchkeyError(opened.state === "expired" ? "attempt_expired" : "request_malformed", { detail: "The hand-off is not valid." });
	return new URLSearchParams(opened.payload);
}
function contextOf(provider) {
	return `${provider.id} ${provider.issuer}`;
}
// node_modules/latchkey/dist/flows/clients/clients-are-served.js
/** Throws `request_not_found`. */
function checkClientsAreServed({ settings }, by) {
	if (settings.clients.some(({ device, redirectUris }) => by === void 0 || (by === "device" ? device : redirectUris.length > 0))) return;
	throw new LatchkeyError("request_not_found", { detail: "No client is configured that uses this route (the option clients, NATIVE_CLIENTS)." });
}
var MINUTE_MILLISECONDS = 6e4;
var ID_LENGTH = 22;
/** Consonants only: no word, and nothing that looks like another (RFC 8628 §6.1). 34 bits. */
var ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
var CODE_LENGTH = 8;
/** `WDJB-MJHT`: what the device shows. */
function makeUserCode(randomBytes) {
	let letters = "";
	while (letters.length < CODE_LENGTH) for (const byte of randomBytes(CODE_LENGTH)) if (byte < 240 && letters.length < CODE_LENGTH) letters += ALPHABET.charAt(byte % 20);
	return shown(letters);
}
/** The code as the device shows it, of what a person typed: case, blanks and dashes do not count. Null for what is none. */
function readUserCode(typed) {
	const letters = (typed ?? "").slice(0, 60).toUpperCase().replaceAll(/[\s\-–—.]/g, "");
	return letters.length === CODE_LENGTH && [...letters].every((letter) => ALPHABET.includes(letter)) ? shown(letters) : null;
}
function shown(letters) {
	return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`;
}
/** The handle of the grant that a person gives by this code. */
async function grantIdOf({ platform, settings }, userCode) {
	return (await platform.sha256(`${settings.audience}\ndevice\n${userCode}`)).slice(0, ID_LENGTH);
}
/** Remembers that the code was given. False: it is taken. */
function markGiven(parts, client, grantId) {
	const moment = parts.settings.now();
	const expiresAt = moment + 6e5 + MINUTE_MILLISECONDS;
	return storeOf(parts).marks.useOnce(givenMark(client, grantId, minuteOf(moment)), expiresAt);
}
/** The device that shows this code; null where none does, or no longer. */
async function findDevice(parts, userCode) {
	const { clients, now } = parts.settings;
	const grantId = await grantIdOf(parts, userCode);
	const { marks } = storeOf(parts);
	const minute = minuteOf(now());
	for (let ago = 0; ago < 10; ago++) for (const client of clients.filter(({ device }) => device)) {
		if (!await marks.isUsed(givenMark(client, grantId, minute - ago))) continue;
		if (await isDenied(parts, grantId) || await isRedeemed(parts, grantId) || await findGrant(parts, grantId)) return null;
		return {
			client,
			grantId,
			userCode,
			askedAt: (minute - ago) * MINUTE_MILLISECONDS
		};
	}
	return null;
}
function findGrant(parts, grantId) {
	return Promise.resolve(storeOf(parts).sessions.find(grantId));
}
function markDenied(parts, grantId) {
	return useGrantOnce(parts, "denied", grantId);
}
function isDenied(parts, grantId) {
	return storeOf(parts).marks.isUsed(`client-device-denied:${grantId}`);
}
/** False: the device code was redeemed before. */
function markRedeemed(parts, grantId) {
	return useGrantOnce(parts, "redeemed", grantId);
}
function isRedeemed(parts, grantId) {
	return storeOf(parts).marks.isUsed(`client-device-redeemed:${grantId}`);
}
function useGrantOnce(parts, what, grantId) {
	const expiresAt = parts.settings.now() + 6e5 + MINUTE_MILLISECONDS;
	return storeOf(parts).marks.useOnce(`client-device-${what}:${grantId}`, expiresAt);
}
function givenMark({ id }, grantId, minute) {
	return `client-device:${minute}:${id}:${grantId}`;
}
function minuteOf(moment) {
	return Math.floor(moment / MINUTE_MILLISECONDS);
}
// node_modules/latchkey/dist/flows/clients/device-guesses.js
var MOST_GUESSES = 10;
var WINDOW_SECONDS = 600;
/** Throws `device_guesses_exceeded`; then also a right code is refused, or guessing would go on. */
async function checkGuesses(parts, userId) {
	const { window, rest } = windowOf(parts);
	if (!await storeOf(parts).marks.isUsed(await markOf$1(parts, userId, window, MOST_GUESSES))) return;
	throw new LatchkeyError("device_guesses_exceeded", { retryAfterSeconds: rest });
}
async function countGuess(parts, userId) {
	const { window, rest } = windowOf(parts);
	const expiresAt = parts.settings.now() + rest * 1e3;
	const { marks } = storeOf(parts);
	for (let guess = 1; guess <= MOST_GUESSES; guess++) if (await marks.useOnce(await markOf$1(parts, userId, window, guess), expiresAt)) return;
}
function windowOf({ settings }) {
	const seconds = Math.floor(settings.now() / 1e3);
	return {
		window: Math.floor(seconds / WINDOW_SECONDS),
		rest: WINDOW_SECONDS - seconds % WINDOW_SECONDS
	};
}
/** Hashed: the ids of the application's own users may be long. */
async function markOf$1({ platform }, userId, window, guess) {
	return `client-guess:${window}:${guess}:${await platform.sha256(userId)}`;
}
// node_modules/latchkey/dist/flows/clients/show-device.js
async function showDevice(parts, visit) {
	checkClientsAreServed(parts, "device");
	const elsewhere = atItsOneName(parts, visit);
	if (elsewhere) return redirect(elsewhere);
	const typed = visit.url.searchParams.get("user_code");
	const { session } = await sessionOf(parts, visit);
	if (!session) return redirect(pathTo(parts, "/login", { returnTo: here(parts, typed) }));
	if (typed === null) return askForCode(parts, visit, null);
	const device = await findTyped(parts, session, typed);
	if (device) return askForYes$1(parts, visit, {
		session,
		device
	});
	return askForCode(parts, visit, errorText(await visit.language(), unknownCode()));
}
/** The device whose code was typed; null counts as a guess. Throws `device_guesses_exceeded`. */
async function findTyped(parts, session, typed) {
	await checkGuesses(parts, session.user.id);
	const userCode = readUserCode(typed);
	const device = userCode && await findDevice(parts, userCode);
	if (device) return device;
	await countGuess(parts, session.user.id);
	return null;
}
async function askForCode(parts, visit, notice) {
	return answerPage(visit, await parts.pages.deviceCode({
		frame: await frameOf(parts, visit),
		action: pathTo(parts, "/device"),
		notice
	}), { status: notice === null ? 200 : 400 });
}
async function askForYes$1(parts, visit, { session, device }) {
	const { client, userCode, askedAt } = device;
	const { name, email } = session.user;
	const answer = (decision) => pathTo(parts, "/device/answer", {
		user_code: userCode,
		session: session.id,
		decision
	});
	return answerPage(visit, await parts.pages.deviceConfirm({
		frame: await frameOf(parts, visit),
		client: {
			id: client.id,
			name: client.name
		},
		userCode,
		askedAt: new Date(askedAt),
		user: {
			name,
			email
		},
		allow: { action: answer("allow") },
		deny: { action: answer("deny") },
		otherAccountHref: pathTo(parts, "/login", { returnTo: here(parts, userCode) })
	}));
}
/** This page with its code, for after the sign-in. */
function here(parts, typed) {
	const userCode = readUserCode(typed);
	return safeReturnPath(pathTo(parts, "/device", userCode === null ? {} : { user_code: userCode }));
}
/** For the page that is shown when the person has answered. */
function unknownCode() {
	return new LatchkeyError("device_code_unknown");
}
// node_modules/latchkey/dist/flows/clients/answer-device.js
async function answerDevice(parts, visit) {
	checkClientsAreServed(parts, "device");
	const query = visit.url.searchParams;
	const { session } = await sessionOf(parts, visit);
	if (session?.id !== query.get("session") || !session) return redirect(pathTo(parts, "/device", { user_code: query.get("user_code") ?? "" }));
	const device = await findTyped(parts, session, query.get("user_code"));
	if (!device) throw unknownCode();
	const isAllowed = query.get("decision") === "allow";
	if (isAllowed) await giveGrant(parts, session, device);
	else await markDenied(parts, device.grantId);
	return answerPage(visit, await parts.pages.deviceDone({
		frame: await frameOf(parts, visit),
		client: {
			id: device.client.id,
			name: device.client.name
		},
		isAllowed,
		accountHref: pathTo(parts, "/account")
	}));
}
/** A stored session that no token opens: nobody has its secret. The device that asks next takes it out. */
async function giveGrant(parts, session, { client, grantId }) {
	const { sessions } = storeOf(parts);
	const { now } = parts.settings;
	const moment = now();
	const endsAt = session.endsAt.getTime();
	try {
		await sessions.insert({
			id: grantId,
			secretHash: await parts.platform.sha256(randomText(32, parts.platform.randomBytes)),
			userId: session.user.id,
			...session.identity,
			createdAt: session.createdAt.getTime(),
			authenticatedAt: session.authenticatedAt.getTime(),
			lastSeenAt: moment,
			expiresAt: Math.min(moment + 6e5, endsAt),
			endsAt,
			acr: session.acr,
			sealedIdToken: null,
			userAgent: null,
			clientAddress: null,
			details: writeDetails({
				isSilent: session.isSilent,
				claims: session.claims,
				clientId: client.id
			})
		});
	} catch (error) {
		if (!await findGrant(parts, grantId)) throw error;
	}
}
// node_modules/latchkey/dist/oauth/clients/single-parameters.js
var LONGEST = 4096;
function singleParameters(source) {
	return (name) => {
		const values = source.getAll(name);
		if (values.length > 1) throw invalidRequest(`${name} is given ${values.length} times.`);
		const [value = ""] = values;
		if (value.length > LONGEST) throw invalidRequest(`${name} has more than ${LONGEST} characters.`);
		return value === "" ? null : value;
	};
}
/** The parameter, which must be there. */
function required(read, name) {
	const value = read(name);
	if (value === null) throw invalidRequest(`${name} is missing.`);
	return value;
}
/** For what is no secret. */
function invalidRequest(detail, value) {
	const found = value === void 0 ? "" : ` Found ${foundValue(value, 60)}`;
	return new LatchkeyError("client_request_invalid", { detail: `${detail}${found}` });
}
// node_modules/latchkey/dist/oauth/clients/authorization-request.js
/** Also the form of the verifier: 43 to 128 characters (RFC 7636 §4.1); a SHA-256 has 43. */
var SHA256 = /^[\w-]{43}$/;
/** Throws `client_unknown`, `client_redirect_uri_unknown`, `client_request_invalid`: for a page of ours, never a redirect. */
function readAnswerTarget(query, clients) {
	const read = singleParameters(query);
	const client = knownClient(clients, required(read, "client_id"));
	const redirectUri = read("redirect_uri") ?? onlyRedirectUri(client);
	if (!isRegisteredRedirect(client.redirectUris, redirectUri)) throw new LatchkeyError("client_redirect_uri_unknown", { detail: `The client "${client.id}" has no redirect URI ${foundValue(redirectUri)}; it has ${client.redirectUris.map((uri) => foundValue(uri)).join(", ") || "none"}.` });
	return {
		client,
		redirectUri,
		state: read("state")
	};
}
/** Throws what the client is told at its redirect URI. */
function readClientAuthorization(query, target) {
	const read = singleParameters(query);
	const responseType = required(read, "response_type");
	if (responseType !== "code") throw new LatchkeyError("client_response_type_unsupported", { detail: `response_type must be code. Found ${foundValue(responseType, 60)}` });
	const responseMode = read("response_mode") ?? "query";
	if (responseMode !== "query") throw invalidRequest("response_mode must be query.", responseMode);
	checkNoScope(read("scope"));
	return {
		...target,
		challenge: readChallenge(read("code_challenge"), read("code_challenge_method")),
		maxAgeSeconds: readMaxAge(read("max_age")),
		thumbprint: readThumbprint(read("dpop_jkt"))
	};
}
/** Throws `client_unknown`. */
function knownClient(clients, id) {
	const client = clients.find((one) => one.id === id);
	if (client) return client;
	throw new LatchkeyError("client_unknown", { detail: `No client has the id ${foundValue(id, 80)}.` });
}
/** A session has no parts that could be asked for one by one; an answer without them would be another than was asked for. */
function checkNoScope(scope) {
	if (scope === null) return;
	throw new LatchkeyError("client_scope_unsupported", { detail: `Found scope ${foundValue(scope, 80)}` });
}
function onlyRedirectUri({ redirectUris }) {
	const [only] = redirectUris;
	if (only === void 0 || redirectUris.length > 1) throw invalidRequest("redirect_uri is missing.");
	return only;
}
function readChallenge(challenge, method) {
	if (challenge === null) throw invalidRequest("code_challenge is missing: PKCE is needed (RFC 7636).");
	if (method !== "S256") throw invalidRequest("code_challenge_method must be S256.", method ?? "nothing, which means plain");
	if (!SHA256.test(challenge)) throw invalidRequest("code_challenge is no SHA-256 in base64url.");
	return challenge;
}
function readMaxAge(maxAge) {
	if (maxAge === null) return null;
	if (!/^[1-9]\d{0,7}$/.test(maxAge)) throw invalidRequest("max_age must be seconds, at least 1.", maxAge);
	return Number(maxAge);
}
function readThumbprint(thumbprint) {
	if (thumbprint === null || SHA256.test(thumbprint)) return thumbprint;
	throw invalidRequest("dpop_jkt is no SHA-256 thumbprint in base64url.");
}
/** The same request once more, in one spelling: without what is not read. */
function authorizationQuery(asked) {
	return {
		response_type: "code",
		client_id: asked.client.id,
		redirect_uri: asked.redirectUri,
		code_challenge: asked.challenge,
		code_challenge_method: "S256",
		...asked.state === null ? {} : { state: asked.state },
		...asked.maxAgeSeconds === null ? {} : { max_age: String(asked.maxAgeSeconds) },
		...asked.thumbprint === null ? {} : { dpop_jkt: asked.thumbprint }
	};
}
/** The address of the answer: the query that the redirect URI has is kept (RFC 6749 §4.1.2, RFC 9207 §2). */
function answerUrl({ redirectUri, state }, issuer, answer) {
	const query = new URLSearchParams({
		...answer,
		...state === null ? {} : { state },
		iss: issuer
	});
	return `${redirectUri}${redirectUri.includes("?") ? "&" : "?"}${query}`;
}
// node_modules/latchkey/dist/oauth/clients/token-request.js
var DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
/** RFC 7636 §4.1 */
var VERIFIER = /^[A-Za-z0-9\-._~]{43,128}$/;
/** Throws `client_*`. */
function readTokenRequest(form, clients) {
	const read = singleParameters(form);
	const grantType = required(read, "grant_type");
	const client = readClient(read, clients);
	checkNoScope(read("scope"));
	if (grantType === "authorization_code") return codeRequest(read, client);
	if (grantType === "refresh_token") return {
		grant: "refresh",
		client,
		refreshToken: required(read, "refresh_token")
	};
	if (grantType === "urn:ietf:params:oauth:grant-type:device_code") {
		checkMayUseDevices(client);
		return {
			grant: "device",
			client,
			deviceCode: required(read, "device_code")
		};
	}
	throw new LatchkeyError("client_grant_type_unsupported", { detail: `grant_type must be authorization_code, refresh_token or ${DEVICE_GRANT}. Found ${foundValue(grantType, 80)}` });
}
/** Throws `client_unknown`, and `client_not_public` for one that brings a secret. */
function readClient(read, clients) {
	if (read("client_secret") !== null || read("client_assertion") !== null) throw new LatchkeyError("client_not_public");
	return knownClient(clients, required(read, "client_id"));
}
/** Throws `client_not_allowed`. */
function checkMayUseDevices({ id, device }) {
	if (device) return;
	throw new LatchkeyError("client_not_allowed", { detail: `The client "${id}" is not configured with device: true.` });
}
function codeRequest(read, client) {
	const verifier = required(read, "code_verifier");
	if (!VERIFIER.test(verifier)) throw invalidRequest("code_verifier must have 43 to 128 of the characters A-Z a-z 0-9 - . _ ~.");
	return {
		grant: "code",
		client,
		code: required(read, "code"),
		verifier,
		redirectUri: read("redirect_uri")
	};
}
// node_modules/latchkey/dist/flows/clients/client-answer.js
/** Runs a story of an endpoint; what it throws becomes the error answer, and a line of the log. */
async function answerClient(parts, visit, run) {
	checkClientsAreServed(parts);
	try {
		checkPublic(visit);
		return await run();
	} catch (thrown) {
		return refuseClient(parts, visit, thrown);
	}
}
/** RFC 6749 §5.1: nothing of it may be kept by a cache. */
function clientJson(body, status = 200) {
	return json(body, {
		status,
		headers: { pragma: "no-cache" }
	});
}
async function refuseClient(parts, visit, thrown) {
	const error = thrown instanceof LatchkeyError ? thrown : new LatchkeyError("unexpected", { cause: thrown });
	await report(parts, visit, {
		type: "refused",
		code: error.code,
		status: error.status,
		provider: null,
		userId: null,
		detail: error.detail ?? null,
		causes: describeCauses(error.cause)
	});
	const isOurs = error.status >= 500;
	return json({
		error: oauthErrorOf(error),
		error_description: isOurs ? error.forPerson : describeForClient(error),
		referenceId: visit.referenceId
	}, {
		status: error.status,
		headers: headersOf(error)
	});
}
function headersOf({ status, retryAfterSeconds }) {
	return {
		pragma: "no-cache",
		...status === 401 ? { "www-authenticate": "Basic realm=\"clients have no secret\"" } : {},
		...retryAfterSeconds ? { "retry-after": String(retryAfterSeconds) } : {}
	};
}
/** RFC 6749 §2.3: one way of authentication at most, and a public client has none. */
function checkPublic({ request }) {
	if (!request.headers.has("authorization")) return;
	throw new LatchkeyError("client_not_public", { detail: "The request has an Authorization header: send client_id in the body, and nothing else." });
}
// node_modules/latchkey/dist/flows/clients/authorization-code.js
var CODE_SECONDS = 60;
async function sealCode(parts, asked, sessionId) {
	const moment = parts.settings.now();
	const payload = {
		i: timeOrderedHandle(moment, parts.platform),
		s: sessionId,
		c: asked.client.id,
		r: asked.redirectUri,
		h: asked.challenge,
		...asked.thumbprint === null ? {} : { j: asked.thumbprint }
	};
	return parts.seal.seal("client-code", payload, { expiresAt: moment + CODE_SECONDS * 1e3 });
}
/** Null for what is no code of ours; one that has expired says so. */
async function openCode(parts, code) {
	const opened = await parts.seal.open("client-code", code, { now: parts.settings.now() });
	if (opened.state === "valid") return {
		...opened.payload,
		expiresAt: opened.expiresAt
	};
	return opened.state === "expired" ? "expired" : null;
}
// node_modules/latchkey/dist/flows/clients/end-reused.js
async function endReused(parts, visit, sessionId) {
	const { sessions } = storeOf(parts);
	const found = await sessions.find(sessionId);
	if (!found || !await sessions.delete(sessionId)) return;
	await report(parts, visit, {
		type: "session_ended",
		userId: found.session.userId,
		sessionId,
		by: "reuse"
	});
}
// node_modules/latchkey/dist/flows/clients/issue-tokens.js
/** The answer of the token endpoint (RFC 6749 §5.1, RFC 9449 §5). */
async function issueTokens(parts, issue) {
	const { now, accessTokenSeconds } = parts.settings;
	const { client, sessionToken, thumbprint, endsAt } = issue;
	const moment = now();
	const accessEndsAt = Math.min(moment + accessTokenSeconds * 1e3, endsAt);
	const grant = {
		token: sessionToken,
		clientId: client.id,
		thumbprint
	};
	return clientJson({
		access_token: await parts.bearer.seal(grant, accessEndsAt),
		token_type: thumbprint === null ? "Bearer" : "DPoP",
		expires_in: Math.floor((accessEndsAt - moment) / 1e3),
		refresh_token: await sealRefreshToken(parts, issue, moment)
	});
}
/** Until when a refresh token that is made now can be used, as far as the session's idle time goes. */
function refreshEndOf({ settings }, moment, endsAt) {
	return Math.min(moment + settings.idleSeconds * 1e3, endsAt);
}
async function sealRefreshToken(parts, issue, moment) {
	const { client, sessionToken, thumbprint, endsAt, parent } = issue;
	const payload = {
		t: sessionToken,
		c: client.id,
		i: randomText(12, parts.platform.randomBytes),
		p: parent,
		...thumbprint === null ? {} : { j: thumbprint }
	};
	return parts.seal.seal("client-refresh", payload, { expiresAt: refreshEndOf(parts, moment, endsAt) });
}
// node_modules/latchkey/dist/flows/clients/key-of-request.js
/** Its thumbprint; null for an ordinary token. Throws `dpop_proof_invalid`. */
async function keyOf(parts, { request, place }, { client, bound }) {
	const proof = request.headers.get("dpop");
	if (proof === null && bound === null && !client.requireDpop) return null;
	if (proof === null) throw new LatchkeyError("dpop_proof_invalid", { detail: client.requireDpop ? `The client "${client.id}" is configured with requireDpop, and the request has no DPoP header.` : "This grant is bound to a key, and the request has no DPoP header." });
	const { now, clockToleranceSeconds } = parts.settings;
	const { thumbprint } = await verifyDpopProof(proof, {
		method: request.method,
		url: `${place.origin}${pathTo(parts, "/token")}`,
		now: now(),
		clockToleranceSeconds,
		accessToken: null,
		thumbprint: bound,
		useOnce: (mark, expiresAt) => storeOf(parts).marks.useOnce(mark, expiresAt),
		isNonceKnown: null
	});
	return thumbprint;
}
// node_modules/latchkey/dist/flows/clients/start-client-session.js
/** Throws `client_grant_invalid` where that session has ended. */
async function startClientSession(parts, visit, { id, client, sourceId }) {
	const { session: record, user } = await livingSession$1(parts, sourceId);
	const { provider, issuer, subject, providerSessionId } = record;
	const { isSilent, claims } = readDetails(record.details);
	const started = await parts.sessions.start({
		...id !== void 0 && { id },
		user,
		identity: {
			provider,
			issuer,
			subject,
			providerSessionId
		},
		acr: record.acr,
		authenticatedAt: record.authenticatedAt,
		isSilent,
		claims,
		sealedIdToken: null,
		clientId: client.id,
		continues: {
			createdAt: new Date(record.createdAt),
			endsAt: new Date(record.endsAt)
		},
		...deviceOf(visit)
	});
	try {
		await livingSession$1(parts, sourceId);
	} catch (error) {
		await parts.sessions.end(started.session);
		throw error;
	}
	await report(parts, visit, {
		type: "signed_in",
		userId: user.id,
		sessionId: started.session.id,
		provider,
		intent: "client",
		clientId: client.id
	});
	return started;
}
async function livingSession$1(parts, sessionId) {
	const found = await storeOf(parts).sessions.find(sessionId);
	const moment = parts.settings.now();
	if (found && found.session.expiresAt > moment && found.session.endsAt > moment) return found;
	throw new LatchkeyError("client_grant_invalid", { detail: "The session in which the person allowed this has ended." });
}
// node_modules/latchkey/dist/flows/clients/redeem-code.js
/** A mark outlives its code by more than the clocks of two servers differ. */
var CLOCKS_DIFFER_MILLISECONDS$1 = 6e4;
async function redeemCode(parts, visit, asked) {
	const code = await checkCode(parts, asked);
	const thumbprint = await keyOf(parts, visit, {
		client: asked.client,
		bound: code.j ?? null
	});
	const { marks } = storeOf(parts);
	const [used, again] = [`client-code:${code.i}`, `client-code-again:${code.i}`];
	const expiresAt = code.expiresAt + CLOCKS_DIFFER_MILLISECONDS$1;
	if (!await marks.useOnce(used, expiresAt)) {
		await marks.useOnce(again, expiresAt);
		await endReused(parts, visit, code.i);
		throw usedBefore$1();
	}
	const { client } = asked;
	const { session, token } = await startClientSession(parts, visit, {
		id: code.i,
		client,
		sourceId: code.s
	});
	if (await marks.isUsed(again)) {
		await endReused(parts, visit, code.i);
		throw usedBefore$1();
	}
	return issueTokens(parts, {
		client,
		sessionToken: token,
		endsAt: session.endsAt.getTime(),
		thumbprint,
		parent: null
	});
}
async function checkCode(parts, asked) {
	const code = await openCode(parts, asked.code);
	if (code === null) throw invalid$2("The code was not issued here");
	if (code === "expired") throw invalid$2("The code has expired: it lives for a minute");
	if (code.c !== asked.client.id) throw invalid$2("The code was issued to another client");
	if (asked.redirectUri !== null && asked.redirectUri !== code.r) throw invalid$2("redirect_uri is not the one of the authorization request");
	if (!parts.platform.equals(code.h, await parts.platform.sha256(asked.verifier))) throw invalid$2("code_verifier does not fit the code_challenge");
	return code;
}
function usedBefore$1() {
	return invalid$2("The code was used before; the session that came of it has ended");
}
function invalid$2(what) {
	return new LatchkeyError("client_grant_invalid", { detail: `${what}.` });
}
// node_modules/latchkey/dist/flows/clients/redeem-device-code.js
async function redeemDeviceCode(parts, visit, { client, deviceCode }) {
	const grantId = await openDeviceCode(parts, client.id, deviceCode);
	if (parts.devicePolls.isTooFast(grantId)) return notYet("slow_down");
	if (await isDenied(parts, grantId)) throw new LatchkeyError("client_denied");
	if (await isRedeemed(parts, grantId)) throw invalid$1("The device code was used before");
	if (!await findGrant(parts, grantId)) return notYet("authorization_pending");
	const thumbprint = await keyOf(parts, visit, {
		client,
		bound: null
	});
	if (!await markRedeemed(parts, grantId)) throw invalid$1("The device code was used before");
	const { session, token } = await startClientSession(parts, visit, {
		client,
		sourceId: grantId
	});
	await storeOf(parts).sessions.delete(grantId);
	return issueTokens(parts, {
		client,
		sessionToken: token,
		endsAt: session.endsAt.getTime(),
		thumbprint,
		parent: null
	});
}
/** The handle of its grant. */
async function openDeviceCode(parts, clientId, deviceCode) {
	const opened = await parts.seal.open("device-code", deviceCode, { now: parts.settings.now() });
	if (opened.state === "invalid") throw invalid$1("The device code was not issued here");
	if (opened.payload.c !== clientId) throw invalid$1("The device code was issued to another client");
	if (opened.state === "expired") throw new LatchkeyError("device_code_expired");
	return opened.payload.g;
}
function notYet(error) {
	return clientJson({
		error,
		error_description: error === "slow_down" ? `Ask every 5 seconds, and 5 seconds less often from now on.` : "The person has not answered yet."
	}, 400);
}
function invalid$1(what) {
	return new LatchkeyError("client_grant_invalid", { detail: `${what}.` });
}
// node_modules/latchkey/dist/flows/clients/redeem-refresh-token.js
/** Marks outlive the tokens that they are about by more than the clocks of two servers differ. */
var CLOCKS_DIFFER_MILLISECONDS = 6e4;
async function redeemRefreshToken(parts, visit, { client, refreshToken }) {
	const { now } = parts.settings;
	const opened = await parts.seal.open("client-refresh", refreshToken, { now: now() });
	if (opened.state === "invalid") throw invalid("The refresh token was not issued here");
	if (opened.state === "expired") throw invalid("The refresh token has expired");
	const { payload } = opened;
	if (payload.c !== client.id) throw invalid("The refresh token was issued to another client");
	const thumbprint = await keyOf(parts, visit, {
		client,
		bound: payload.j ?? null
	});
	const { session } = await livingSession(parts, visit, payload);
	const endsAt = session.endsAt.getTime();
	if (!await isUsable(parts, payload, refreshEndOf(parts, now(), endsAt))) {
		await endReused(parts, visit, session.id);
		throw invalid("The refresh token was used before, so its session was ended");
	}
	return issueTokens(parts, {
		client,
		sessionToken: payload.t,
		endsAt,
		thumbprint,
		parent: payload.i
	});
}
async function livingSession(parts, visit, { t }) {
	const read = await parts.sessions.read(t, () => deviceOf(visit));
	if (!read) throw invalid("The session has ended");
	if (!await parts.people.has(read.session)) throw invalid("The user does not exist any more");
	return read;
}
/** Marks it as used. False: a later one of its line was used before, or a twin of it was. */
async function isUsable(parts, { i, p }, lastUse) {
	const { marks } = storeOf(parts);
	const expiresAt = lastUse + CLOCKS_DIFFER_MILLISECONDS;
	const isFirst = await marks.useOnce(`client-refresh:${i}`, expiresAt);
	const isChosen = p === null || await marks.useOnce(`client-refresh-next:${p}`, expiresAt);
	if (isFirst) return isChosen;
	return !await marks.isUsed(`client-refresh-next:${i}`);
}
function invalid(what) {
	return new LatchkeyError("client_grant_invalid", { detail: `${what}.` });
}
// node_modules/latchkey/dist/flows/clients/answer-token-request.js
var MOST_BYTES$5 = 16384;
function answerTokenRequest(parts, visit) {
	return answerClient(parts, visit, async () => {
		const asked = readTokenRequest(await readForm(visit.request, MOST_BYTES$5), parts.settings.clients);
		if (asked.grant === "code") return redeemCode(parts, visit, asked);
		if (asked.grant === "refresh") return redeemRefreshToken(parts, visit, asked);
		return redeemDeviceCode(parts, visit, asked);
	});
}
// node_modules/latchkey/dist/flows/clients/authorize-client.js
async function authorizeClient(parts, visit) {
	const elsewhere = atItsOneName(parts, visit);
	if (elsewhere) return redirect(elsewhere);
	return answerAuthorization(parts, visit, async (asked) => {
		const { session } = await sessionOf(parts, visit);
		const signIn = signInPath(parts, asked, session);
		if (signIn !== null || !session) return redirect(signIn ?? pathTo(parts, "/login"));
		if (redirectKind(asked.redirectUri) !== "https") return askForYes(parts, visit, {
			asked,
			session
		});
		return redirect(await codeUrl(parts, visit, {
			asked,
			session
		}));
	});
}
/** `POST /auth/authorize`: the yes or no of that page, in the very session that it was shown to. */
async function confirmClient(parts, visit) {
	return answerAuthorization(parts, visit, async (asked) => {
		const query = visit.url.searchParams;
		const { session } = await sessionOf(parts, visit);
		if (!(session !== null && session.id === query.get("session")) || signInPath(parts, asked, session) !== null) return redirect(requestPath(parts, asked));
		if (query.get("decision") !== "allow") throw new LatchkeyError("client_denied");
		return redirect(await codeUrl(parts, visit, {
			asked,
			session
		}));
	});
}
/** What is wrong with the client or its address is a page of ours; all else the client is told at that address. */
async function answerAuthorization(parts, visit, answer) {
	checkClientsAreServed(parts, "code");
	const target = readAnswerTarget(visit.url.searchParams, parts.settings.clients);
	try {
		return await answer(readClientAuthorization(visit.url.searchParams, target));
	} catch (error) {
		if (error instanceof LatchkeyError && error.code.startsWith("client_")) return refuseAtClient(parts, visit, {
			target,
			error
		});
		throw error;
	}
}
async function codeUrl(parts, visit, { asked, session }) {
	return answerUrl(asked, issuerOf(parts, visit.place), { code: await sealCode(parts, asked, session.id) });
}
async function askForYes(parts, visit, { asked, session }) {
	const { client, redirectUri } = asked;
	const answer = (decision) => pathTo(parts, "/authorize", {
		...authorizationQuery(asked),
		session: session.id,
		decision
	});
	const { name, email } = session.user;
	return answerPage(visit, await parts.pages.clientConfirm({
		frame: await frameOf(parts, visit),
		client: {
			id: client.id,
			name: client.name
		},
		isOnThisDevice: redirectKind(redirectUri) === "loopback",
		user: {
			name,
			email
		},
		allow: { action: answer("allow") },
		deny: { action: answer("deny") },
		otherAccountHref: pathTo(parts, "/login", { returnTo: requestPath(parts, asked) })
	}), { formTargets: [formTargetOf(redirectUri)] });
}
/** Null where the session is there and recent enough; else where the person signs in. */
function signInPath(parts, asked, session) {
	const returnTo = requestPath(parts, asked);
	if (!session) return pathTo(parts, "/login", { returnTo });
	const { maxAgeSeconds } = asked;
	if (maxAgeSeconds === null || satisfies(session, { maxAgeSeconds }, parts.settings.now())) return null;
	return pathTo(parts, "/login", {
		returnTo,
		maxAge: String(maxAgeSeconds)
	});
}
/** This request as the place to return to. Throws `client_request_invalid` where it has no room there. */
function requestPath(parts, asked) {
	const path = pathTo(parts, "/authorize", authorizationQuery(asked));
	if (safeReturnPath(path) === path) return path;
	throw new LatchkeyError("client_request_invalid", { detail: `The request has ${path.length} bytes, and must have at most 512 to survive the sign-in: shorten state.` });
}
async function refuseAtClient(parts, visit, { target, error }) {
	await report(parts, visit, {
		type: "refused",
		code: error.code,
		status: error.status,
		provider: null,
		userId: null,
		detail: error.detail ?? null,
		causes: describeCauses(error.cause)
	});
	return redirect(answerUrl(target, issuerOf(parts, visit.place), {
		error: oauthErrorOf(error),
		error_description: describeForClient(error)
	}));
}
/** What the Content-Security-Policy must let the form lead to. It has no word for an IPv6 address. */
function formTargetOf(redirectUri) {
	const { protocol, hostname } = new URL(redirectUri);
	return protocol === "http:" && !hostname.startsWith("[") ? `http://${hostname}:*` : protocol;
}
// node_modules/latchkey/dist/flows/clients/begin-device.js
var MOST_BYTES$4 = 16384;
function beginDevice(parts, visit) {
	return answerClient(parts, visit, async () => {
		const read = singleParameters(await readForm(visit.request, MOST_BYTES$4));
		const client = readClient(read, parts.settings.clients);
		checkMayUseDevices(client);
		checkNoScope(read("scope"));
		let userCode;
		let grantId;
		do {
			userCode = makeUserCode(parts.platform.randomBytes);
			grantId = await grantIdOf(parts, userCode);
		} while (!await markGiven(parts, client, grantId));
		const payload = {
			g: grantId,
			c: client.id
		};
		const expiresAt = parts.settings.now() + 6e5;
		const page = `${visit.place.origin}${pathTo(parts, "/device")}`;
		return clientJson({
			device_code: await parts.seal.seal("device-code", payload, { expiresAt }),
			user_code: userCode,
			verification_uri: page,
			verification_uri_complete: `${page}?${new URLSearchParams({ user_code: userCode })}`,
			expires_in: 600,
			interval: 5
		});
	});
}
// node_modules/latchkey/dist/flows/clients/revoke-client-token.js
var MOST_BYTES$3 = 16384;
function revokeClientToken(parts, visit) {
	return answerClient(parts, visit, async () => {
		const read = singleParameters(await readForm(visit.request, MOST_BYTES$3));
		const client = readClient(read, parts.settings.clients);
		const held = await openToken(parts, required(read, "token"));
		if (held && held.clientId !== client.id) throw new LatchkeyError("client_not_allowed", { detail: "The token was issued to another client." });
		if (held) await endSession(parts, visit, held.token);
		return new Response(null, {
			status: 200,
			headers: { "cache-control": "no-store" }
		});
	});
}
async function endSession(parts, visit, token) {
	const read = await parts.sessions.read(token);
	if (!read) return;
	const { id: sessionId, user, identity } = read.session;
	await parts.sessions.end(read.session);
	await report(parts, visit, {
		type: "signed_out",
		userId: user.id,
		sessionId,
		provider: identity.provider
	});
	if (parts.settings.revokeTokensAtSignOut) await revokeAfterLastSession(parts, visit.place, user.id);
}
/** Whichever of both it is: `token_type_hint` would only say where to look first. */
async function openToken(parts, token) {
	const access = await parts.bearer.open(token);
	if (access) return access;
	const opened = await parts.seal.open("client-refresh", token, { now: parts.settings.now() });
	return opened.state === "valid" ? {
		token: opened.payload.t,
		clientId: opened.payload.c
	} : null;
}
// node_modules/latchkey/dist/oauth/clients/server-metadata.js
/** The document. `issuer` is where the routes live, such as `https://app.example.com/auth`. */
function serverMetadata(issuer, clients) {
	const hasDevices = clients.some(({ device }) => device);
	const hasCodes = clients.some(({ redirectUris }) => redirectUris.length > 0);
	return {
		issuer,
		authorization_endpoint: `${issuer}/authorize`,
		token_endpoint: `${issuer}/token`,
		...hasDevices && { device_authorization_endpoint: `${issuer}/device` },
		revocation_endpoint: `${issuer}/revoke`,
		response_types_supported: hasCodes ? ["code"] : [],
		response_modes_supported: ["query"],
		grant_types_supported: [
			...hasCodes ? ["authorization_code"] : [],
			"refresh_token",
			...hasDevices ? [DEVICE_GRANT] : []
		],
		token_endpoint_auth_methods_supported: ["none"],
		revocation_endpoint_auth_methods_supported: ["none"],
		code_challenge_methods_supported: ["S256"],
		authorization_response_iss_parameter_supported: true,
		dpop_signing_alg_values_supported: dpopAlgorithms
	};
}
// node_modules/latchkey/dist/flows/clients/show-server-metadata.js
async function showServerMetadata(parts, visit) {
	checkClientsAreServed(parts);
	return json(serverMetadata(issuerOf(parts, visit.place), parts.settings.clients), { headers: {
		"cache-control": "public, max-age=300",
		"access-control-allow-origin": "*"
	} });
}
// node_modules/latchkey/dist/flows/sign-in/proven-moment.js
/** The provider's `auth_time`; else now, after a round trip in which it was asked, in its own declared way, to ask the person again. */
function provenMoment({ settings }, answer) {
	const now = settings.now();
	const { ready, attempt, tokens } = answer;
	const authTime = tokens.idTokenClaims?.auth_time;
	const latest = now / 1e3 + settings.clockToleranceSeconds;
	if (typeof authTime === "number" && authTime > 0 && authTime <= latest) return Math.min(authTime * 1e3, now);
	const isAsked = attempt.demand.maxAgeSeconds !== void 0 && attempt.intent.kind !== "silent";
	const isDeclared = ready.provider.deviations.reauthentication !== void 0;
	return isAsked && isDeclared ? now : 0;
}
/**
* Whether the answer is as recent as was asked. Throws `provider_freshness_unproven`, before anything is stored. A sign-in that
* no session waits for goes on without a moment: the guards look at it again.
*/
function checkProvenMoment(parts, answer) {
	const { demand, intent } = answer.attempt;
	if (demand.maxAgeSeconds === void 0) return;
	const moment = provenMoment(parts, answer);
	if (moment === 0) {
		const authTime = answer.tokens.idTokenClaims?.auth_time;
		if (intent.kind !== "confirm" && !authTime) return;
		throw unproven(answer, authTime === void 0 ? "it has no auth_time" : "its auth_time is not a past moment");
	}
	const { clockToleranceSeconds, now } = parts.settings;
	const age = Math.floor((now() - moment) / 1e3);
	if (age > demand.maxAgeSeconds + clockToleranceSeconds) throw unproven(answer, `its auth_time is ${age} seconds ago, and ${demand.maxAgeSeconds} were asked for`);
}
function unproven({ ready: { provider } }, what) {
	const remedy = provider.deviations.reauthentication === void 0 ? ` Where this provider cannot say when, name what makes it ask again: reauthentication: { prompt: 'login' }, or the variable ${variableOf(provider.id)}_REAUTHENTICATION=prompt=login (with OIDC_ before it for those of OIDC_PROVIDERS).` : "";
	return new LatchkeyError("provider_freshness_unproven", { detail: `The answer of ${provider.id} proves no recent sign-in: ${what}.${remedy}` });
}
// node_modules/latchkey/dist/flows/session/named-claims.js
/** As JSON. They are read with the session. */
var MOST_CHARACTERS = 16e3;
/** Throws `session_too_large`. */
function namedClaims({ settings }, claims) {
	const named = settings.sessionClaims.filter((name) => Object.hasOwn(claims, name));
	const text = JSON.stringify(Object.fromEntries(named.map((name) => [name, claims[name]])));
	if (text.length <= MOST_CHARACTERS) return JSON.parse(text);
	throw new LatchkeyError("session_too_large", { detail: `The claims ${named.join(", ")} have ${text.length} characters as JSON, and at most ${MOST_CHARACTERS} are kept.` });
}
// node_modules/latchkey/dist/flows/session/sign-in-facts.js
var MOST_ACR_CHARACTERS = 255;
/** Throws `session_too_large`, and what `fieldsFrom` throws. */
async function factsOf(parts, answer) {
	const { acr, session_expiry } = answer.tokens.idTokenClaims ?? {};
	const { ready, identity } = answer;
	return {
		acr: typeof acr === "string" && acr.length <= MOST_ACR_CHARACTERS && isStorable(acr) ? acr : null,
		authenticatedAt: provenMoment(parts, answer),
		endsBefore: typeof session_expiry === "number" ? session_expiry * 1e3 : null,
		isSilent: answer.attempt.intent.kind === "silent",
		claims: namedClaims(parts, identity.claims),
		fields: await fieldsOf(parts, identity, contextOf$1(ready.provider, identity))
	};
}
/** Room for the cookie's name and attributes. */
var MOST_SEALED_CHARACTERS = 3800;
/** The Set-Cookie value. Throws `session_too_large`. */
async function keepPending(parts, visit, pending) {
	const { pendingLink, secure } = visit.place.cookies;
	const value = await sealPending(parts, pending);
	return setCookie(pendingLink, value, {
		maxAgeSeconds: 600,
		secure
	});
}
async function sealPending(parts, pending) {
	const { identity, facts, since } = pending;
	const expiresAt = Math.min(since + 6e5, facts.endsBefore ?? Number.POSITIVE_INFINITY);
	for (const shorter of [
		identity,
		{
			...identity,
			picture: null
		},
		{
			...identity,
			picture: null,
			name: null
		}
	]) {
		const value = await parts.seal.seal("pending-link", {
			...pending,
			identity: shorter
		}, { expiresAt });
		if (value.length <= MOST_SEALED_CHARACTERS) return value;
	}
	const sizes = Object.entries({
		...facts.claims,
		...facts.fields
	}).map(([name, value]) => `${name} (${JSON.stringify(value)?.length ?? 0} characters)`).join(", ");
	throw new LatchkeyError("session_too_large", { detail: `The identity that waits to be linked: ${sizes}` });
}
/** Null where none waits, or no longer. */
async function openPending(parts, visit) {
	const value = readCookie(visit.cookieHeader, visit.place.cookies.pendingLink);
	if (!value) return null;
	const opened = await parts.seal.open("pending-link", value, { now: parts.settings.now() });
	return opened.state === "valid" ? opened.payload : null;
}
/** Throws `account_link_expired`. */
async function getPending(parts, visit) {
	const pending = await openPending(parts, visit);
	if (!pending) throw new LatchkeyError("account_link_expired");
	return pending;
}
/** The Set-Cookie value that ends it. */
function endPending({ place }) {
	return clearCookie(place.cookies.pendingLink, { secure: place.cookies.secure });
}
// node_modules/latchkey/dist/flows/linking/guided-link.js
/** Ends a sign-in that found somebody's other account: keeps the identity and sends the browser to the offer. */
async function offerLink(parts, visit, offer) {
	const { identity, taken, outcome } = offer;
	const facts = await factsOf(parts, offer);
	const cookie = await keepPending(parts, visit, {
		identity: {
			...identity,
			claims: facts.claims
		},
		facts,
		userIds: [...new Set(outcome.candidates.map(({ userId }) => userId))],
		providerIds: [.../* @__PURE__ */ new Set([...listed(outcome.formerProvider), ...outcome.candidates.map(({ provider }) => provider)])],
		formerProvider: outcome.formerProvider,
		returnTo: taken.attempt.returnTo,
		since: parts.settings.now()
	});
	await report(parts, visit, {
		type: "link_offered",
		provider: identity.provider
	});
	return redirect(pathTo(parts, "/pending-link"), [taken.clearing, cookie]);
}
/** `GET /auth/pending-link`: the offer, or after signing in to the other account, the question. */
async function showPendingLink(parts, visit) {
	const pending = await openPending(parts, visit);
	if (!pending) return redirect(pathTo(parts, "/account"));
	const { session } = await sessionOf(parts, visit);
	const view = {
		frame: await frameOf(parts, visit),
		pending: await describe(visit, pending)
	};
	if (session && mayConfirm(parts, pending, session)) {
		const { name, email } = session.user;
		return answerPage(visit, await parts.pages.linkConfirm({
			...view,
			user: {
				name,
				email
			},
			yes: { action: pathTo(parts, "/pending-link/confirm") },
			no: { action: pathTo(parts, "/pending-link/decline") }
		}));
	}
	const returnTo = pathTo(parts, "/pending-link");
	const existing = (await visit.providers()).filter(({ id }) => pending.providerIds.includes(id));
	return answerPage(visit, await parts.pages.linkOffer({
		...view,
		isMigration: pending.formerProvider !== null,
		existing: existing.map((provider) => buttonOf(provider, pathTo(parts, `/login/${provider.id}`, { returnTo }))),
		separate: { action: pathTo(parts, "/pending-link/separate") }
	}));
}
/** `POST /auth/pending-link/confirm`: the explicit yes. */
async function confirmPendingLink(parts, visit) {
	const pending = await getPending(parts, visit);
	const { session } = await sessionOf(parts, visit);
	if (!session || !mayConfirm(parts, pending, session)) throw new LatchkeyError("session_not_fresh");
	const { identity } = pending;
	await addAccount(accountParts(parts, await visit.providers()), identity, session.user.id);
	await report(parts, visit, {
		type: "linked",
		provider: identity.provider,
		userId: session.user.id
	});
	const setCookies = await renewSession(parts, visit, session);
	return redirect(pending.returnTo, [endPending(visit), ...setCookies]);
}
/** `POST /auth/pending-link/decline`: stays signed in as before, adds nothing. */
async function declinePendingLink(_parts, visit) {
	return redirect("/", [endPending(visit)]);
}
/** `POST /auth/pending-link/separate`: a user of their own for the waiting identity. */
async function keepSeparate(parts, visit) {
	const pending = await getPending(parts, visit);
	const { identity, facts, since } = pending;
	const store = storeOf(parts);
	const mark = `pending:${await parts.platform.sha256(JSON.stringify([identity, since]))}`;
	if (await store.marks.isUsed(mark)) throw new LatchkeyError("account_link_expired");
	const providers = await visit.providers();
	const provider = providers.find(({ id }) => id === identity.provider);
	if (!provider) throw new LatchkeyError("account_link_expired");
	const outcome = await createUser(accountParts(parts, providers), identity, contextOf$1(provider, identity));
	if (outcome.kind !== "signed-in") throw new LatchkeyError("account_refused");
	const setCookies = await startSession(parts, visit, {
		user: outcome.user,
		isNew: outcome.isNew,
		intent: facts.isSilent ? "silent" : "login",
		identity,
		facts,
		answer: null,
		async settle() {
			if (!await store.marks.useOnce(mark, since + 6e5)) throw new LatchkeyError("account_link_expired");
		}
	});
	return redirect(pending.returnTo, [endPending(visit), ...setCookies]);
}
/** A sign-in here since the offer: a silent one, or one that the provider dates before it, is no proof. */
function mayConfirm({ settings }, pending, session) {
	const isOfCandidate = pending.userIds.includes(session.user.id) || session.identity.provider === pending.formerProvider;
	const isLater = session.createdAt.getTime() > pending.since;
	return isOfCandidate && isLater && hasSignedInSince(session, pending.since - settings.clockToleranceSeconds * 1e3);
}
function listed(id) {
	return id === null ? [] : [id];
}
async function describe(visit, { identity }) {
	const provider = (await visit.providers()).find(({ id }) => id === identity.provider);
	if (!provider) throw new LatchkeyError("account_link_expired");
	return {
		providerName: provider.name,
		brand: provider.brand,
		label: identity.email ?? identity.name ?? identity.subject
	};
}
// node_modules/latchkey/dist/flows/notifications/deletion-receipt.js
/** 26 characters of 5 bits: nobody guesses one. */
var CODE_CHARACTERS = 26;
var KEPT_DAYS = 180;
/** Only after everything was deleted. */
async function issueDeletionReceipt(parts, visit) {
	const code = readableText(CODE_CHARACTERS, parts.platform.randomBytes);
	const expiresAt = parts.settings.now() + KEPT_DAYS * 864e5;
	await storeOf(parts).marks.useOnce(await markOf(parts, code), expiresAt);
	return {
		code,
		url: `${visit.place.origin}${pathTo(parts, "/deletion-status", { code })}`
	};
}
/** `GET /auth/deletion-status?code=`: public, and says nothing about anybody. 404 for a code that was never given. */
async function showDeletionStatus(parts, visit) {
	const store = storeOf(parts);
	const code = visit.url.searchParams.get("code") ?? "";
	const isKnown = /^[0-9a-z]{26}$/.test(code) && await store.marks.isUsed(await markOf(parts, code));
	return answerPage(visit, await parts.pages.deletionStatus({
		frame: await frameOf(parts, visit),
		code: isKnown ? code : null,
		keptDays: KEPT_DAYS
	}), { status: isKnown ? 200 : 404 });
}
async function markOf({ platform }, code) {
	return `deletion:${await platform.sha256(code)}`;
}
// node_modules/latchkey/dist/accounts/forget-profile.js
/** What the person's other accounts say takes its place; what the application itself has set stays. */
async function forgetProfile({ store, ownUsers }, leaving) {
	const user = await store.users.find(leaving.userId);
	const others = (await store.users.listAccounts(leaving.userId)).filter(({ id }) => id !== leaving.id);
	if (!user || others.length === 0) return;
	const isTheirs = (field) => user[field] !== null && user[field] === leaving[field] && !others.some((other) => other[field] === user[field]);
	const replaced = (field) => isTheirs(field) ? others.find((other) => other[field] !== null)?.[field] ?? null : user[field];
	const email = replaced("email");
	const owner = others.find((other) => other.email === email);
	const profile = {
		email,
		emailVerified: isTheirs("email") ? email !== null && owner?.emailVerified === true : user.emailVerified,
		name: replaced("name"),
		picture: replaced("picture")
	};
	if (![
		"email",
		"name",
		"picture"
	].some(isTheirs)) return;
	await store.users.update(user.id, profile);
	await ownUsers?.update?.(user.id, profile);
}
// node_modules/latchkey/dist/flows/notifications/apply-notification.js
async function applyNotification(parts, visit, { providerId, issuer, event: { kind, type, subject } }) {
	if (kind === null) {
		logEvent(parts, visit, {
			event: "notification_unknown",
			level: "warn",
			provider: providerId,
			detail: `Acknowledged without effect: ${plainText(type, 80)}`
		});
		return;
	}
	const account = await storeOf(parts).users.findAccount({
		issuer,
		subject
	});
	const isNews = kind === "email-disabled" || kind === "email-enabled";
	const sessionIds = isNews ? [] : await endSessionsOfIdentity(parts, {
		issuer,
		subject
	});
	const outcome = isNews || !account ? "noted" : await letGo(parts, visit, {
		account,
		kind
	});
	await report(parts, visit, {
		type: "provider_notified",
		provider: providerId,
		userId: account?.userId ?? null,
		accountId: account?.id ?? null,
		notification: kind,
		outcome,
		sessionIds
	});
}
/** Tokens and link of an account that its provider will not vouch for any more. */
async function letGo(parts, visit, { account, kind }) {
	const store = storeOf(parts);
	const { id: accountId, userId, provider } = account;
	await store.tokens.delete(accountId);
	if (kind === "consent-revoked" && !await hasOtherWay(parts, visit, account)) return "kept";
	if (kind === "deletion-requested") await forgetProfile({
		store,
		ownUsers: parts.settings.users
	}, account);
	const outcome = await store.users.unlinkAccount(userId, accountId);
	if (outcome === "unlinked") await report(parts, visit, {
		type: "unlinked",
		userId,
		accountId,
		provider
	});
	if (outcome !== "last-account") return "unlinked";
	if (kind === "consent-revoked") return "kept";
	await report(parts, visit, {
		type: "user_deleted",
		userId,
		sessionIds: await deleteUser({
			store,
			ownUsers: parts.settings.users
		}, userId)
	});
	return "user-deleted";
}
async function hasOtherWay(parts, visit, account) {
	const { canSignInWith } = accountParts(parts, await visit.providers());
	return (await storeOf(parts).users.listAccounts(account.userId)).some((other) => other.id !== account.id && canSignInWith(other));
}
// node_modules/latchkey/dist/flows/notifications/receive-notification.js
var MOST_BYTES$2 = 65536;
/**
* `POST /auth/notifications/:provider`: 200, or 400 with `{error}` for what the provider did not sign, an old one or a replay;
* 501 without a store; 503 while store or provider fail, so that the provider tries again.
*/
async function receiveNotification(parts, visit, providerId) {
	const store = storeOf(parts);
	const { provider, client } = await parts.providers.get(providerId, visit, { issuer: "" });
	if (!provider.notifications) throw new LatchkeyError("request_not_found");
	const notification = await client.readNotification({
		body: await readText(visit.request, MOST_BYTES$2),
		mediaType: mediaTypeOf(visit.request),
		query: visit.url.searchParams
	});
	if (!notification) throw new LatchkeyError("request_not_found");
	const { issuer, id, events, expiresAt } = notification;
	const mark = `notification:${await parts.platform.sha256(JSON.stringify([issuer, id]))}`;
	if (await store.marks.isUsed(mark)) throw seenBefore();
	for (const event of events) await laterIfFailing(() => applyNotification(parts, visit, {
		providerId,
		issuer,
		event
	}));
	const receipt = events.some(({ kind }) => kind === "deletion-requested") ? await issueDeletionReceipt(parts, visit) : null;
	if (!await store.marks.useOnce(mark, expiresAt)) throw seenBefore();
	return json((receipt && provider.notifications.deletionAnswer?.(receipt)) ?? {});
}
/** Whatever fails while something is deleted, the application's own table included, is done by the provider's next try. */
async function laterIfFailing(work) {
	try {
		await work();
	} catch (cause) {
		throw cause instanceof LatchkeyError ? cause : new LatchkeyError("store_unavailable", { cause });
	}
}
function seenBefore() {
	return new LatchkeyError("provider_notification_invalid", { detail: "This notification was handled before." });
}
function mediaTypeOf({ headers }) {
	const [type = ""] = (headers.get("content-type") ?? "").split(";");
	return type.trim().toLowerCase();
}
// node_modules/latchkey/dist/flows/session/read-session.js
async function readSession(parts, visit) {
	const { session, setCookies } = await sessionOf(parts, visit);
	if (!session) return json(null);
	const { id, email, emailVerified, name, picture } = session.user;
	const body = {
		user: {
			id,
			email,
			emailVerified,
			name,
			picture
		},
		expiresAt: session.expiresAt.toISOString()
	};
	return json(body, { setCookies });
}
// node_modules/latchkey/dist/flows/sign-in/login-hints.js
/** What Latchkey itself reads of the query of `/auth/login/ID`. */
var ownParameters = /* @__PURE__ */ new Set([
	"returnTo",
	"maxAge",
	"acr"
]);
/** They change neither what is asked nor what is checked. */
var standardHints = [
	"login_hint",
	"ui_locales",
	"display"
];
var mostCharacters = 512;
/** @throws LatchkeyError `request_malformed` for a parameter that may not be passed on. */
function readLoginHints(query, provider) {
	const { login_hint: loginHint, prompt, ...params } = Object.fromEntries(hintsIn(query, provider));
	if (prompt === "none") throw malformed("prompt must not be none");
	return {
		params,
		...loginHint !== void 0 && { loginHint },
		...prompt !== void 0 && { prompt }
	};
}
/** The hints of a sign-in page's own address that this provider's button passes on; the others are another provider's. */
function hintQuery(query, { loginHints }) {
	const isPassedOn = (name) => standardHints.includes(name) || loginHints.includes(name);
	const passed = [...query].filter(([name, value]) => isPassedOn(name) && faultInHint(name, value) === null);
	return Object.fromEntries(passed);
}
function hintsIn(query, provider) {
	const { loginHints, loginPlace, deviations } = provider;
	const names = [...new Set(query.keys())].filter((name) => !ownParameters.has(name));
	const { parameterNames } = deviations;
	return names.flatMap((name) => {
		if (name === loginPlace?.parameter) return [];
		const isListed = standardHints.includes(name) || loginHints.includes(name);
		if (!isListed && (isProtocolParameter(name, parameterNames) || name === "prompt")) return [];
		const [value = "", ...repeated] = query.getAll(name);
		if (!isListed) throw malformed(`the parameter ${JSON.stringify(name.slice(0, 60))} is not passed on to ${provider.id}: name it in the provider’s loginHints, or leave it out`);
		if (repeated.length > 0) throw malformed(`the parameter ${name} is repeated`);
		const fault = faultInHint(name, value, deviations);
		if (fault !== null) throw malformed(fault);
		return [[name, value]];
	});
}
function faultInHint(name, value, { parameterNames } = {}) {
	if (value.length > mostCharacters) return `the parameter ${name} is longer than ${mostCharacters} characters`;
	const fault = faultInParameter(name, value, { declaredNames: parameterNames });
	return fault === null ? null : `the hint ${fault.replace(/^\./, "")}`;
}
function malformed(fault) {
	return new LatchkeyError("request_malformed", { detail: `The login cannot begin: ${fault}.` });
}
// node_modules/latchkey/dist/flows/sign-in/purpose-of-login.js
/** How recent the proof for a waiting identity must be; it was asked for just now. */
var PROOF_SECONDS = 600;
/** Throws `request_malformed`, `session_other_provider`. */
async function purposeOf(parts, visit, provider) {
	const login = { kind: "login" };
	if (provesPendingLink(parts, visit)) return {
		intent: login,
		demand: canReauthenticate(provider) ? { maxAgeSeconds: PROOF_SECONDS } : void 0
	};
	const demand = demandIn(visit.url.searchParams);
	if (!demand) return {
		intent: login,
		demand: void 0
	};
	const { session } = await sessionOf(parts, visit);
	if (!session) return {
		intent: login,
		demand
	};
	return {
		intent: confirmIntent(session, {
			provider,
			demand,
			providers: await visit.providers()
		}),
		demand
	};
}
function provesPendingLink(parts, visit) {
	const { cookieHeader, place } = visit;
	return returnTargetOf(parts, visit) === pathTo(parts, "/pending-link") && readCookie(cookieHeader, place.cookies.pendingLink) !== null;
}
// node_modules/latchkey/dist/flows/sign-in/show-sign-in.js
/** `GET /auth/login?returnTo=`; with `maxAge` or `acr` it asks the signed-in person to confirm. Programs get the list of providers. */
async function showSignIn(parts, visit) {
	const elsewhere = atItsOneName(parts, visit);
	if (elsewhere) return redirect(elsewhere);
	const query = visit.url.searchParams;
	const returnTo = returnTargetOf(parts, visit);
	if (acceptsJson(visit.request.headers)) return listProviders(parts, visit);
	const { user, session } = await sessionOf(parts, visit).catch(() => nobody);
	const silent = session ? null : await trySilently(parts, visit, returnTo);
	if (silent) return silent;
	const demand = session ? demandIn(query) : null;
	const list = await visit.providers();
	const offered = offeredProviders(parts.settings, list);
	const confirming = demand ? list.filter(({ id }) => id === session?.identity.provider) : [];
	const shown = confirming.length > 0 ? confirming : offered;
	const lastUsed = shown.length > 1 ? lastProviderIn(visit) : null;
	const frame = await frameOf(parts, visit);
	return answerPage(visit, await parts.pages.signIn({
		frame,
		providers: shown.map((provider) => buttonOf(provider, pathTo(parts, `/login/${provider.id}`, {
			returnTo,
			...demandQuery(demand ?? {}),
			...hintQuery(visit.url.searchParams, provider)
		}), provider.id === lastUsed)),
		signedInAs: user ? user.name ?? user.email ?? messageText(frame.language, "yourAccount") : null,
		isConfirmation: demand !== null,
		continueHref: user && !demand ? returnTo : null,
		notice: await noticeOf(visit)
	}));
}
/** For a front end that draws the buttons itself. */
async function listProviders(parts, visit) {
	const offered = offeredProviders(parts.settings, await visit.providers());
	const lastUsed = offered.length > 1 ? lastProviderIn(visit) : null;
	const providers = offered.map((provider) => {
		const { id, name, brand, placeField, isLastUsed } = buttonOf(provider, "", provider.id === lastUsed);
		return {
			id,
			name,
			brand,
			placeField,
			isLastUsed
		};
	});
	return json({ providers });
}
var nobody = {
	user: null,
	session: null
};
// node_modules/latchkey/dist/flows/sign-in/begin-login.js
/**
* `POST /auth/login/:provider?returnTo=`. GET only when the browser says that a page of ours leads there and that it is
* opened in a tab; else the sign-in page answers.
*/
async function beginLogin(parts, visit, providerId) {
	const { method, headers } = visit.request;
	const isOwnPage = isSameOrigin(headers, visit.place.origin) && navigationOf(headers) === "proven";
	if (method === "GET" && !isOwnPage) return showSignIn(parts, visit);
	if (isLoopbackTwin(headers, visit.place)) return redirect(signInAtItsName(parts, visit));
	if (!isOurSender(parts, visit)) throw crossSite(headers, visit.place);
	const provider = await parts.providers.find(providerId, visit);
	const which = await loginPlaceIn(visit, provider);
	const query = visit.url.searchParams;
	const returnTo = returnTargetOf(parts, visit);
	const { intent, demand } = await purposeOf(parts, visit, provider);
	const hints = readLoginHints(query, provider);
	return sendToProvider(parts, visit, {
		providerId,
		which,
		returnTo,
		intent,
		demand,
		hints
	});
}
/** The page with the buttons at the configured name, where the host hid that the browser stands at another. */
function signInAtItsName(parts, { url, place }) {
	return `${place.origin}${pathTo(parts, "/login", Object.fromEntries(url.searchParams))}`;
}
// node_modules/latchkey/dist/flows/attempt/read-callback.js
/** Throws `request_malformed` when it is not the one kind of answer that this provider gives. */
async function readCallback(parts, visit, provider) {
	const { deviations } = provider;
	const raw = await rawParameters(parts, visit, provider);
	const parameters = deviations.normalizeCallback?.(raw) ?? raw;
	for (const name of [
		"state",
		"code",
		"iss",
		"error"
	]) if (parameters.getAll(name).length > 1) throw new LatchkeyError("request_malformed", { detail: `The parameter ${name} is repeated.` });
	return parameters;
}
async function rawParameters(parts, visit, provider) {
	const query = visit.url.searchParams;
	const handoff = query.get("handoff");
	const isFormPost = provider.deviations.responseMode === "form_post";
	if (isFormPost !== (handoff !== null)) throw new LatchkeyError("request_malformed", { detail: isFormPost ? "A form_post answer was expected." : "This provider answers by query." });
	return handoff === null ? query : openHandoff(parts, handoff, provider);
}
// node_modules/latchkey/dist/flows/attempt/stray-refusal.js
/** @throws LatchkeyError `provider_refused` for an error that comes without state. */
function checkStrayRefusal(parameters) {
	if (parameters.get("state") || !parameters.get("error")) return;
	const { detail, refusal } = callbackRefusal(parameters);
	throw new LatchkeyError("provider_refused", {
		detail: `${detail} It came without state, so it belongs to no login that began here.`,
		refusal
	});
}
/** The same error; where the callback carried one of the provider's, with its words in the detail. */
function withProvidersWords(error, parameters) {
	if (!(error instanceof LatchkeyError && error.code.startsWith("attempt_")) || !parameters.get("error")) return error;
	const { detail, refusal } = callbackRefusal(parameters);
	return new LatchkeyError(error.code, {
		detail: [error.detail, detail].filter(Boolean).join(" "),
		refusal
	});
}
// node_modules/latchkey/dist/flows/sign-in/find-or-create-user.js
async function findOrCreateUser(parts, visit, { ready: { provider }, identity }) {
	if (!parts.settings.store) return {
		kind: "signed-in",
		user: await identityAsUser(parts, identity),
		isNew: false,
		isLinked: false
	};
	return signInIdentity(accountParts(parts, await visit.providers()), {
		identity,
		linkTo: null,
		context: contextOf$1(provider, identity),
		formerKeys: formerKeys(parts, identity),
		formerProvider: formerProvider(parts, identity)
	});
}
/** In an open migration window, the keys under which the answer says that the person was known. */
function formerKeys({ settings }, identity) {
	const window = settings.migrations.get(identity.provider);
	if (!window || window.until < settings.now() || window.provider !== void 0) return [];
	const subject = window.subject ? readFormer(window.subject, identity) : identity.subject;
	if (subject === null) return [];
	if (typeof subject !== "string" || subject === "") throw new LatchkeyError("config_option_invalid", { detail: `migrations.${identity.provider}.subject must answer a text, or null.` });
	return [{
		issuer: window.issuer ?? identity.issuer,
		subject
	}];
}
function readFormer(read, { provider, claims }) {
	try {
		return read(claims);
	} catch (cause) {
		throw new LatchkeyError("config_option_invalid", {
			detail: `migrations.${provider}.subject threw.`,
			cause
		});
	}
}
/** The old registration, which the person is asked to sign in with once; null where no such window is open. */
function formerProvider({ settings }, { provider }) {
	const window = settings.migrations.get(provider);
	return window && window.until >= settings.now() ? window.provider ?? null : null;
}
async function identityAsUser(parts, identity) {
	const { issuer, subject, email, emailVerified, name, picture } = identity;
	return {
		id: await identityUserId(parts.platform, {
			issuer,
			subject
		}),
		email,
		emailVerified,
		name,
		picture,
		createdAt: parts.settings.now()
	};
}
// node_modules/latchkey/dist/flows/sign-in/finish-login.js
/** `GET /auth/callback/:provider` */
async function finishLogin(parts, visit, providerId) {
	const provider = await parts.providers.find(providerId, visit);
	const parameters = await readCallback(parts, visit, provider);
	checkStrayRefusal(parameters);
	let taken;
	let delivery;
	try {
		taken = await takeAttempt(parts, visit, {
			provider,
			state: parameters.get("state")
		});
		delivery = await parts.usedAttempts.take(taken.id, taken.attempt.expiresAt);
	} catch (thrown) {
		return goOnIfSignedIn(parts, visit, {
			error: withProvidersWords(thrown, parameters),
			returnTo: taken?.attempt.returnTo ?? "/"
		});
	}
	if (delivery instanceof Response) return delivery;
	try {
		const answer = signIn(parts, visit, {
			parameters,
			taken
		});
		return delivery.settle(await answer.catch((error) => refuse$1(parts, visit, {
			error,
			taken
		})));
	} catch (error) {
		delivery.fail(error);
		throw error;
	}
}
async function signIn(parts, visit, delivery) {
	const { parameters, taken } = delivery;
	const { attempt, clearing } = taken;
	const ready = await parts.providers.get(attempt.providerId, visit, { loginPlace: attempt.loginPlace });
	const expected = {
		...attempt,
		acrValues: attempt.demand.acrValues
	};
	const tokens = await ready.client.exchangeCode(parameters, expected);
	checkProvenMoment(parts, {
		ready,
		attempt,
		tokens
	});
	const identity = await fetchIdentity(parts, ready, tokens);
	const answer = {
		ready,
		attempt,
		identity,
		tokens
	};
	if (await needsConsent(parts, answer)) return askForConsent(parts, visit, {
		identity,
		taken
	});
	if (attempt.intent.kind === "authorize") return finishAuthorization(parts, visit, {
		...answer,
		taken
	});
	if (attempt.intent.kind === "link") return finishLink(parts, visit, {
		...answer,
		taken
	});
	await checkSamePerson(parts, attempt, identity);
	const outcome = await findOrCreateUser(parts, visit, answer);
	if (outcome.kind === "offer") return offerLink(parts, visit, {
		...answer,
		taken,
		outcome
	});
	await keepAnswer(parts, answer);
	const { user, isNew, isLinked } = outcome;
	if (isLinked) await report(parts, visit, {
		type: "linked",
		provider: identity.provider,
		userId: user.id
	});
	const intent = attempt.intent.kind;
	const setCookies = await startSession(parts, visit, {
		identity,
		facts: await factsOf(parts, answer),
		answer,
		user,
		isNew,
		intent
	});
	return redirect(attempt.returnTo, [clearing, ...setCookies]);
}
/** The attempt is spent and its cookie goes, whatever went wrong. */
async function refuse$1(parts, visit, { error, taken }) {
	const { attempt, clearing } = taken;
	const { providerId } = attempt;
	const retryPath = pathTo(parts, "/login", { returnTo: attempt.returnTo });
	if (attempt.intent.kind !== "silent") return answerError(parts, visit, error, {
		providerId,
		setCookies: [clearing],
		retryPath,
		isProviderAnswer: true
	});
	await reportRefusal(parts, visit, {
		error,
		providerId
	});
	return redirect(retryPath, [clearing]);
}
/** Back, reload, a second tab: who is signed in goes on, instead of reading about a spent attempt. */
async function goOnIfSignedIn(parts, visit, { error, returnTo }) {
	if (!(error instanceof LatchkeyError && (error.code === "attempt_missing" || error.code === "attempt_already_used"))) throw error;
	const { session } = await sessionOf(parts, visit);
	if (!session) throw error;
	return redirect(returnTo);
}
// node_modules/latchkey/dist/flows/sign-in/third-party-login.js
var MOST_BYTES$1 = 16384;
var MOST_HINT_CHARACTERS = 255;
/** `GET`/`POST /auth/initiate-login?iss=&login_hint=&target_link_uri=` */
async function beginThirdPartyLogin(parts, visit) {
	const { request, url, place } = visit;
	const fields = request.method === "POST" ? await readForm(request, MOST_BYTES$1) : url.searchParams;
	if (!parts.settings.acceptThirdPartyLogin || !hasRoomForUnasked(visit)) return showSignIn(parts, visit);
	const issuer = fields.get("iss");
	const provider = (await visit.providers()).find((one) => one.issuer === issuer);
	if (!provider) throw new LatchkeyError("provider_unknown", { detail: "No provider has this issuer." });
	const hint = fields.get("login_hint");
	return sendToProvider(parts, visit, {
		providerId: provider.id,
		returnTo: pathOnOrigin(fields.get("target_link_uri"), place.origin),
		intent: { kind: "login" },
		isUnasked: true,
		hints: { loginHint: hint && hint.length <= MOST_HINT_CHARACTERS ? hint : void 0 }
	});
}
/** Core §4: the target must be verified, or the portal becomes an open redirector of ours. */
function pathOnOrigin(target, origin) {
	if (!target?.startsWith(`${origin}/`)) return "/";
	return safeReturnPath(target.slice(origin.length));
}
// node_modules/latchkey/dist/flows/sign-out/end-provider-sessions.js
async function endProviderSessions(parts, visit, { providerId, ...named }) {
	const store = storeOf(parts);
	parts.secondLooks.add(named);
	const sessionIds = await store.sessions.deleteOfProvider(withTolerance(parts, named));
	const { issuer, subject } = named;
	await report(parts, visit, {
		type: "provider_signed_out",
		provider: providerId,
		userId: (subject === null ? null : await store.users.findAccount({
			issuer,
			subject
		}))?.userId ?? null,
		sessionIds
	});
}
/**
* The clock of the server that stored a session may be ahead of ours. A session of the provider that has ended there ends here,
* whenever it began; a subject may sign in again, so there the moment decides to the millisecond.
*/
function withTolerance({ settings }, named) {
	if (named.providerSessionId === null) return named;
	return {
		...named,
		startedBefore: named.startedBefore + settings.clockToleranceSeconds * 1e3
	};
}
// node_modules/latchkey/dist/flows/sign-out/back-channel-logout.js
var MOST_BYTES = 65536;
/** `POST /auth/backchannel-logout/:provider`: 200, or 400 with `{error}`; 501 without a store. */
async function backChannelLogout(parts, visit, providerId) {
	const store = storeOf(parts);
	const receivedAt = parts.settings.now();
	try {
		const token = await readLogoutToken(visit);
		const issuedBy = await issuerAmongPlaces(parts, visit, {
			providerId,
			token
		});
		const { client } = await parts.providers.get(providerId, visit, { issuer: issuedBy });
		const logout = await client.verifyLogoutToken(token);
		const { issuer, subject, sessionId: providerSessionId } = logout;
		const mark = `logout:${await parts.platform.sha256(JSON.stringify([issuer, logout.jti]))}`;
		if (await store.marks.isUsed(mark)) throw usedBefore();
		await endProviderSessions(parts, visit, {
			providerId,
			issuer,
			subject,
			providerSessionId,
			startedBefore: receivedAt
		});
		if (!await store.marks.useOnce(mark, logout.expiresAt)) throw usedBefore();
		return json({});
	} catch (error) {
		if (!(error instanceof LatchkeyError) || error.code === "store_unavailable") throw error;
		return refuse(parts, visit, {
			error,
			providerId
		});
	}
}
/**
* Where a provider is at the place that each login says, its tokens are those of that place: the place that the token itself
* names, whose keys must then have signed it. Only an issuer with accounts here is asked for keys, since anybody can name one.
*/
async function issuerAmongPlaces(parts, visit, { providerId, token }) {
	const { loginPlace } = await parts.providers.find(providerId, visit);
	if (!loginPlace) return "";
	const { unverifiedIssuer } = await import("./unverified-issuer-Ci1WWFu2.js");
	const issuer = unverifiedIssuer(token);
	return issuer !== "" && await storeOf(parts).users.hasAccountWithIssuerPrefix(issuer) ? issuer : "";
}
function usedBefore() {
	return new LatchkeyError("request_malformed", { detail: "This logout token was used before." });
}
async function readLogoutToken(visit) {
	const tokens = (await readForm(visit.request, MOST_BYTES)).getAll("logout_token");
	const [token] = tokens;
	if (tokens.length !== 1 || !token) throw new LatchkeyError("request_malformed", { detail: "Exactly one logout_token is expected." });
	return token;
}
/** §2.8: 400 with `invalid_request`. A provider that could not be asked is a failure of the moment. */
async function refuse(parts, visit, { error, providerId }) {
	const code = error instanceof LatchkeyError ? error.code : "unexpected";
	await report(parts, visit, {
		type: "refused",
		code,
		status: 400,
		provider: providerId,
		userId: null,
		detail: error instanceof LatchkeyError ? error.detail ?? null : null,
		causes: describeCauses(error)
	});
	return json({
		error: "invalid_request",
		error_description: code
	}, { status: 400 });
}
// node_modules/latchkey/dist/flows/sign-out/front-channel-logout.js
/** `GET /auth/frontchannel-logout/:provider?iss=&sid=` */
async function frontChannelLogout(parts, visit, providerId) {
	storeOf(parts);
	const query = visit.url.searchParams;
	const issuer = query.get("iss") ?? "";
	const { provider } = await parts.providers.get(providerId, visit, { issuer });
	const [sessionId] = query.getAll("sid");
	if (issuer !== provider.issuer || !isSessionId(sessionId) || query.getAll("sid").length > 1) throw new LatchkeyError("request_malformed", { detail: "iss and sid are needed." });
	await endProviderSessions(parts, visit, {
		providerId,
		issuer: provider.issuer,
		subject: null,
		providerSessionId: sessionId,
		startedBefore: parts.settings.now()
	});
	return new Response("<!doctype html><title>Signed out</title>", { headers: {
		"Content-Type": "text/html; charset=utf-8",
		"Cache-Control": "no-store",
		"Content-Security-Policy": "default-src 'none'",
		"X-Content-Type-Options": "nosniff"
	} });
}
/** As the sign-in kept it: other text is in no store, and some stores refuse it aloud. */
function isSessionId(text) {
	return text !== void 0 && text !== "" && text.length <= 255 && isStorable(text);
}
// node_modules/latchkey/dist/flows/request/show-stylesheet.js
/** `GET /auth/latchkey.css?v=`: the version in the address makes it cacheable for good. */
async function showStylesheet(parts, visit) {
	const { css, version } = parts.stylesheetFor(await providersIfKnown(visit));
	const isNamed = visit.url.searchParams.get("v") === version;
	return new Response(css, { headers: {
		"Content-Type": "text/css; charset=utf-8",
		"Cache-Control": isNamed ? "public, max-age=31536000, immutable" : "no-cache",
		"X-Content-Type-Options": "nosniff"
	} });
}
// node_modules/latchkey/dist/flows/request/routes.js
/** Served in front of the base path too, where RFC 8414 §3 looks for it. */
var metadataRoute = {
	path: "/.well-known/oauth-authorization-server",
	GET: showServerMetadata,
	isApi: true
};
var routes = [
	{
		path: "/login",
		GET: showSignIn,
		isForFrontEnds: true
	},
	{
		path: "/login/:provider",
		isForFrontEnds: true,
		GET: beginLogin,
		POST: beginLogin,
		isOpen: true,
		needsNavigation: "document",
		otherwise: showSignIn
	},
	{
		path: "/callback/:provider",
		GET: finishLogin,
		POST: receiveFormPost,
		isHop: true,
		isOpen: true,
		needsNavigation: "document"
	},
	{
		path: "/session",
		GET: readSession,
		isApi: true,
		isForFrontEnds: true,
		admitsBearer: true
	},
	{
		path: "/logout",
		GET: showSignOut,
		POST: signOut,
		isForFrontEnds: true,
		admitsBearer: true
	},
	{
		path: "/signed-out",
		GET: showSignedOut
	},
	{
		path: "/backchannel-logout/:provider",
		POST: backChannelLogout,
		isOpen: true,
		isApi: true
	},
	{
		path: "/notifications/:provider",
		POST: receiveNotification,
		isOpen: true,
		isApi: true
	},
	{
		path: "/deletion-status",
		GET: showDeletionStatus
	},
	{
		path: "/frontchannel-logout/:provider",
		GET: frontChannelLogout,
		needsNavigation: "frame"
	},
	{
		path: "/initiate-login",
		GET: beginThirdPartyLogin,
		POST: beginThirdPartyLogin,
		isOpen: true,
		needsNavigation: "document",
		otherwise: showSignIn
	},
	{
		path: "/account",
		GET: showAccount,
		isForFrontEnds: true
	},
	{
		path: "/link/:provider",
		POST: beginLink,
		isForFrontEnds: true
	},
	{
		path: "/unlink",
		POST: unlink,
		isForFrontEnds: true
	},
	{
		path: "/authorize/:provider",
		isForFrontEnds: true,
		GET: beginAuthorization,
		POST: beginAuthorization,
		isOpen: true,
		needsNavigation: "document"
	},
	{
		path: "/authorize",
		GET: authorizeClient,
		POST: confirmClient,
		needsNavigation: "document"
	},
	{
		path: "/token",
		POST: answerTokenRequest,
		isOpen: true,
		isApi: true,
		isForFrontEnds: true,
		readsNoCookie: true
	},
	{
		path: "/device",
		GET: showDevice,
		POST: beginDevice,
		isOpen: true,
		needsNavigation: "document"
	},
	{
		path: "/device/answer",
		POST: answerDevice
	},
	{
		path: "/revoke",
		POST: revokeClientToken,
		isOpen: true,
		isApi: true,
		isForFrontEnds: true,
		readsNoCookie: true
	},
	metadataRoute,
	{
		path: "/sessions/end",
		POST: endOneSession,
		isForFrontEnds: true,
		admitsBearer: true
	},
	{
		path: "/sessions/end-others",
		POST: endOtherSessions,
		isForFrontEnds: true,
		admitsBearer: true
	},
	{
		path: "/pending-link",
		GET: showPendingLink
	},
	{
		path: "/pending-link/confirm",
		POST: confirmPendingLink
	},
	{
		path: "/pending-link/decline",
		POST: declinePendingLink
	},
	{
		path: "/pending-link/separate",
		POST: keepSeparate
	},
	{
		path: "/latchkey.css",
		GET: showStylesheet
	}
];
// node_modules/latchkey/dist/flows/request/handle-request.js
function createRequestHandler(core, places, drawing) {
	const parts = completeParts(core, drawing);
	const host = new Hono();
	const router = host.basePath(core.settings.basePath);
	host.all(metadataPathOf(core.settings), ({ env }) => follow(parts, metadataRoute, env.visit, ""));
	for (const route of routes) router.all(route.path, (context) => follow(parts, route, context.env.visit, idIn(context.req.param())));
	router.all("*", ({ env }) => answerError(parts, env.visit, new LatchkeyError("request_not_found")));
	return async function handleRequest(request, context) {
		const asked = request.headers.get("host") ?? new URL(request.url).host;
		const place = places.find(asked);
		const visit = visitOf(parts, request, {
			context,
			place: place ?? nowhere
		});
		if (place) {
			const answer = await host.fetch(request, { visit });
			if (context.waitUntil) context.waitUntil(core.events.idle());
			else if (core.settings.environment.AWS_LAMBDA_FUNCTION_NAME) await core.events.idle();
			return answer;
		}
		const detail = wrongHost(core.settings.ownOrigins, asked);
		return answerError(parts, visit, new LatchkeyError("request_wrong_host", { detail }));
	};
}
function wrongHost(origins, host) {
	const received = `received Host: ${plainText(host ?? "", 100)}.`;
	return origins.length > 0 ? `Expected the host of one of ${origins.join(", ")}, since ORIGIN names several; ${received} A proxy must pass Host on as it came (docs/addresses.md).` : `Expected a loopback host such as localhost, since ORIGIN is not set; ${received} If browsers open the application there, set ORIGIN to its address (docs/addresses.md).`;
}
function visitOf({ settings, platform, providers, languages }, request, { context, place }) {
	const { headers } = request;
	return {
		request,
		url: new URL(request.url),
		place,
		cookieHeader: headers.get("cookie"),
		userAgent: headers.get("user-agent")?.slice(0, 300) ?? null,
		clientAddress: clientAddress(context.remoteAddress ?? null, headers.get("x-forwarded-for"), settings.trustedProxies),
		referenceId: referenceId(platform.randomBytes),
		startedAt: settings.now(),
		providers: askOnce(providers, {
			place,
			request
		}),
		language: loadOnce(() => languages.of(request))
	};
}
function idIn(parameters) {
	return parameters.provider ?? "";
}
async function follow(parts, route, visit, id) {
	let response;
	try {
		response = forProgram(route, visit, await answer(parts, route, {
			visit,
			id
		}));
	} catch (error) {
		response = await answerError(parts, visit, error, {
			providerId: id || void 0,
			isApi: route.isApi
		});
	}
	return route.isForFrontEnds ? letRead(parts, visit, response) : response;
}
/** A program that sent a form is told where it leads: a script could not follow a redirect to another origin. */
function forProgram({ isHop }, { request }, response) {
	const location = response.headers.get("location");
	if (!(request.method === "POST" && response.status === 303 && location !== null) || isHop || !acceptsJson(request.headers)) return response;
	return json({ location }, { setCookies: response.headers.getSetCookie() });
}
async function answer(parts, route, { visit, id }) {
	const { method, headers } = visit.request;
	const { needsNavigation, isForFrontEnds } = route;
	if (isForFrontEnds && isPreflight(visit)) return answerPreflight(parts, visit, methodsOf(route));
	if (isForFrontEnds && !route.readsNoCookie) checkSameSite(parts, visit);
	if (method === "HEAD" && route.GET && needsNavigation) return nothingDone();
	if (method === "GET" && needsNavigation && navigationOf(headers, needsNavigation) === "other") {
		if (route.otherwise) return route.otherwise(parts, visit, id);
		if (isPrefetch(headers)) return nothingDone();
		throw new LatchkeyError("request_not_navigation");
	}
	const story = method === "POST" ? route.POST : method === "GET" || method === "HEAD" ? route.GET : void 0;
	if (!story) return methodNotAllowed(parts, route, visit);
	const isByBearer = parts.settings.bearer && bearerAuthorizationOf(headers.get("authorization")) !== null;
	if (isByBearer && !route.admitsBearer && !route.isApi) throw new LatchkeyError("bearer_not_accepted");
	const sender = isForFrontEnds ? parts : { settings: { frontEnds: [] } };
	if (method === "POST" && !route.isOpen && !isByBearer && !isOurSender(sender, visit)) throw crossSite(headers, visit.place);
	return story(parts, visit, id);
}
/** For who looks only: nothing to see, nothing begun, nothing used up. */
function nothingDone() {
	return new Response(null, {
		status: 204,
		headers: { "Cache-Control": "no-store" }
	});
}
async function methodNotAllowed(parts, route, visit) {
	const response = await answerError(parts, visit, new LatchkeyError("request_method_not_allowed"), { isApi: route.isApi });
	response.headers.set("Allow", methodsOf(route).join(", "));
	return response;
}
function methodsOf({ GET, POST }) {
	return [...GET ? ["GET", "HEAD"] : [], ...POST ? ["POST"] : []];
}
function completeParts(core, drawing) {
	const { settings } = core;
	return {
		...core,
		pages: {
			...drawing.pages,
			...settings.pages
		},
		defaultPages: drawing.pages,
		policy: settings.linkingPolicy ?? defaultLinkingPolicy,
		usedAttempts: createUsedAttempts(settings.store, settings.now),
		devicePolls: createDevicePolls(settings.now),
		stylesheetFor: drawing.stylesheetFor,
		neutralBrand: drawing.neutralBrand,
		languages: drawing.languages
	};
}
export { createRequestHandler };
