import { O as LatchkeyError, S as randomText, T as redirect, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { V as storeOf } from "./start-CCDRng9R.js";
import { a as readCookie, c as setCookie, o as readCookiesWithPrefix, r as fitsCookie, t as clearCookie } from "./cookies-ItqxRj0l.js";
import { r as plainText } from "./proxy-environment-BCFPzPTj.js";
// node_modules/latchkey/dist/tokens/keep-tokens.js
/** Others write too: refreshes, and sign-ins of the same person in another browser. */
var MOST_TRIES = 5;
/**
* Saves the tokens of a sign-in. A refresh token that is kept already stays where no new one came (RFC 6749 §5.1: it is
* optional), and a kept grant of more scopes stays where a plain sign-in was granted only a part of them.
*/
async function keepTokens(vault, owner, { tokens, isWholeGrant }) {
	const { store } = vault;
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const current = await store.tokens.find(owner.accountId);
		const kept = current && current.revokedAt === null ? await vault.open(current) : null;
		if (!isWholeGrant && current && kept && isWiderGrant(current, kept, tokens)) return;
		const next = await vault.seal(owner, (current?.version ?? 0) + 1, {
			...tokens,
			refreshToken: tokens.refreshToken ?? kept?.refreshToken ?? null
		});
		if (await store.tokens.save(next, {
			ifVersion: current?.version ?? null,
			lease: null
		}) === "saved") return;
	}
	throw new LatchkeyError("store_unavailable", { detail: "The tokens changed at each try to save them." });
}
/** A plain sign-in asks for less than what the person may have granted since; it must not take that away. */
function isWiderGrant(current, kept, { scopes }) {
	if (kept.refreshToken === null || current.scopes.length <= scopes.length) return false;
	return scopes.every((scope) => current.scopes.includes(scope));
}
// node_modules/latchkey/dist/tokens/vault.js
/** Tokens expire by the provider's word, not by ours: the last moment that a date can name. */
var NEVER = 864e13;
/** What each column holds. */
var purposes = {
	sealedAccessToken: "access-token",
	sealedRefreshToken: "refresh-token",
	sealedIdToken: "id-token"
};
/** Keeps nothing itself: as many as are wanted may be made over one store. */
function createVault({ store, seal, now }) {
	async function sealColumns(owner, { accessToken, refreshToken, idToken }) {
		const sealed = async (column, token) => token === null ? null : seal.seal(purposes[column], token, {
			expiresAt: NEVER,
			context: placeOf(owner, column)
		});
		return {
			sealedAccessToken: await sealed("sealedAccessToken", accessToken),
			sealedRefreshToken: await sealed("sealedRefreshToken", refreshToken),
			sealedIdToken: await sealed("sealedIdToken", idToken)
		};
	}
	async function open(stored) {
		let isNewestKey = true;
		const opened = async (column) => {
			const token = stored[column];
			if (token === null) return null;
			const result = await seal.open(purposes[column], token, {
				now: now(),
				context: placeOf(stored, column)
			});
			if (result.state !== "valid") throw new TypeError("This token cannot be opened.");
			isNewestKey &&= result.isNewestKey;
			return result.payload;
		};
		try {
			return {
				accessToken: await opened("sealedAccessToken"),
				refreshToken: await opened("sealedRefreshToken"),
				idToken: await opened("sealedIdToken"),
				isNewestKey
			};
		} catch {
			return null;
		}
	}
	return {
		store,
		now,
		open,
		async seal({ accountId, userId }, version, tokens) {
			const { scopes, expiresAt } = tokens;
			return {
				accountId,
				userId,
				version,
				...await sealColumns({
					accountId,
					userId
				}, tokens),
				scopes,
				expiresAt,
				revokedAt: null,
				updatedAt: now()
			};
		},
		async sealAgain(stored) {
			const opened = await open(stored);
			return opened && {
				...stored,
				...await sealColumns(stored, opened)
			};
		}
	};
}
/** What a sealed token is bound to: JSON, so that no two places are written alike. */
function placeOf({ userId, accountId }, column) {
	return JSON.stringify([
		userId,
		accountId,
		column
	]);
}
// node_modules/latchkey/dist/oauth/login/state-text.js
/** The same random bytes, written as this provider accepts them: base64url as they are, or hexadecimal. */
function stateText({ deviations }, base64url) {
	if (deviations.state !== "alphanumeric") return base64url;
	const bytes = platform.decodeBase64url(base64url) ?? /* @__PURE__ */ new Uint8Array();
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
// node_modules/latchkey/dist/flows/attempt/attempt-cookies.js
/** At most so many logins under way in one browser, within so many bytes of Cookie header; the oldest go first. */
var MOST_ATTEMPTS = 10;
var MOST_COOKIE_BYTES = 3500;
/** Of these, logins that no click on our pages began: another site can cause them. */
var MOST_UNASKED = 2;
/** Longer than such a login's cookie. */
var UNASKED_BYTES = 1e3;
/** The name carries eight characters of the attempt's id, and says whether a click began it. */
function attemptCookieName({ place }, id, isUnasked) {
	return `${place.cookies.attemptPrefix}${isUnasked ? "~" : ""}${id.slice(0, 8)}`;
}
/** Whether a login that no click began finds room without pushing out one that a click began. */
function hasRoomForUnasked(visit) {
	const asked = attemptsOf(visit).filter(({ isUnasked }) => !isUnasked);
	return asked.length < MOST_ATTEMPTS && bytesOf(asked) + UNASKED_BYTES <= MOST_COOKIE_BYTES;
}
/** Names of the cookies that go, so that the new one finds room: those that no click began first, then the oldest. */
function attemptsToDrop(visit, { isUnasked, newBytes }) {
	const all = attemptsOf(visit);
	const unasked = all.filter((attempt) => attempt.isUnasked);
	const asked = all.filter((attempt) => !attempt.isUnasked);
	const candidates = isUnasked ? unasked : [...unasked, ...asked];
	const kept = new Set(all);
	const tooManyUnasked = () => isUnasked && [...kept].filter((attempt) => attempt.isUnasked).length >= MOST_UNASKED;
	const isFull = () => kept.size >= MOST_ATTEMPTS || bytesOf([...kept]) + newBytes > MOST_COOKIE_BYTES;
	const dropped = [];
	for (const attempt of candidates) {
		if (!isFull() && !tooManyUnasked()) break;
		kept.delete(attempt);
		dropped.push(attempt.name);
	}
	return dropped;
}
/** Cookie headers list older cookies first (RFC 6265 §5.4). */
function attemptsOf({ cookieHeader, place }) {
	const { attemptPrefix } = place.cookies;
	return readCookiesWithPrefix(cookieHeader, attemptPrefix).flatMap(({ name, value }) => {
		const [, mark, id] = /^(~?)([\w-]{8})$/.exec(name.slice(attemptPrefix.length)) ?? [];
		return id === void 0 ? [] : [{
			name,
			value,
			isUnasked: mark === "~"
		}];
	});
}
function bytesOf(attempts) {
	return attempts.reduce((sum, { name, value }) => sum + name.length + value.length + 3, 0);
}
// node_modules/latchkey/dist/flows/attempt/login-attempt.js
async function createAttempt(parts, visit, wish) {
	const { configured: provider, loginPlace } = wish.ready;
	const codeVerifier = randomText(32, parts.platform.randomBytes);
	return {
		providerId: provider.id,
		issuer: provider.issuer,
		loginPlace,
		redirectUri: redirectUriOf(parts, visit, provider.id),
		codeVerifier,
		...await derive(parts, provider, codeVerifier),
		returnTo: wish.returnTo,
		intent: wish.intent,
		demand: wish.demand ?? {},
		scopes: wish.scopes ?? null,
		isConsentAsked: wish.isConsentAsked ?? false,
		isUnasked: wish.isUnasked ?? false,
		expiresAt: parts.settings.now() + parts.settings.attemptLifetimeSeconds * 1e3
	};
}
/** Set-Cookie values: the new attempt, and the end of those that had to make room. */
async function attemptCookies(parts, visit, attempt) {
	const { secure } = visit.place.cookies;
	const value = await parts.seal.seal("attempt", payloadOf(attempt), {
		expiresAt: attempt.expiresAt,
		context: attempt.issuer
	});
	const { isUnasked } = attempt;
	const name = attemptCookieName(visit, await attemptId(parts, attempt.state), isUnasked);
	if (!fitsCookie(name, value)) throw new LatchkeyError("request_too_large", { detail: "What this login must remember does not fit into a cookie: fewer scopes or acr values are needed." });
	return [...attemptsToDrop(visit, {
		isUnasked,
		newBytes: name.length + value.length
	}).map((old) => clearCookie(old, { secure })), setCookie(name, value, {
		maxAgeSeconds: parts.settings.attemptLifetimeSeconds,
		secure
	})];
}
/** Finds this browser's attempt for these parameters. Throws `attempt_*`; sends nothing. */
async function takeAttempt(parts, visit, callback) {
	const { state, provider } = callback;
	if (!state) throw new LatchkeyError("attempt_missing", { detail: "The callback has no state." });
	const { secure } = visit.place.cookies;
	const id = await attemptId(parts, state);
	const asked = readCookie(visit.cookieHeader, attemptCookieName(visit, id, false));
	const name = attemptCookieName(visit, id, asked === null);
	const value = asked ?? readCookie(visit.cookieHeader, name);
	if (!value) {
		const host = plainText(visit.request.headers.get("host") ?? "none", 100);
		throw new LatchkeyError("attempt_missing", { detail: `The browser sent no cookie of this login. Expected at ${visit.place.origin}; received Host: ${host}.` });
	}
	const opened = await parts.seal.open("attempt", value, {
		now: parts.settings.now(),
		context: provider.issuer
	});
	if (opened.state === "invalid") throw await whyInvalid(parts, visit, {
		value,
		provider
	});
	if (opened.state === "expired") throw new LatchkeyError("attempt_expired");
	const payload = opened.payload;
	const derived = await derive(parts, provider, payload.v);
	if (!parts.platform.equals(derived.state, state)) throw new LatchkeyError("attempt_missing");
	if (payload.p !== provider.id || payload.u !== redirectUriOf(parts, visit, provider.id)) throw new LatchkeyError("attempt_wrong_provider");
	return {
		id,
		clearing: clearCookie(name, { secure }),
		attempt: {
			providerId: payload.p,
			issuer: provider.issuer,
			loginPlace: payload.d ?? null,
			redirectUri: payload.u,
			codeVerifier: payload.v,
			...derived,
			returnTo: payload.r,
			intent: intentOf(payload),
			demand: {
				maxAgeSeconds: payload.m,
				acrValues: payload.a
			},
			scopes: payload.o ?? null,
			isConsentAsked: payload.q === 1,
			isUnasked: asked === null,
			expiresAt: opened.expiresAt
		}
	};
}
function payloadOf({ intent, demand, ...attempt }) {
	return {
		p: attempt.providerId,
		v: attempt.codeVerifier,
		u: attempt.redirectUri,
		r: attempt.returnTo,
		...intent.kind === "link" ? { l: intent.sessionId } : {},
		...intent.kind === "authorize" ? {
			l: intent.sessionId,
			k: intent.accountId
		} : {},
		...intent.kind === "confirm" ? { c: intent.userId } : {},
		...intent.kind === "silent" ? { s: 1 } : {},
		...demand.maxAgeSeconds === void 0 ? {} : { m: demand.maxAgeSeconds },
		...demand.acrValues === void 0 ? {} : { a: demand.acrValues },
		...attempt.scopes ? { o: attempt.scopes } : {},
		...attempt.isConsentAsked ? { q: 1 } : {},
		...attempt.loginPlace === null ? {} : { d: attempt.loginPlace }
	};
}
function intentOf({ l, k, c, s }) {
	if (l && k) return {
		kind: "authorize",
		sessionId: l,
		accountId: k
	};
	if (l) return {
		kind: "link",
		sessionId: l
	};
	if (c) return {
		kind: "confirm",
		userId: c
	};
	return { kind: s ? "silent" : "login" };
}
/** The same seal with another provider's issuer tells a mix-up from a foreign key. */
async function whyInvalid(parts, visit, { value, provider }) {
	for (const { issuer } of await visit.providers()) {
		if (issuer === provider.issuer) continue;
		if ((await parts.seal.open("attempt", value, {
			now: parts.settings.now(),
			context: issuer
		})).state !== "invalid") return new LatchkeyError("attempt_wrong_provider");
	}
	return new LatchkeyError("attempt_invalid");
}
/** The label stands first, so that the PKCE challenge, the verifier's own hash, leads to neither by adding to it. */
async function derive({ platform }, provider, codeVerifier) {
	return {
		state: stateText(provider, await platform.sha256(`state ${codeVerifier}`)),
		nonce: await platform.sha256(`nonce ${codeVerifier}`)
	};
}
async function attemptId(parts, state) {
	return parts.platform.sha256(state);
}
function redirectUriOf(parts, visit, providerId) {
	return `${visit.place.origin}${parts.settings.publicBasePath}/callback/${providerId}`;
}
// node_modules/latchkey/dist/accounts/identity-user-id.js
/** The same identity has the same user id at every sign-in, and no other identity has it. */
async function identityUserId({ sha256 }, { issuer, subject }) {
	return (await sha256(JSON.stringify([issuer, subject]))).slice(0, 32);
}
// node_modules/latchkey/dist/flows/sign-in/step-up.js
/** Old enough that nobody is asked again for it; being asked, an OpenID provider must say `auth_time` (Core §3.1.2.1). */
var ANY_AGE_SECONDS = 31536e3;
/**
* How the demand is worded for this provider. One with a declared `reauthentication` is asked in its own way, and the round
* trip counts. Throws `provider_level_unsupported` and `provider_freshness_unsupported` for what the provider could never prove.
*/
function askFor({ provider }, demand) {
	const { maxAgeSeconds, acrValues } = demand;
	if (acrValues && provider.protocol !== "oidc") throw new LatchkeyError("provider_level_unsupported");
	const own = provider.deviations.reauthentication;
	if (maxAgeSeconds === void 0) return own || provider.protocol !== "oidc" ? { acrValues } : {
		acrValues,
		maxAgeSeconds: ANY_AGE_SECONDS
	};
	if (own) {
		const { prompt, ...params } = own;
		return {
			prompt,
			params,
			acrValues
		};
	}
	if (!canReauthenticate(provider)) throw new LatchkeyError("provider_freshness_unsupported");
	return {
		prompt: "login",
		maxAgeSeconds,
		acrValues
	};
}
/** Whether this provider can be asked to ask the person again. */
function canReauthenticate({ protocol, deviations }) {
	return protocol === "oidc" || deviations.reauthentication !== void 0;
}
/** The step-up of a session at this provider. Throws `session_other_provider`. */
function confirmIntent({ user, identity }, asked) {
	if (asked.providers.some(({ id }) => id === identity.provider) && identity.provider !== asked.provider.id && !asked.demand.acrValues) throw new LatchkeyError("session_other_provider");
	return {
		kind: "confirm",
		userId: user.id
	};
}
/** A step-up is for the person who is signed in: another one must sign in openly instead. */
async function checkSamePerson(parts, attempt, identity) {
	if (attempt.intent.kind !== "confirm") return;
	const { store } = parts.settings;
	if ((store ? (await store.users.findAccount(identity))?.userId : await identityUserId(parts.platform, identity)) !== attempt.intent.userId) throw new LatchkeyError("session_other_person");
}
// node_modules/latchkey/dist/flows/sign-in/send-to-provider.js
/** Throws `provider_unknown`, `provider_place_invalid`, `provider_unavailable`. */
async function sendToProvider(parts, visit, wish) {
	const ready = await parts.providers.get(wish.providerId, visit, wish.which);
	const attempt = await createAttempt(parts, visit, {
		...wish,
		ready
	});
	const url = await ready.client.authorizationUrl({
		redirectUri: attempt.redirectUri,
		state: attempt.state,
		nonce: attempt.nonce,
		codeVerifier: attempt.codeVerifier,
		loginHint: wish.hints?.loginHint,
		scopes: scopesOf(parts, ready, attempt),
		...questionsOf(parts, ready, {
			...attempt,
			hints: wish.hints
		})
	});
	return redirect(url.href, await attemptCookies(parts, visit, attempt));
}
/** Undefined: the provider's own. Where tokens are kept, with those by which it gives a refresh token. */
function scopesOf({ settings }, { provider }, { scopes }) {
	const offline = settings.keepTokens ? provider.deviations.offlineAccess?.scopes ?? [] : [];
	if (offline.length === 0) return scopes ?? void 0;
	return [.../* @__PURE__ */ new Set([...scopes ?? provider.scopes, ...offline])];
}
/** What the provider is asked beyond a sign-in: how, how recently, and whether for a refresh token. */
function questionsOf({ settings }, ready, { demand, intent, isConsentAsked, hints }) {
	const asked = askFor(ready, demand);
	const offline = settings.keepTokens ? ready.provider.deviations.offlineAccess : void 0;
	const { prompt, ...params } = {
		...offline?.params,
		...isConsentAsked ? offline?.whenMissing : {}
	};
	return {
		...asked,
		prompt: intent.kind === "silent" ? "none" : asked.prompt ?? hints?.prompt ?? prompt,
		params: {
			...params,
			...hints?.params,
			...asked.params
		}
	};
}
// node_modules/latchkey/dist/flows/sign-in/keep-answer.js
/** Throws `config_store_missing`. */
function vaultOf({ settings, seal }) {
	return createVault({
		store: storeOf({ settings }),
		seal,
		now: settings.now
	});
}
/** Keeps the tokens with the linked account of the identity; does nothing where tokens are dropped. */
async function keepAnswer(parts, answer) {
	if (!parts.settings.keepTokens) return;
	const { ready, attempt, identity, tokens } = answer;
	const account = await storeOf(parts).users.findAccount(identity);
	if (!account) throw new LatchkeyError("account_not_found", { detail: "It was unlinked meanwhile." });
	const owner = {
		accountId: account.id,
		userId: account.userId
	};
	await keepTokens(vaultOf(parts), owner, {
		tokens: {
			...tokens,
			scopes: tokens.scopes ?? attempt.scopes ?? ready.provider.scopes
		},
		isWholeGrant: attempt.intent.kind === "authorize"
	});
}
/**
* Whether the person has to be asked once more for a refresh token: none came, none is kept, and the provider has
* declared how to ask. Never twice in a row, and never where nobody pressed a button for it.
*/
async function needsConsent(parts, answer) {
	const { ready, attempt, identity, tokens } = answer;
	const { settings } = parts;
	if (!(settings.keepTokens && ready.provider.deviations.offlineAccess?.whenMissing !== void 0) || tokens.refreshToken !== null || attempt.isConsentAsked) return false;
	if (attempt.intent.kind === "silent" || attempt.intent.kind === "confirm") return false;
	const account = await storeOf(parts).users.findAccount(identity);
	return account === null || !await hasLivingGrant(parts, account.id);
}
/** Whether a refresh token is kept that the provider has not refused. */
async function hasLivingGrant(parts, accountId) {
	const stored = await storeOf(parts).tokens.find(accountId);
	return stored !== null && stored.revokedAt === null && stored.sealedRefreshToken !== null;
}
/** The same sign-in once more, with the provider's own question before it. Nothing was written for the first one. */
async function askForConsent(parts, visit, { identity, taken }) {
	const { providerId, returnTo, intent, demand, scopes, isUnasked, loginPlace } = taken.attempt;
	const response = await sendToProvider(parts, visit, {
		providerId,
		which: { loginPlace },
		returnTo,
		intent,
		demand,
		scopes,
		isConsentAsked: true,
		isUnasked,
		hints: { loginHint: identity.email ?? void 0 }
	});
	response.headers.append("Set-Cookie", taken.clearing);
	return response;
}
export { vaultOf as a, checkSamePerson as c, redirectUriOf as d, takeAttempt as f, needsConsent as i, confirmIntent as l, hasLivingGrant as n, sendToProvider as o, hasRoomForUnasked as p, keepAnswer as r, canReauthenticate as s, askForConsent as t, identityUserId as u };
