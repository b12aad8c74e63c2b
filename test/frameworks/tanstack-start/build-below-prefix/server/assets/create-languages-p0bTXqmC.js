import { b as loadOnce, k as errorSentences } from "./tanstack-start-Dv8No7qj.js";
import { n as messages } from "./en-fwQbFpLp.js";
import { a as messageFault, i as directionOf, n as acceptedLanguages, o as translationFaults, r as chooseLanguage } from "./start-CCDRng9R.js";
// node_modules/latchkey/dist/languages/speaking/create-languages.js
function createLanguages({ language, languages, messages: own }, builtIn, onFault) {
	const loaders = /* @__PURE__ */ new Map();
	function loaderOf(tag) {
		const known = loaders.get(tag);
		if (known) return known;
		const loader = loadOnce(() => loadMessages(tag, {
			builtIn,
			own,
			onFault
		}));
		loaders.set(tag, loader);
		return loader;
	}
	async function ownChoice(request) {
		if (language === null) return null;
		try {
			const tag = typeof language === "string" ? language : await language(request);
			return typeof tag === "string" ? chooseLanguage([tag], languages) : null;
		} catch (error) {
			onFault("The option language threw.", error);
			return null;
		}
	}
	return { async of(request) {
		const choice = await ownChoice(request) ?? chooseLanguage(acceptedLanguages(request.headers.get("accept-language")), languages) ?? chooseLanguage(languages, languages) ?? ENGLISH;
		try {
			return {
				...choice,
				direction: directionOf(choice.tag),
				messages: await loaderOf(choice.tag)()
			};
		} catch (error) {
			onFault(`The sentences of ${choice.tag} could not be loaded.`, error);
			return {
				...ENGLISH,
				direction: "ltr",
				messages
			};
		}
	} };
}
var ENGLISH = {
	tag: "en",
	locale: "en-GB"
};
/** English, over it the language, over that the application's own sentences. */
async function loadMessages(tag, { builtIn, own, onFault }) {
	const load = builtIn[tag];
	const source = own.get(tag);
	const loaded = typeof source === "function" ? await source() : source;
	const ownMessages = loaded && "messages" in loaded ? loaded.messages : loaded;
	if (typeof source === "function") for (const fault of translationFaults(ownMessages)) onFault(`messages.${tag}: ${fault}.`);
	return completeMessages((await load?.())?.messages, ownMessages);
}
/** All sentences: `own` before `translation` before English. Faulty ones of `own` are left out. */
function completeMessages(translation = {}, own = {}) {
	const sound = Object.entries(own).filter(([key, message]) => messageFault(key, message) === null);
	return Object.freeze({
		...messages,
		...translation,
		...sharedSentences(translation),
		...Object.fromEntries(sound)
	});
}
/** Errors with the same English sentence have the same in each language: it is translated under the first one's name. */
function sharedSentences(translation) {
	const first = /* @__PURE__ */ new Map();
	const shared = {};
	for (const [name, sentence] of Object.entries(errorSentences)) {
		const message = translation[name] ?? translation[first.get(sentence) ?? name];
		if (!first.has(sentence)) first.set(sentence, name);
		if (message !== void 0) shared[name] = message;
	}
	return shared;
}
export { completeMessages, createLanguages };
