import { O as LatchkeyError, S as randomText, x as platform } from "./tanstack-start-Dv8No7qj.js";
import { H as isIssuedBy, U as describeCauses, V as storeOf } from "./start-CCDRng9R.js";
import { t as OutboundError } from "./exchange-CZNNkuZE.js";
import { n as momentAt, r as backchannelAddress, t as millisecondsSince } from "./elapsed-C0-ax36r.js";
import { createOutboundFetch } from "./outbound-C2KZ_cse.js";
import { i as LimitedMap } from "./proxy-environment-BCFPzPTj.js";
import { o as safeTarget, t as authorizationPath } from "./authorize-account-BVNNUrAu.js";
import { a as vaultOf } from "./keep-answer-DjsjSoRN.js";
// node_modules/latchkey/dist/oauth/tokens/call-api.js
/** Throws `token_origin_refused`. */
function apiAddress({ apiBaseUrl, apiOrigins }, url) {
	const address = URL.canParse(url, apiBaseUrl) ? new URL(url, apiBaseUrl) : null;
	if (address && apiOrigins.includes(address.origin) && !address.username && !address.password) return address;
	throw new LatchkeyError("token_origin_refused", { detail: address ? `${address.origin} is not among the provider’s apiOrigins: ${apiOrigins.join(", ") || "it has none"}.` : "The address is relative, and the provider has no apiBaseUrl." });
}
/** Throws what `find` throws, and `provider_unavailable` when the API does not answer. */
async function callApi(call) {
	const { provider, fetch, address, init, find } = call;
	const body = await repeatable(init.body);
	const send = async ({ accessToken }) => {
		const headers = new Headers({ ...provider.deviations.requestHeaders });
		for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
		headers.set("Authorization", `Bearer ${accessToken}`);
		try {
			return await fetch(backchannelAddress(provider, address.href), {
				...init,
				body,
				headers,
				redirect: "manual"
			});
		} catch (error) {
			throw error instanceof OutboundError ? unreachable(address, error) : error;
		}
	};
	const token = await find(null);
	const response = await send(token);
	if (response.status !== 401) return response;
	const next = await find(token);
	if (next.accessToken === token.accessToken) return response;
	await response.body?.cancel();
	return send(next);
}
/** A stream can be sent once only; it is read to its end, so that the call can be made again. */
async function repeatable(body) {
	if (!(body instanceof ReadableStream)) return body ?? null;
	return new Response(body).arrayBuffer();
}
/** A path or query may hold what must not be logged. */
function unreachable({ origin }, { kind }) {
	return new LatchkeyError("provider_unavailable", { detail: `${origin} did not answer (${kind}).` });
}
// node_modules/latchkey/dist/tokens/reseal.js
/** True when they were written. Tokens that changed meanwhile are sealed with the newest secret already. */
async function sealAgain(vault, stored) {
	const sealed = await vault.sealAgain(stored);
	if (!sealed) return false;
	return await vault.store.tokens.save(sealed, {
		ifVersion: stored.version,
		lease: null
	}) === "saved";
}
// node_modules/latchkey/dist/tokens/find-living-token.js
/** Refreshed so long before its end, or a tenth of its lifetime where that is less. */
var EARLY_MILLISECONDS = 6e4;
/** A token this young that an API refuses is not refused for its age. */
var YOUNG_MILLISECONDS = 3e4;
/** Rejects when the store fails. */
async function findLivingToken({ vault, refresher }, question) {
	let stored = await vault.store.tokens.find(question.accountId);
	for (let isSecondLook = false;; isSecondLook = true) {
		const opened = stored && await vault.open(stored);
		if (!stored || !opened) return { state: "absent" };
		if (stored.revokedAt !== null) return {
			state: "revoked",
			scopes: stored.scopes
		};
		if (!opened.isNewestKey) await sealAgain(vault, stored);
		const usable = usableToken(stored, opened, vault.now());
		const isEnough = !needsRefresh(stored, question, vault.now()) || isSecondLook && usable;
		if (usable && isEnough) return {
			state: "fresh",
			...usable
		};
		if (opened.refreshToken === null) return usable ? {
			state: "fresh",
			...usable
		} : goneBy(stored);
		if (isSecondLook) return later(stored, {
			reason: "provider_unavailable",
			retryAfterSeconds: 1,
			isRefused: false
		});
		const { accountId: _, refusedVersion, ...wish } = question;
		const refreshed = await refresher.refresh({
			...wish,
			stale: stored
		});
		if (refreshed.state === "unavailable") return later(stored, refreshed, stored.version === refusedVersion ? null : usable);
		stored = refreshed.stored;
	}
}
function usableToken(stored, opened, now) {
	const { expiresAt, scopes, version } = stored;
	const { accessToken, idToken } = opened;
	if (accessToken === null || expiresAt !== null && expiresAt <= now) return null;
	return {
		accessToken,
		idToken,
		expiresAt,
		scopes,
		version
	};
}
function needsRefresh({ expiresAt, updatedAt, version }, { refusedVersion }, now) {
	if (version === refusedVersion) {
		const age = now - updatedAt;
		return age < 0 || age >= YOUNG_MILLISECONDS;
	}
	if (expiresAt === null) return false;
	return expiresAt - now <= Math.min(EARLY_MILLISECONDS, (expiresAt - updatedAt) / 10);
}
/** Expired, and nothing to get another one with. */
function goneBy({ scopes }) {
	return {
		state: "revoked",
		scopes
	};
}
function later({ scopes }, { reason, retryAfterSeconds, isRefused }, old = null) {
	return {
		state: "unavailable",
		reason,
		retryAfterSeconds,
		isRefused,
		old,
		scopes
	};
}
// node_modules/latchkey/dist/tokens/hold-lease.js
/** So long others wait for an owner that died. Longer than clocks of two servers differ. */
var LEASE_MILLISECONDS = 15e3;
var RENEW_MILLISECONDS = 5e3;
/** Runs the work under the lease; null, without running it, while another owner has the lease. */
async function holdLease({ store, now, newOwnerId }, key, work) {
	const expiresAt = () => now() + LEASE_MILLISECONDS;
	const lease = await store.tokens.acquireLease(key, newOwnerId(), {
		now: now(),
		expiresAt: expiresAt()
	});
	if (!lease) return null;
	const timer = setInterval(() => {
		store.tokens.renewLease(lease, expiresAt()).catch(() => {});
	}, RENEW_MILLISECONDS);
	try {
		return { result: await work(lease) };
	} finally {
		clearInterval(timer);
		await store.tokens.releaseLease(lease).catch(() => {});
	}
}
// node_modules/latchkey/dist/tokens/is-definite.js
/** "Later", although they are 4xx: RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4. */
var laterStatuses = [
	408,
	425,
	429
];
/** True for a refusal with a 4xx, or with an error code in a 200. An outage, or nonsense, decides nothing. */
function isDefinite({ code, refusal }) {
	if (refusal === void 0 || code === "provider_unavailable") return false;
	const { status, error } = refusal;
	if (laterStatuses.includes(status)) return false;
	return status === null || status === 200 ? error !== null : status >= 400 && status <= 499;
}
// node_modules/latchkey/dist/tokens/pauses.js
/** One second after the first failure, then twice as long each time. */
var LONGEST_SECONDS = 30;
/** What a provider may ask for; more is cut, since its clock may be wrong. */
var LONGEST_ASKED_SECONDS = 3600;
/** Bounded: an outage concerns every account. */
var MOST_PAUSES = 1e4;
function createPauses(now) {
	const entries = new LimitedMap(MOST_PAUSES);
	return {
		find({ accountId, version }) {
			const entry = entries.get(accountId);
			if (entry?.version !== version) return null;
			const left = entry.seconds - millisecondsSince(entry.began, now) / 1e3;
			if (left <= 0) return null;
			const { reason, isRefused } = entry;
			return {
				reason,
				isRefused,
				retryAfterSeconds: Math.ceil(left)
			};
		},
		begin({ accountId, version }, error) {
			const { code, retryAfterSeconds: asked } = error;
			const isRefused = isDefinite(error);
			const before = entries.get(accountId);
			const failures = before?.version === version ? before.failures + 1 : 1;
			const retryAfterSeconds = asked ? Math.min(asked, LONGEST_ASKED_SECONDS) : Math.min(2 ** (failures - 1), LONGEST_SECONDS);
			entries.delete(accountId);
			const pause = {
				seconds: retryAfterSeconds,
				began: momentAt(now),
				reason: code,
				isRefused
			};
			entries.set(accountId, {
				version,
				failures,
				...pause
			});
			return {
				reason: code,
				retryAfterSeconds,
				isRefused
			};
		},
		end({ accountId }) {
			entries.delete(accountId);
		}
	};
}
// node_modules/latchkey/dist/tokens/refresh-once.js
/** How long one waits for the refresh of another process, in all and between two looks. */
var MOST_WAITING_MILLISECONDS = 2e4;
var LONGEST_STEP_MILLISECONDS = 250;
/** How often a store that fails is offered the tokens that would otherwise be lost. */
var MOST_SAVES = 5;
function createRefresher({ vault, newOwnerId }) {
	const { store, now } = vault;
	const flights = /* @__PURE__ */ new Map();
	const pauses = createPauses(now);
	async function fly(wish) {
		const { accountId, version } = wish.stale;
		let waited = 0;
		for (let step = 20;; step = Math.min(step * 1.5, LONGEST_STEP_MILLISECONDS)) {
			const held = await holdLease({
				store,
				now,
				newOwnerId
			}, `refresh:${accountId}`, (lease) => refreshUnder({
				vault,
				pauses,
				lease,
				wish
			}));
			if (held?.result) return held.result;
			const stored = await store.tokens.find(accountId);
			if (stored?.version !== version) return {
				state: "settled",
				stored
			};
			if (waited >= MOST_WAITING_MILLISECONDS) break;
			await sleep(step);
			waited += step;
		}
		return {
			state: "unavailable",
			reason: "provider_unavailable",
			retryAfterSeconds: 1,
			isRefused: false
		};
	}
	return { async refresh(wish) {
		const { accountId } = wish.stale;
		const paused = pauses.find(wish.stale);
		if (paused) return {
			state: "unavailable",
			...paused
		};
		let flight = flights.get(accountId);
		if (!flight) {
			flight = fly(wish).finally(() => flights.delete(accountId));
			flights.set(accountId, flight);
		}
		return flight;
	} };
}
/** Null when the lease was lost on the way: whoever has it now will say what came of it. */
async function refreshUnder(held) {
	const { vault, pauses, wish } = held;
	const { stale } = wish;
	const stored = await vault.store.tokens.find(stale.accountId);
	if (stored?.version !== stale.version) return {
		state: "settled",
		stored
	};
	const { refreshToken = null, idToken = null } = await vault.open(stored) ?? {};
	if (refreshToken === null) return {
		state: "settled",
		stored
	};
	let tokens;
	try {
		tokens = await wish.redeem({
			refreshToken,
			idToken,
			scopes: stored.scopes
		});
	} catch (error) {
		if (!(error instanceof LatchkeyError)) throw error;
		wish.onFailure?.(error);
		if (isGrantGone(error)) return saveRevoked(held, stored);
		return {
			state: "unavailable",
			...pauses.begin(stored, error)
		};
	}
	pauses.end(stored);
	return saveRefreshed(held, stored, {
		tokens,
		redeemed: refreshToken
	});
}
/** RFC 6749 §5.2: the one answer that says that the refresh token is dead. */
function isGrantGone({ code, refusal }) {
	return code === "provider_refused" && refusal?.error === "invalid_grant";
}
async function saveRefreshed({ vault, lease, wish }, stored, { tokens, redeemed }) {
	for (let current = stored; current;) {
		const next = await vault.seal(current, current.version + 1, tokens);
		const condition = {
			ifVersion: current.version,
			lease
		};
		const outcome = await insist(() => vault.store.tokens.save(next, condition));
		if (outcome === "saved") {
			await wish.onChange("refreshed");
			return {
				state: "settled",
				stored: next
			};
		}
		if (outcome === "lease-lost") return null;
		current = await vault.store.tokens.find(stored.accountId);
		if ((current && (await vault.open(current))?.refreshToken) !== redeemed) return {
			state: "settled",
			stored: current
		};
	}
	return {
		state: "settled",
		stored: null
	};
}
/** Only while the version is the one whose token was refused: else the refusal says nothing about what is there now. */
async function saveRevoked({ vault, lease, wish }, stored) {
	const revoked = {
		...stored,
		version: stored.version + 1,
		sealedAccessToken: null,
		sealedRefreshToken: null,
		sealedIdToken: null,
		revokedAt: vault.now(),
		updatedAt: vault.now()
	};
	const outcome = await vault.store.tokens.save(revoked, {
		ifVersion: stored.version,
		lease
	});
	if (outcome === "lease-lost") return null;
	if (outcome === "changed") return {
		state: "settled",
		stored: await vault.store.tokens.find(stored.accountId)
	};
	await wish.onChange("revoked");
	return {
		state: "settled",
		stored: revoked
	};
}
/** The provider has rotated already: what cannot be saved now is lost. */
async function insist(save) {
	for (let tries = 1;; tries++) try {
		return await save();
	} catch (error) {
		if (!(error instanceof LatchkeyError && error.code === "store_unavailable") || tries >= MOST_SAVES) throw error;
		await sleep(tries * 200);
	}
}
function sleep(milliseconds) {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
// node_modules/latchkey/dist/tokens/subject-of.js
/** The `sub` of an ID token that was verified when it came. Null where there is none. */
function subjectOf(idToken) {
	const bytes = platform.decodeBase64url(idToken?.split(".")[1] ?? "");
	if (!bytes || bytes.length === 0) return null;
	const claims = JSON.parse(new TextDecoder().decode(bytes));
	return typeof claims === "object" && claims !== null && "sub" in claims && typeof claims.sub === "string" ? claims.sub : null;
}
// node_modules/latchkey/dist/flows/linking/find-own-account.js
/** The account that started this session, else the one that was used last. Throws `provider_unknown`. */
async function findOwnAccount(core, { userId, identity, accountId }, { id, asker }) {
	const own = (await storeOf(core).users.listAccounts(userId)).filter((account) => account.provider === id && account.id === (accountId ?? account.id)).sort((a, b) => b.lastUsedAt - a.lastUsedAt);
	const isCurrent = ({ issuer, subject }) => issuer === identity?.issuer && subject === identity.subject;
	for (const account of [...own.filter(isCurrent), ...own]) {
		const ready = await core.providers.get(id, asker, { issuer: account.issuer });
		if (isIssuedBy(account, ready.provider)) return {
			ready,
			account
		};
	}
	if (identity) return {
		ready: await core.providers.get(id, asker, { issuer: identity.issuer }),
		account: null
	};
	await core.providers.find(id, asker);
	return {
		ready: null,
		account: null
	};
}
// node_modules/latchkey/dist/flows/provider-tokens/session-tokens.js
/** APIs answer with more than sign-ins do. */
var API_LIMITS = {
	timeoutMilliseconds: 3e4,
	maxBytes: 10485760
};
/** Made once: what is shared by all callers of this process lives here. */
function createTokenStories(core, latestPlace) {
	const { settings, platform } = core;
	const vault = vaultOf(core);
	const refresher = createRefresher({
		vault,
		newOwnerId: () => randomText(16, platform.randomBytes)
	});
	const apiFetch = createOutboundFetch({
		...API_LIMITS,
		...settings.fetch ? { fetch: settings.fetch } : {}
	});
	function here() {
		const place = latestPlace();
		if (!place) throw new LatchkeyError("config_origin_missing");
		return place;
	}
	async function findAccount(holder, id) {
		return findOwnAccount(core, holder, {
			id,
			asker: { place: here() }
		});
	}
	const holderOf = ({ user, identity }) => ({
		userId: user.id,
		identity
	});
	async function find(ready, account, refusedVersion) {
		const { id: accountId, userId } = account;
		const happened = {
			userId,
			accountId,
			provider: ready.provider.id
		};
		return findLivingToken({
			vault,
			refresher
		}, {
			accountId,
			refusedVersion,
			async redeem({ refreshToken, idToken, scopes }) {
				const subject = subjectOf(idToken) ?? account.subject;
				const tokens = await ready.client.refresh(refreshToken, {
					subject,
					scopes
				});
				return {
					...tokens,
					idToken: tokens.idToken ?? idToken,
					scopes: tokens.scopes ?? scopes
				};
			},
			onChange: (change) => core.events.emit({
				type: `tokens_${change}`,
				...happened
			}),
			onFailure: (error) => logFailedRefresh(core, happened, error)
		});
	}
	async function get(holder, providerId) {
		const { ready, account } = await findAccount(holder, providerId);
		if (!account) return {
			state: "absent",
			reauthorizePath: null
		};
		const token = await find(ready, account, null);
		const { userId } = holder;
		return toOutcome(token, () => authorizationPath(core, {
			userId,
			account,
			provider: ready.provider,
			scopes: []
		}));
	}
	async function call(holder, providerId, { url, init }) {
		const { ready, account } = await findAccount(holder, providerId);
		if (!ready) throw new LatchkeyError("token_absent");
		const address = apiAddress(ready.provider, url);
		if (!account) throw new LatchkeyError("token_absent");
		return callApi({
			provider: ready.provider,
			fetch: apiFetch,
			address,
			init,
			find: async (refused) => usable(await find(ready, account, refused?.version ?? null))
		});
	}
	return {
		of: (session) => ({
			get: (providerId) => get(holderOf(session), providerId),
			fetch: (providerId, url, init = {}) => call(holderOf(session), providerId, {
				url,
				init
			})
		}),
		ofAccount({ userId, provider, accountId }) {
			const holder = {
				userId,
				identity: null,
				accountId
			};
			return {
				get: () => get(holder, provider),
				fetch: (url, init = {}) => call(holder, provider, {
					url,
					init
				})
			};
		},
		async authorize(session, providerId, { scopes, returnTo }) {
			const { ready, account } = await findAccount(holderOf(session), providerId);
			if (!account) throw new LatchkeyError("account_not_found");
			const userId = session.user.id;
			const path = await authorizationPath(core, {
				userId,
				account,
				provider: ready.provider,
				scopes
			});
			return returnTo ? `${path}&${new URLSearchParams({ returnTo: safeTarget(core, returnTo) })}` : path;
		}
	};
}
/** What the API is called with; the reason why there is nothing to call it with. */
function usable(token) {
	switch (token.state) {
		case "fresh": return token;
		case "revoked": throw new LatchkeyError("token_revoked");
		case "absent": throw new LatchkeyError("token_absent");
		case "unavailable":
			if (token.old) return token.old;
			throw new LatchkeyError("token_unavailable", {
				detail: `The refresh failed: ${token.reason}.${token.isRefused ? " The provider refused it: get(provider) has a reauthorizePath." : ""}`,
				retryAfterSeconds: token.retryAfterSeconds,
				...token.isRefused && { sentence: { name: "token_unavailable_refused" } }
			});
	}
}
async function toOutcome(token, makePath) {
	switch (token.state) {
		case "fresh": {
			const { accessToken, idToken, expiresAt, scopes } = token;
			return {
				state: "fresh",
				accessToken,
				idToken,
				expiresAt: toDate(expiresAt),
				scopes
			};
		}
		case "unavailable": {
			const { reason, retryAfterSeconds, isRefused, old, scopes } = token;
			return {
				state: "unavailable",
				reason,
				retryAfterSeconds,
				accessToken: old?.accessToken ?? null,
				expiresAt: toDate(old?.expiresAt ?? null),
				scopes,
				reauthorizePath: isRefused ? await makePath() : null
			};
		}
		default: return {
			state: token.state,
			reauthorizePath: await makePath()
		};
	}
}
/** A refresh has no request whose log line would tell of it. */
function logFailedRefresh({ settings }, { provider, userId }, { code, detail, cause }) {
	settings.log({
		event: "refresh_failed",
		level: "warn",
		time: new Date(settings.now()).toISOString(),
		provider,
		userId,
		code,
		detail,
		causes: describeCauses(cause)
	});
}
function toDate(milliseconds) {
	return milliseconds === null ? null : new Date(milliseconds);
}
export { createTokenStories };
