// node_modules/latchkey/dist/languages/speaking/message-text.js
/**
* A sentence of the pages in the page's language, for pages of the application's own. It is text: escape it like any other.
*
* @example
* ```ts
* import { messageText, type SignInView } from 'latchkey'
*
* // "Weiter mit Google"
* const label = ({ frame }: SignInView, provider: string) => messageText(frame.language, 'continueWith', { provider })
* ```
*/
function messageText(language, key, values = {}) {
	return messageParts(language, key, values).map((part) => typeof part === "string" ? part : valueText(language, values[part.name])).join("");
}
/** The sentence taken apart: its words, and the places for values between them. */
function messageParts({ messages, locale }, key, { count } = {}) {
	return formFor(messages[key], locale, typeof count === "number" ? count : 0).split(/\{(\w+)\}/).map((part, index) => index % 2 === 0 ? part : { name: part });
}
/** The value of a place as text: a number in the digits and groups of the reader. */
function valueText({ locale }, value) {
	return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value ?? "";
}
function formFor(message, locale, count) {
	if (typeof message === "string") return message;
	return message[new Intl.PluralRules(locale).select(count)] ?? message.other;
}
export { messageText as n, valueText as r, messageParts as t };
