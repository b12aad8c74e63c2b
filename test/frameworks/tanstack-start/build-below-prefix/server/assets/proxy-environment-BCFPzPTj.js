// node_modules/latchkey/dist/web/limited-map.js
/** A Map of at most `most` entries: adding one more drops the one that was added first. */
var LimitedMap = class extends Map {
	#most;
	#order = this.keys();
	#oldest = null;
	constructor(most) {
		super();
		this.#most = most;
	}
	/** The entry that was added first, and that nobody deleted since. */
	oldest() {
		if (!this.#oldest) {
			let next = this.#order.next();
			if (next.done) {
				this.#order = this.keys();
				next = this.#order.next();
			}
			if (next.done) return null;
			this.#oldest = { key: next.value };
		}
		const { key } = this.#oldest;
		return [key, this.get(key)];
	}
	/** Drops the oldest entries for as long as their values are over. */
	dropOldestWhile(isOver) {
		for (let oldest = this.oldest(); oldest && isOver(oldest[1]); oldest = this.oldest()) this.delete(oldest[0]);
	}
	set(key, value) {
		if (this.size >= this.#most && !this.has(key)) {
			const oldest = this.oldest();
			if (oldest) this.delete(oldest[0]);
		}
		return super.set(key, value);
	}
	delete(key) {
		if (this.#oldest?.key === key) this.#oldest = null;
		return super.delete(key);
	}
	clear() {
		this.#oldest = null;
		super.clear();
	}
};
// node_modules/latchkey/dist/web/plain-text.js
var unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g;
/** Controls, and halves of a surrogate pair: they would change on their way into a store, or be refused there. */
var unstorable = /[\p{Cc}\p{Cs}]/u;
function isStorable(text) {
	return !unstorable.test(text);
}
/** The text on one line, without control and direction-overriding characters, at most `maxCharacters` long. */
function plainText(text, maxCharacters = 120) {
	const start = text.slice(0, maxCharacters * 4);
	const characters = Array.from(start.replace(/\s+/g, " ").replace(unseen, "").trim());
	return start.length === text.length && characters.length <= maxCharacters ? characters.join("") : `${characters.slice(0, maxCharacters - 1).join("")}…`;
}
// node_modules/latchkey/dist/outbound/proxy-environment.js
/** This machine is never behind its own proxy: the local identity provider lives here. */
var thisMachine = "localhost,.localhost,127.0.0.1,[::1],::1";
/** @param nodeVersion such as `24.5.0`; null on other runtimes, which have their own rules. */
function planProxies(environment, nodeVersion) {
	const named = {
		https: find(environment, "HTTPS_PROXY"),
		http: find(environment, "HTTP_PROXY")
	};
	const all = find(environment, "ALL_PROXY");
	const wanted = {
		https: named.https ?? all,
		http: named.http ?? all
	};
	const found = [.../* @__PURE__ */ new Set([wanted.https, wanted.http])].filter((one) => one !== null);
	if (nodeVersion === null || found.length === 0) return {
		variables: null,
		needsNewerNode: false,
		notices: []
	};
	const notices = found.filter((one) => !isUsable(one.value)).map(({ name }) => `${name} is not an http:// or https:// address, so it is not used for requests to providers.`);
	const usable = found.filter((one) => isUsable(one.value));
	if (usable.length === 0) return {
		variables: null,
		needsNewerNode: false,
		notices
	};
	if (!speaksToProxies(nodeVersion)) {
		const notice = `${usable.map(({ name }) => name).join(" and ")} is set, but Node ${nodeVersion} does not use it by itself, so providers may be out of reach: run Node 22.21, 24.5 or newer.`;
		return {
			variables: null,
			needsNewerNode: true,
			notices: [...notices, notice]
		};
	}
	const exceptions = find(environment, "NO_PROXY")?.value;
	return {
		variables: {
			HTTPS_PROXY: usableValue(wanted.https),
			HTTP_PROXY: usableValue(wanted.http),
			NO_PROXY: exceptions ? `${exceptions},${thisMachine}` : thisMachine
		},
		needsNewerNode: false,
		notices
	};
}
/** The small spelling first, as curl and Node have it. */
function find(environment, name) {
	for (const spelling of [name.toLowerCase(), name]) {
		const value = environment[spelling]?.trim();
		if (value) return {
			name: spelling,
			value
		};
	}
	return null;
}
function isUsable(value) {
	return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
function usableValue(named) {
	return named && isUsable(named.value) ? named.value : "";
}
function speaksToProxies(version) {
	const [major = 0, minor = 0] = version.split(".").map(Number);
	return major > 24 || major === 24 && minor >= 5 || major === 22 && minor >= 21;
}
export { LimitedMap as i, isStorable as n, plainText as r, planProxies as t };
