import { O as LatchkeyError } from "./tanstack-start-Dv8No7qj.js";
import { n as momentAt, r as backchannelAddress, t as millisecondsSince } from "./elapsed-C0-ax36r.js";
import { b as unreachable, g as parseJsonObject, s as distinctKeys, y as translating } from "./verify-signature-CX6Jm2PO.js";
// node_modules/latchkey/dist/oauth/server/remembered.js
/** Remembers what `load` answers. Nothing is loaded before it is asked for. */
function createRemembered(options) {
	const { load, now, freshSeconds, staleSeconds, failureSeconds, doubtSeconds = 10 } = options;
	let known = null;
	let failure = null;
	let pending = null;
	let isDoubted = false;
	let lastDoubtful = null;
	const isWithin = (at, seconds) => at !== void 0 && (seconds === Number.POSITIVE_INFINITY || millisecondsSince(at, now) < seconds * 1e3);
	const loadOnce = async () => {
		try {
			known = {
				value: await load(),
				at: momentAt(now)
			};
			failure = null;
			isDoubted = false;
			return known.value;
		} catch (error) {
			failure = {
				error,
				at: momentAt(now)
			};
			throw error;
		} finally {
			pending = null;
		}
	};
	const renew = () => {
		pending ??= loadOnce();
		return pending;
	};
	/** Whether a doubt is due for a look; takes it. */
	const takeDoubt = () => {
		if (!isDoubted || isWithin(lastDoubtful ?? void 0, doubtSeconds)) return false;
		isDoubted = false;
		lastDoubtful = momentAt(now);
		return true;
	};
	return {
		isFresh: () => isWithin(known?.at, freshSeconds),
		peek: () => known !== null && isWithin(known.at, staleSeconds) ? known.value : null,
		renew,
		doubt() {
			isDoubted = known !== null;
		},
		async get() {
			if (known !== null && isWithin(known.at, freshSeconds) && !takeDoubt()) return known.value;
			const stale = known !== null && isWithin(known.at, staleSeconds) ? known : null;
			if (failure !== null && isWithin(failure.at, failureSeconds)) {
				if (stale !== null) return stale.value;
				throw failure.error;
			}
			try {
				return await renew();
			} catch (error) {
				if (stale !== null) return stale.value;
				throw error;
			}
		}
	};
}
// node_modules/latchkey/dist/oauth/server/key-set.js
var freshSeconds = 300;
/** While the endpoint is down; a key that was withdrawn must not live on for ever. */
var staleSeconds = 3600;
/** A provider that rotates is met by the first look; the others are for a rotation that comes in between. */
var looksPerMinute = {
	login: 3,
	logout: 1,
	notification: 1,
	api: 3
};
/** Keys are fetched at the first use. */
function createKeySet({ server, fetch, now, failureSeconds = 0 }) {
	const load = async () => fetchKeys((await server()).jwks_uri ?? "", fetch);
	const remembered = createRemembered({
		load,
		now,
		freshSeconds,
		staleSeconds,
		failureSeconds
	});
	const looks = {
		login: [],
		logout: [],
		notification: [],
		api: []
	};
	const mayLook = (purpose) => {
		const recent = looks[purpose].filter((at) => millisecondsSince(at, now) < 6e4);
		if (recent.length >= looksPerMinute[purpose]) return false;
		looks[purpose] = [...recent, momentAt(now)];
		return true;
	};
	return {
		async current(purpose) {
			if (purpose === "login" || purpose === "api" || remembered.isFresh() || mayLook(purpose)) return remembered.get();
			const stale = remembered.peek();
			if (stale !== null) return stale;
			throw new LatchkeyError("provider_unavailable", { detail: "The keys could not be fetched." });
		},
		async newerThan(seen, purpose) {
			const known = remembered.peek();
			if (known !== null && known !== seen) return known;
			return mayLook(purpose) ? remembered.renew() : null;
		}
	};
}
function fetchKeys(url, fetch) {
	return translating({
		what: "JWK Set",
		otherwise: "provider_answer_invalid"
	}, async () => {
		const response = await fetch(url, {
			method: "GET",
			headers: { accept: "application/json, application/jwk-set+json" },
			redirect: "manual"
		});
		if (response.status !== 200) throw new TypeError(`answered with status ${response.status}`);
		const { keys } = parseJsonObject(await response.text());
		if (!Array.isArray(keys)) throw new TypeError("keys is not a list");
		const distinct = distinctKeys(keys);
		if (keys.length > 0 && distinct.length === 0) throw new TypeError("keys has no key in it");
		return { keys: distinct };
	});
}
// node_modules/latchkey/dist/oauth/server/provider-fetch.js
/** Wraps the bounded `fetch`. Rejects with `provider_unavailable` for outages, 5xx and 429, and refuses redirects. */
function createProviderFetch({ provider, fetch, now }) {
	const { requestHeaders } = provider.deviations;
	return async (address, { method, headers, redirect, body = null, ownHeaders, hidesPath }) => {
		const url = backchannelAddress(provider, address);
		const place = placeOf(url, hidesPath);
		const response = await fetch(url, {
			method,
			headers: mergedHeaders(headers, requestHeaders, ownHeaders),
			redirect,
			body: formText(body)
		}).catch((error) => {
			throw unreachable(place, error);
		});
		const refusal = refusalOf(response, place, now);
		if (refusal === null) return response;
		response.body?.cancel().catch(() => {});
		throw refusal;
	};
}
/** Later ones win, whatever the case of a name. */
function mergedHeaders(...layers) {
	const merged = new Headers();
	for (const [name, value] of layers.flatMap((layer) => Object.entries(layer ?? {}))) merged.set(name, value);
	return Object.fromEntries(merged);
}
/** A blank as `%20`: every form decoder reads it, and some servers read a plus as a plus. */
function formText(body) {
	return body instanceof URLSearchParams ? body.toString().replaceAll("+", "%20") : body ?? null;
}
function refusalOf({ status, headers, type }, place, now) {
	if (status >= 500 || status === 429) return new LatchkeyError("provider_unavailable", {
		detail: `${place} answered ${status}.`,
		retryAfterSeconds: readRetryAfter(headers.get("retry-after"), now)
	});
	if (type === "opaqueredirect" || status >= 300 && status <= 399) return new LatchkeyError("provider_answer_invalid", { detail: `${place} answered with a redirect, which is never followed.` });
	return null;
}
/** RFC 9110 §10.2.3: seconds or a date. At most a day; undefined where it says nothing of use. */
function readRetryAfter(value, now) {
	if (value === null) return void 0;
	const seconds = /^\d{1,9}$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now()) / 1e3);
	return seconds > 0 ? Math.min(seconds, 86400) : void 0;
}
/** For errors. A query may hold what must not be logged, and so may some paths. */
function placeOf(url, hidesPath = false) {
	return hidesPath ? new URL(url).origin : url.split("?", 1)[0] ?? url;
}
export { createKeySet as n, createRemembered as r, createProviderFetch as t };
