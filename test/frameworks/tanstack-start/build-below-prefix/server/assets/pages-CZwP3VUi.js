import { n as messageText, r as valueText, t as messageParts } from "./message-text-BaWsPzCT.js";
import { r as plainText } from "./proxy-environment-BCFPzPTj.js";
import { y as whenReady } from "./tanstack-start-Dv8No7qj.js";
import { html, raw } from "hono/html";
// node_modules/latchkey/dist/pages/markup.js
/** Text from outside that must not turn the direction of the text around it. */
function fromOutside(text) {
	return html`<bdi>${plainText(text)}</bdi>`;
}
// node_modules/latchkey/dist/pages/say.js
function say(language, key, values = {}) {
	return html`${messageParts(language, key, values).map((part) => typeof part === "string" ? part : markupOf(language, values[part.name]))}`;
}
function markupOf(language, value) {
	if (typeof value === "number") return html`${valueText(language, value)}`;
	return typeof value === "string" ? fromOutside(value) : value ?? html``;
}
// node_modules/latchkey/dist/pages/provider-button.js
/** One form with one button: "Continue with Google". */
function providerForm(language, provider, verb = "continueWith") {
	const words = html`${icon(provider.brand)}<span>${namedBy(language, provider, verb)}</span>`;
	const classes = `button provider provider-${provider.id}`;
	if (provider.isLastUsed) return html`<form method="post" action="${provider.action}" class="marked">${placeField(provider)}<button type="submit" class="${classes}" aria-describedby="last-used">${words}</button><span class="last-used" id="last-used">${say(language, "lastUsed")}</span></form>`;
	return html`<form method="post" action="${provider.action}">${placeField(provider)}<button type="submit" class="${classes}">${words}</button></form>`;
}
/** The words beside the name have a class of their own: a compact list shows the name alone. */
function namedBy(language, { name }, verb) {
	return messageParts(language, verb).filter((part) => part !== "").map((part) => typeof part === "string" ? html`<span class="verb">${part}</span>` : html`${plainText(name)}`);
}
/** Where the person says which shop or instance; the label is the field's own, since two such forms may stand here. */
function placeField({ placeField: field }) {
	if (field === null) return null;
	return html`<label class="field"><span>${plainText(field.label)}</span><input type="text" name="${field.name}" required maxlength="200" autocapitalize="none" autocorrect="off" spellcheck="false" autocomplete="on" dir="auto"${field.example !== null && html` placeholder="${plainText(field.example)}"`}></label>`;
}
/** More than this many in one column are a wall of buttons: then only the first few stay large. */
var MOST_LARGE = 6;
var LARGE_BEFORE_COMPACT = 4;
/** A list of such forms, in the order that the application gave; many get a compact list below the first few. */
function providerList(language, providers, verb) {
	if (providers.length > MOST_LARGE) return html`${providerList(language, providers.slice(0, LARGE_BEFORE_COMPACT), verb)}
<ul class="providers compact" role="list">
${providers.slice(LARGE_BEFORE_COMPACT).map((provider) => html`<li>${providerForm(language, provider, verb)}</li>\n`)}</ul>`;
	return html`<ul class="providers" role="list">
${providers.map((provider) => html`<li>${providerForm(language, provider, verb)}</li>\n`)}</ul>`;
}
/** The provider's sign on a neutral ground. */
function providerMark(brand) {
	return html`<span class="mark">${icon(brand)}</span>`;
}
function icon(brand) {
	return html`<span class="icon" aria-hidden="true">${raw(brand.icon)}</span>`;
}
// node_modules/latchkey/dist/pages/readable-time.js
/** The moment to the minute: "3 May 2026, 09:05 UTC". */
function readableTime({ locale }, moment) {
	const text = new Intl.DateTimeFormat(locale, {
		...day,
		...minute
	}).format(moment);
	return html`<time datetime="${`${moment.toISOString().slice(0, 16)}Z`}">${text}</time>`;
}
/** The day alone: "3 May 2026". */
function readableDate({ locale }, moment) {
	const text = new Intl.DateTimeFormat(locale, day).format(moment);
	return html`<time datetime="${moment.toISOString().slice(0, 10)}">${text}</time>`;
}
var day = {
	year: "numeric",
	month: "short",
	day: "numeric",
	timeZone: "UTC"
};
var minute = {
	hour: "2-digit",
	minute: "2-digit",
	timeZoneName: "short"
};
// node_modules/latchkey/dist/pages/account-section.js
/** Nothing without accounts: where there is no store, there are none to manage. */
function accountSection(view) {
	if (view.accounts.length === 0 && view.linkable.length === 0) return null;
	return html`<section aria-labelledby="accounts">
<h2 id="accounts">${say(view.frame.language, "waysToSignIn")}</h2>
${view.accounts.length > 0 && html`<ul class="card items" role="list">\n${view.accounts.map((item) => accountRow(item, view))}</ul>`}
${view.isFresh ? additions(view) : confirmation(view)}
</section>`;
}
function accountRow(item, view) {
	const { language } = view.frame;
	const times = {
		added: readableDate(language, item.linkedAt),
		used: readableDate(language, item.lastUsedAt)
	};
	return html`<li>
${providerMark(item.brand)}
<div class="item-text">
<p class="item-title">${fromOutside(item.providerName)}${item.isCurrent && html` <span class="badge">${say(language, "inUse")}</span>`}</p>
<p class="item-detail">${fromOutside(item.label)}</p>
<p class="item-fine">${say(language, "accountTimes", times)}</p>
${!item.canUnlink && html`<p class="item-fine">${say(language, "onlyWay")}</p>`}
</div>
${view.isFresh && item.canUnlink && unlinkForm(item, view)}
</li>
`;
}
function unlinkForm(item, { frame, actions }) {
	return html`<form method="post" action="${actions.unlink}"><input type="hidden" name="account" value="${item.id}"><button type="submit" class="button small">${say(frame.language, "unlink")}<span class="unseen"> ${fromOutside(item.providerName)}, ${fromOutside(item.label)}</span></button></form>`;
}
function additions({ frame: { language }, linkable }) {
	if (linkable.length === 0) return null;
	return html`<h3>${say(language, "addAnother")}</h3>
${providerList(language, linkable, "addProvider")}`;
}
function confirmation({ frame: { language }, confirm }) {
	return html`<div class="card confirm">
<h3>${say(language, "changeAccounts")}</h3>
${confirm === null ? html`<p>${say(language, "signInAgainFirst")}</p>` : html`<p>${say(language, "confirmFirst")}</p>
${providerForm(language, confirm, "confirmWith")}`}
</div>`;
}
// node_modules/latchkey/dist/pages/initials.js
/** The first letters of the first and the last word, or of the e-mail address; null where there are none. */
function initials(user) {
	const words = plainText(user.name ?? "").match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
	const [first, last] = [words[0], words.at(-1)];
	if (first !== void 0 && last !== void 0) return firstLetter(first) + (words.length > 1 ? firstLetter(last) : "");
	const letter = plainText(user.email ?? "").match(/[\p{L}\p{N}]/u);
	return letter === null ? null : firstLetter(letter[0]);
}
function firstLetter(word) {
	return String.fromCodePoint(word.codePointAt(0) ?? 0).toUpperCase();
}
// node_modules/latchkey/dist/pages/layout.js
/** A whole HTML document. */
function layout({ frame, title, body, width = "narrow" }) {
	const { language } = frame;
	const site = frame.siteName === null ? null : plainText(frame.siteName);
	const document = html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<title>${site === null ? title : `${title} · ${site}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${frame.stylesheetHref}">
</head>
<body class="${width}">
${frame.developmentNotice !== null && html`<p class="development-notice" role="note" lang="en" dir="ltr">${plainText(frame.developmentNotice, 300)}</p>`}
<header>
<a class="home" href="${frame.homeHref}">${site === null ? say(language, "home") : html`<bdi>${site}</bdi>`}</a>
</header>
<main>
${body}
</main>
</body>
</html>
`;
	return whenReady(document, String);
}
/** A sentence that stands out above the page's content. */
function notice(text) {
	return text === null ? null : html`<p class="notice" role="status">${plainText(text, 300)}</p>`;
}
// node_modules/latchkey/dist/pages/session-section.js
/** Nothing without stored sessions. */
function sessionSection({ frame: { language }, sessions, actions }) {
	if (sessions.length === 0) return null;
	return html`<section aria-labelledby="sessions">
<h2 id="sessions">${say(language, "whereSignedIn")}</h2>
<ul class="card items" role="list">
${sessions.map((item) => sessionRow(language, item, actions.endSession))}</ul>
${sessions.some((item) => !item.isCurrent) && html`<form method="post" action="${actions.endOtherSessions}"><button type="submit" class="button small">${say(language, "signOutElsewhere")}</button></form>`}
</section>`;
}
function sessionRow(language, item, action) {
	const { providerName: provider, clientAddress: address } = item;
	const name = item.client?.name ?? item.device;
	const times = {
		start: readableTime(language, item.createdAt),
		seen: readableTime(language, item.lastSeenAt)
	};
	return html`<li>
<div class="item-text">
<p class="item-title">${fromOutside(name)}${item.isCurrent && html` <span class="badge">${say(language, "thisBrowser")}</span>`}</p>
<p class="item-detail">${address === null ? say(language, "sessionWith", { provider }) : say(language, "sessionWithFrom", {
		provider,
		address
	})}</p>
<p class="item-fine">${say(language, "sessionTimes", times)}</p>
</div>
${!item.isCurrent && html`<form method="post" action="${action}"><input type="hidden" name="session" value="${item.id}"><button type="submit" class="button small">${say(language, "signOut")}<span class="unseen"> ${fromOutside(name)}</span></button></form>`}
</li>
`;
}
// node_modules/latchkey/dist/pages/account.js
function account(view) {
	return layout({
		frame: view.frame,
		title: messageText(view.frame.language, "account"),
		width: "wide",
		body: html`${person(view)}
${notice(view.notice)}
${accountSection(view)}
${sessionSection(view)}`
	});
}
var silhouette = html`<svg viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="8" r="4.25"/><path d="M3.5 21a8.5 7 0 0 1 17 0z"/></svg>`;
function person({ frame: { language }, user, actions }) {
	const title = user.name ?? user.email;
	const letters = initials(user);
	return html`<div class="person">
<span class="avatar" aria-hidden="true">${letters ?? silhouette}</span>
<div class="item-text">
<h1>${title === null ? say(language, "account") : fromOutside(title)}</h1>
${user.name !== null && user.email !== null && html`<p class="item-detail">${fromOutside(user.email)}</p>`}
</div>
<form method="post" action="${actions.signOut}"><button type="submit" class="button small">${say(language, "signOut")}</button></form>
</div>`;
}
// node_modules/latchkey/dist/pages/person-card.js
function personCard(language, { name, email }) {
	const known = name ?? email;
	const title = known === null ? say(language, "yourAccount") : fromOutside(known);
	return html`<p class="card pending"><span class="item-text"><strong class="item-title">${title}</strong>${name !== null && email !== null && html` <span class="item-detail">${fromOutside(email)}</span>`}</span></p>`;
}
// node_modules/latchkey/dist/pages/client-confirm.js
function clientConfirm(view) {
	const { frame, isOnThisDevice, user } = view;
	const { language } = frame;
	const client = view.client.name;
	return layout({
		frame,
		title: messageText(language, "clientConfirm", { client: plainText(client) }),
		body: html`<h1>${say(language, "clientConfirm", { client })}</h1>
<p class="lead">${say(language, isOnThisDevice ? "clientConfirmLeadHere" : "clientConfirmLead")}</p>
${personCard(language, user)}
<p class="lead">${say(language, "clientConfirmWhen", { client })}</p>
<div class="actions">
<form method="post" action="${view.allow.action}"><button type="submit" class="button primary">${say(language, "allow")}</button></form>
<form method="post" action="${view.deny.action}"><button type="submit" class="button">${say(language, "doNotSignIn")}</button></form>
</div>
<p class="aside"><a href="${view.otherAccountHref}">${say(language, "otherAccount")}</a></p>`
	});
}
// node_modules/latchkey/dist/pages/deletion-status.js
function deletionStatus({ frame, code, keptDays }) {
	const { language } = frame;
	const title = messageText(language, code === null ? "codeUnknown" : "dataDeleted");
	return layout({
		frame,
		title,
		body: code === null ? html`<h1>${title}</h1>
<p class="lead">${say(language, "codeUnknownLead", { count: keptDays })}</p>` : html`<h1>${title}</h1>
<p class="lead">${say(language, "dataDeletedLead")}</p>
<p class="aside">${say(language, "confirmationCode", { code })}</p>`
	});
}
// node_modules/latchkey/dist/pages/device-code.js
function deviceCode(view) {
	const { frame } = view;
	const { language } = frame;
	return layout({
		frame,
		title: messageText(language, "deviceCode"),
		body: html`<h1>${say(language, "deviceCode")}</h1>
<p class="lead">${say(language, "deviceCodeLead")}</p>
${notice(view.notice)}
<form method="get" action="${view.action}" class="actions">
<label class="field"><span>${say(language, "deviceCodeField")}</span><input class="user-code" type="text" name="user_code" required maxlength="20" placeholder="ABCD-EFGH" dir="ltr" autocapitalize="characters" autocorrect="off" autocomplete="off" spellcheck="false"></label>
<button type="submit" class="button primary">${say(language, "continue")}</button>
</form>
<p class="aside">${say(language, "deviceCodeWarning")}</p>`
	});
}
// node_modules/latchkey/dist/pages/device-confirm.js
function deviceConfirm(view) {
	const { frame, userCode, askedAt } = view;
	const { language } = frame;
	return layout({
		frame,
		title: messageText(language, "deviceConfirm"),
		body: html`<h1>${say(language, "deviceConfirm")}</h1>
<p class="lead">${say(language, "deviceConfirmLead", { client: view.client.name })}</p>
${personCard(language, view.user)}
<p class="lead">${say(language, "deviceCompare")}</p>
<p class="user-code" dir="ltr">${fromOutside(userCode)}</p>
<p class="notice">${say(language, "deviceWarning")}</p>
<div class="actions">
<form method="post" action="${view.allow.action}"><button type="submit" class="button primary">${say(language, "deviceAllow")}</button></form>
<form method="post" action="${view.deny.action}"><button type="submit" class="button">${say(language, "doNotSignIn")}</button></form>
</div>
<p class="aside">${say(language, "deviceAsked", { time: readableTime(language, askedAt) })}</p>
<p><a href="${view.otherAccountHref}">${say(language, "otherAccount")}</a></p>`
	});
}
// node_modules/latchkey/dist/pages/device-done.js
function deviceDone({ frame, client, isAllowed, accountHref }) {
	const { language } = frame;
	return isAllowed ? layout({
		frame,
		title: messageText(language, "deviceDone"),
		body: html`<h1>${say(language, "deviceDone")}</h1>
<p class="lead">${say(language, "deviceDoneLead", { client: client.name })}</p>
<p class="aside"><a href="${accountHref}">${say(language, "deviceDoneMistake")}</a></p>`
	}) : layout({
		frame,
		title: messageText(language, "deviceDenied"),
		body: html`<h1>${say(language, "deviceDenied")}</h1>
<p class="lead">${say(language, "deviceDeniedLead")}</p>`
	});
}
// node_modules/latchkey/dist/pages/developer-panel.js
function developerPanel(code, developer) {
	const { explanation, detail, causes, values } = developer;
	return html`<section class="developer" aria-labelledby="developer" lang="en" dir="ltr">
<p class="developer-scope">Development only</p>
<h2 id="developer">For the developer</h2>
<p><code>${plainText(code)}</code></p>
<p>${plainText(explanation, 2e3)}</p>
${detail !== null && html`<h3>This time</h3>\n<p class="developer-detail"><code>${plainText(detail, 2e3)}</code></p>`}
${causes.length > 0 && html`<h3>Causes</h3>\n<ul>\n${causes.map((cause) => html`<li>${plainText(cause, 1e3)}</li>\n`)}</ul>`}
${values.length > 0 && html`<h3>Register exactly</h3>\n<dl>\n${values.map(valueToRegister)}</dl>`}
${consoleLink(developer)}
</section>`;
}
function valueToRegister({ label, value }) {
	return html`<div><dt>${plainText(label)}</dt><dd><code>${plainText(value, 2e3)}</code></dd></div>\n`;
}
function consoleLink({ consoleUrl }) {
	if (consoleUrl === null || !/^https?:\/\//i.test(consoleUrl)) return null;
	return html`<p class="developer-links"><a href="${consoleUrl}" rel="noreferrer">Open the provider’s console</a></p>`;
}
// node_modules/latchkey/dist/pages/error.js
function error(view) {
	const { language } = view.frame;
	const heading = messageText(language, headingFor(view));
	const code = html`<code>${plainText(view.referenceId)}</code>`;
	return layout({
		frame: view.frame,
		title: heading,
		body: html`<h1>${heading}</h1>
<p class="lead">${plainText(view.sentence, 500)}</p>
${waysOn(view)}
<p class="reference">${say(language, "reference", { code })}</p>
${view.developer !== null && developerPanel(view.code, view.developer)}`
	});
}
function waysOn({ retry, frame }) {
	const { href, label } = retry ?? {
		href: frame.homeHref,
		label: messageText(frame.language, "goHome")
	};
	return html`<p class="actions">
<a class="button primary" href="${href}">${plainText(label)}</a>
</p>`;
}
function headingFor({ code, status }) {
	if (status === 404) return "errorNotFound";
	if (status === 409) return "errorUnchanged";
	if (status === 503 || code.startsWith("upstream_")) return "errorUnavailable";
	if (status >= 500) return "errorOurs";
	if (code === "session_not_allowed") return "errorOther";
	if (code.startsWith("session_")) return "errorSession";
	if (code.startsWith("attempt_") || code.startsWith("provider_")) return "errorSignIn";
	return "errorOther";
}
// node_modules/latchkey/dist/pages/pending-card.js
function pendingCard(language, pending) {
	return html`<p class="card pending">${providerMark(pending.brand)}
<span class="item-text"><span class="item-fine">${say(language, "toBeAdded")}</span> <strong class="item-title">${fromOutside(pending.providerName)}</strong> <span class="item-detail">${fromOutside(pending.label)}</span></span></p>`;
}
// node_modules/latchkey/dist/pages/link-confirm.js
function linkConfirm(view) {
	const { frame, pending } = view;
	const { language } = frame;
	const provider = pending.providerName;
	return layout({
		frame,
		title: messageText(language, "linkConfirm", { provider: plainText(provider) }),
		body: html`<h1>${say(language, "linkConfirm", { provider })}</h1>
<p class="lead">${whoIsSignedIn(view)} ${say(language, "linkConfirmLead")}</p>
${pendingCard(language, pending)}
<form method="post" action="${view.yes.action}"><button type="submit" class="button primary">${say(language, "linkYes")}</button></form>
<form method="post" action="${view.no.action}"><button type="submit" class="button">${say(language, "linkNo")}</button></form>`
	});
}
function whoIsSignedIn({ frame: { language }, user: { name, email } }) {
	if (name !== null && email !== null) return say(language, "signedInAsWith", {
		name,
		email
	});
	const known = name ?? email;
	return known === null ? say(language, "signedInNameless") : say(language, "signedInAs", { name: known });
}
// node_modules/latchkey/dist/pages/link-offer.js
function linkOffer({ frame, pending, existing, separate, isMigration }) {
	const { language } = frame;
	const provider = pending.providerName;
	const title = messageText(language, isMigration ? "migration" : "linkOffer");
	return layout({
		frame,
		title,
		body: html`<h1>${title}</h1>
<p class="lead">${say(language, isMigration ? "migrationLead" : "linkOfferLead", { provider })}</p>
${pendingCard(language, pending)}
${providerList(language, existing)}
<p class="or"><span>${say(language, "or")}</span></p>
<form method="post" action="${separate.action}"><button type="submit" class="button">${say(language, isMigration ? "newHere" : "separateAccount")}</button></form>`
	});
}
// node_modules/latchkey/dist/pages/sign-in.js
function signIn(view) {
	const { frame, providers, signedInAs, continueHref, isConfirmation } = view;
	const { language } = frame;
	const title = messageText(language, isConfirmation ? "confirmTitle" : "signIn");
	return layout({
		frame,
		title,
		body: html`<h1>${title}</h1>
${lead(view)}
${notice(view.notice)}
${signedInAs !== null && continueHref !== null && html`<a class="button primary" href="${continueHref}"><span>${say(language, "continueAs", { name: signedInAs })}</span></a>
<p class="or"><span>${say(language, "or")}</span></p>`}
${providers.length === 0 ? html`<p>${say(language, "noProviders")}</p>` : providerList(language, providers, isConfirmation ? "confirmWith" : void 0)}`
	});
}
function lead({ frame: { language, siteName }, signedInAs, isConfirmation }) {
	if (signedInAs !== null && isConfirmation) return html`<p class="lead">${say(language, "signedInAs", { name: signedInAs })} ${say(language, "confirmLead")}</p>`;
	if (signedInAs !== null) return html`<p class="lead">${say(language, "signInLeadAgain")}</p>`;
	if (siteName === null) return html`<p class="lead">${say(language, "signInLead")}</p>`;
	return html`<p class="lead">${say(language, "signInLeadSite", { site: siteName })}</p>`;
}
// node_modules/latchkey/dist/pages/sign-out.js
function signOut({ frame, signedInAs, signOut, stayHref }) {
	const { language } = frame;
	return layout({
		frame,
		title: messageText(language, "signOut"),
		body: html`<h1>${say(language, "signOutTitle")}</h1>
<p class="lead">${signedInAs === null ? say(language, "signOutLead") : say(language, "signedInAs", { name: signedInAs })}</p>
<form method="post" action="${signOut.action}"><button type="submit" class="button primary">${say(language, "signOut")}</button></form>
<p class="aside"><a href="${stayHref}">${say(language, "staySignedIn")}</a></p>`
	});
}
// node_modules/latchkey/dist/pages/signed-out.js
function signedOut(view) {
	const { language } = view.frame;
	const title = messageText(language, "signedOut");
	return layout({
		frame: view.frame,
		title,
		body: html`<h1>${title}</h1>
<p class="lead">${say(language, "signedOutLead")}</p>
${notice(view.notice)}
<p class="actions"><a class="button primary" href="${view.signInHref}">${say(language, "signInAgain")}</a></p>
<p class="aside">${say(language, "sharedComputer")}</p>`
	});
}
// node_modules/latchkey/dist/pages/neutral-brand.js
/** A person's outline in the colours of the page. */
var neutralBrand = {
	icon: "<svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"><circle cx=\"12\" cy=\"8\" r=\"4\"/><path d=\"M4 21a8 7 0 0 1 16 0\" stroke-linecap=\"round\"/></svg>",
	light: {
		background: "#ffffff",
		text: "#1d1c1a",
		border: "#8d8981"
	},
	dark: {
		background: "#1c1c1b",
		text: "#eeece8",
		border: "#7d7971"
	}
};
// node_modules/latchkey/dist/pages/stylesheet.js
/** Everything but the colours of the providers. */
var stylesheet = "\n:root {\n  color-scheme: light dark;\n  --ground: #faf9f7;\n  --surface: #ffffff;\n  --tint: #f1efeb;\n  --text: #1d1c1a;\n  --muted: #625f59;\n  --line: #e3e0da;\n  --control-line: #8d8981;\n  --accent: #2556c9;\n  --notice-ground: #fdf3d9;\n  --notice-text: #594200;\n  --notice-line: #ecd9a3;\n  --radius: 0.75rem;\n  --sans: -apple-system, \"Segoe UI\", Roboto, \"Noto Sans\", \"Liberation Sans\", system-ui, sans-serif;\n  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, \"Liberation Mono\", monospace;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --ground: #141413;\n    --surface: #1c1c1b;\n    --tint: #2a2927;\n    --text: #eeece8;\n    --muted: #aaa69e;\n    --line: #343330;\n    --control-line: #7d7971;\n    --accent: #9db8ff;\n    --notice-ground: #2a2414;\n    --notice-text: #f0dca3;\n    --notice-line: #4d4222;\n  }\n}\n*, *::before, *::after { box-sizing: border-box }\nhtml { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }\nbody {\n  margin: 0;\n  min-height: 100vh;\n  min-height: 100svh;\n  background: var(--ground);\n  color: var(--text);\n  font: 1rem/1.55 var(--sans);\n  overflow-wrap: anywhere;\n  -webkit-font-smoothing: antialiased;\n}\nh1, h2, h3, p, ul, dl, dd, form { margin: 0; padding: 0 }\nh1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance }\nh1 { font-size: clamp(1.75rem, 1.5rem + 1.4vw, 2.125rem); letter-spacing: -0.022em }\nh2 { font-size: 1.1875rem; letter-spacing: -0.01em }\nh3 { font-size: 1rem }\np { text-wrap: pretty }\nul[role=\"list\"] { list-style: none }\na { color: var(--accent); text-underline-offset: 0.2em; text-decoration-thickness: 0.06em }\ntime { white-space: nowrap }\ncode { font: 0.875em/1.5 var(--mono); direction: ltr; unicode-bidi: isolate }\n:focus-visible { outline: 0.1875rem solid var(--accent); outline-offset: 0.1875rem }\n\nheader, main { width: 100%; max-width: 27.5rem; margin-inline: auto; padding-inline: 1.5rem }\n.wide > header, .wide > main { max-width: 46rem }\nheader { padding-block-start: clamp(2.5rem, 14vh, 9rem) }\n.wide > header { padding-block-start: clamp(2rem, 6vh, 4rem) }\nmain { padding-block: 0.75rem 5rem }\n.home { display: inline-block; padding-block: 0.25rem; color: var(--muted); font-weight: 500; text-decoration: none }\n.home:hover { color: var(--text); text-decoration: underline }\n\n.development-notice {\n  padding: 0.5rem 1.5rem;\n  background: var(--notice-ground);\n  border-block-end: 1px solid var(--notice-line);\n  color: var(--notice-text);\n  font-size: 0.875rem;\n  text-align: center;\n}\n.lead { margin-block-start: 0.75rem; color: var(--muted); font-size: 1.0625rem }\n.notice {\n  margin-block-start: 1.5rem;\n  padding: 0.75rem 1rem;\n  border: 1px solid var(--notice-line);\n  border-radius: var(--radius);\n  background: var(--notice-ground);\n  color: var(--notice-text);\n}\n.aside { margin-block-start: 2.5rem; color: var(--muted); font-size: 0.875rem }\n.or { display: flex; align-items: center; gap: 1rem; margin-block: 1.25rem; color: var(--muted); font-size: 0.875rem }\n.or::before, .or::after { content: \"\"; flex: 1; border-block-start: 1px solid var(--line) }\n.reference { margin-block-start: 2.5rem; color: var(--muted); font-size: 0.875rem }\n.reference code { margin-inline-start: 0.25rem; font-size: 1em; -webkit-user-select: all; user-select: all; color: var(--text) }\n.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }\n\n.button {\n  display: inline-flex;\n  align-items: center;\n  justify-content: center;\n  width: 100%;\n  min-height: 3rem;\n  padding: 0.625rem 1rem;\n  border: 1px solid var(--control-line);\n  border-radius: var(--radius);\n  background: var(--surface);\n  color: var(--text);\n  font: 500 1rem/1.3 var(--sans);\n  text-align: center;\n  text-decoration: none;\n  cursor: pointer;\n}\n.button:hover { box-shadow: inset 0 0 0 10rem color-mix(in srgb, currentColor 7%, transparent) }\n.button:active { box-shadow: inset 0 0 0 10rem color-mix(in srgb, currentColor 14%, transparent) }\n.button.primary { border-color: var(--text); background: var(--text); color: var(--ground) }\n.button.small { width: auto; min-height: 2.25rem; padding: 0.25rem 0.875rem; border-radius: 0.5rem; font-size: 0.875rem }\n.button.provider {\n  display: grid;\n  grid-template-columns: 1.25rem 1fr 1.25rem;\n  gap: 0.75rem;\n  border-color: var(--provider-border, var(--control-line));\n  background: var(--provider-background, var(--surface));\n  color: var(--provider-text, var(--text));\n}\n.marked { display: grid }\n.marked > .button { grid-area: 2 / 1 }\n.last-used {\n  grid-area: 2 / 1;\n  place-self: start end;\n  translate: -0.75rem -50%;\n  padding: 0.0625rem 0.5rem;\n  border: 1px solid var(--control-line);\n  border-radius: 1rem;\n  background: var(--ground);\n  color: var(--text);\n  font-size: 0.75rem;\n  font-weight: 500;\n  pointer-events: none;\n}\n@media (prefers-reduced-motion: no-preference) {\n  .button { transition: box-shadow 120ms ease-out }\n}\n.field { display: grid; gap: 0.25rem; margin-block-end: 0.5rem; font-size: 0.875rem; color: var(--muted) }\n.field input {\n  width: 100%;\n  min-height: 2.75rem;\n  padding: 0.5rem 0.75rem;\n  border: 1px solid var(--control-line);\n  border-radius: var(--radius);\n  background: var(--surface);\n  color: var(--text);\n  font: 1rem/1.3 var(--sans);\n}\n.user-code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; letter-spacing: 0.08em }\np.user-code { margin-block: 1rem; font-size: 1.75rem; font-weight: 600; text-align: center }\ninput.user-code { text-transform: uppercase }\n.icon { display: flex; width: 1.25rem; height: 1.25rem }\n.icon svg { display: block; width: 100%; height: 100% }\n.providers { display: grid; gap: 0.75rem; margin-block-start: 1.75rem }\n.providers.compact { grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0.5rem; margin-block-start: 1rem }\n.compact .button.provider {\n  grid-template-columns: 1rem 1fr;\n  min-height: 2.75rem;\n  padding: 0.375rem 0.75rem;\n  border-color: var(--line);\n  background: var(--surface);\n  color: var(--text);\n  font-size: 0.875rem;\n  text-align: start;\n}\n.compact .icon { width: 1rem; height: 1rem }\n.compact li, .compact form { display: grid }\n/* The large buttons above show it; screen readers read it at each of these, too. */\n.compact .verb { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }\n.or + .providers { margin-block-start: 0 }\n.lead + .button, .notice + .button { margin-block-start: 1.75rem }\n.actions { display: grid; gap: 0.75rem; margin-block-start: 1.75rem }\n.actions + .aside { margin-block-start: 1.5rem }\nmain > form + form { margin-block-start: 0.75rem }\n\n.card { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface) }\n.person { display: flex; flex-wrap: wrap; align-items: center; gap: 1rem 1.125rem; margin-block-start: 1rem }\n.person .item-text { flex: 1 1 12rem }\n.person h1 { font-size: clamp(1.5rem, 1.25rem + 1.2vw, 1.875rem) }\n.avatar {\n  display: grid;\n  place-items: center;\n  flex: none;\n  width: 3.5rem;\n  height: 3.5rem;\n  border-radius: 50%;\n  background: var(--text);\n  color: var(--ground);\n  font-size: 1.1875rem;\n  font-weight: 600;\n}\n.avatar svg { width: 1.75rem; height: 1.75rem }\nsection { margin-block-start: 3rem }\nsection h2 + .card, section h2 + .providers { margin-block-start: 1rem }\nsection > form { margin-block-start: 1rem }\nsection > h3 { margin-block: 1.75rem 0.875rem }\nsection .providers { grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr)); margin-block-start: 0 }\n\n.items > li { display: grid; grid-template-columns: auto 1fr auto; gap: 0.75rem 1rem; align-items: start; padding: 1.125rem 1.25rem }\n.items > li + li { border-block-start: 1px solid var(--line) }\n.items > li > .item-text:first-child { grid-column: 1 / 3 }\n.items > li > form { align-self: center }\n@media (max-width: 34rem) {\n  .items > li > form { grid-column: 2 }\n  .items > li > .item-text:first-child { grid-column: 1 / -1 }\n  .items > li > .item-text:first-child + form { grid-column: 1 / -1 }\n}\n.item-text { min-width: 0 }\n.item-title { font-weight: 600 }\n.item-detail { color: var(--muted) }\n.item-fine { margin-block-start: 0.25rem; color: var(--muted); font-size: 0.8125rem }\n.mark {\n  display: grid;\n  place-items: center;\n  flex: none;\n  width: 2.5rem;\n  height: 2.5rem;\n  border-radius: 0.625rem;\n  background: var(--tint);\n}\n.badge {\n  display: inline-block;\n  margin-inline-start: 0.375rem;\n  padding: 0.0625rem 0.5rem;\n  border-radius: 1rem;\n  background: var(--tint);\n  color: var(--muted);\n  font-size: 0.75rem;\n  font-weight: 500;\n  vertical-align: 0.0625rem;\n  white-space: nowrap;\n}\n.pending { display: flex; align-items: center; gap: 1rem; margin-block: 1.5rem; padding: 1rem 1.25rem }\n.pending .item-text > * { display: block; margin: 0 }\n.confirm { margin-block-start: 1rem; padding: 1.25rem }\n.confirm p { margin-block: 0.25rem 1rem; color: var(--muted) }\n.confirm p:last-child { margin-block-end: 0 }\n.confirm .button { max-width: 20rem }\n\n.developer {\n  margin-block-start: 3rem;\n  padding: 1.25rem;\n  border: 1px dashed var(--control-line);\n  border-radius: var(--radius);\n  background: var(--surface);\n  font-size: 0.9375rem;\n}\n.developer-scope {\n  display: inline-block;\n  margin-block-end: 0.625rem;\n  padding: 0.0625rem 0.5rem;\n  border: 1px solid var(--notice-line);\n  border-radius: 1rem;\n  background: var(--notice-ground);\n  color: var(--notice-text);\n  font-size: 0.75rem;\n  font-weight: 500;\n}\n.developer > p + p { margin-block-start: 0.75rem }\n.developer h2 + p { margin-block-start: 0.25rem; color: var(--muted) }\n.developer > h3 { margin-block: 1.25rem 0.5rem; font-size: 0.8125rem; color: var(--muted) }\n.developer ul { padding-inline-start: 1.125rem }\n.developer li + li { margin-block-start: 0.25rem }\n.developer dl { display: grid; gap: 0.75rem }\n.developer dt { color: var(--muted); font-size: 0.8125rem }\n.developer dd code, .developer-detail {\n  display: block;\n  padding: 0.5rem 0.75rem;\n  border-radius: 0.5rem;\n  background: var(--tint);\n}\n.developer dd code { -webkit-user-select: all; user-select: all }\n.developer-links { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem }\n.developer > :last-child.developer-links { margin-block-start: 1.25rem }\n";
/** Changes whenever `stylesheet` does. */
var stylesheetVersion = versionOf(stylesheet);
/**
* The whole stylesheet with a class `provider-<id>` for each provider.
* @throws TypeError for an id or a colour that would end its declaration and begin another.
*/
function stylesheetFor(providers) {
	const light = providers.map(({ id, brand }) => providerRule(id, brand.light));
	const dark = providers.map(({ id, brand }) => providerRule(id, brand.dark));
	return `${stylesheet}
${light.join("\n")}
@media (prefers-color-scheme: dark) {
${dark.join("\n")}
}
`;
}
/** A short name for these very bytes, for the address that may be cached for ever (FNV-1a, 32 bits; no protection). */
function versionOf(css) {
	let hash = 2166136261;
	for (let index = 0; index < css.length; index++) hash = Math.imul(hash ^ css.charCodeAt(index), 16777619);
	return (hash >>> 0).toString(36);
}
function providerRule(id, colors) {
	if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new TypeError(`Not a provider's id: ${id}`);
	return `.provider-${id} { ${[
		`--provider-background: ${safeColor(colors.background)}`,
		`--provider-text: ${safeColor(colors.text)}`,
		`--provider-border: ${safeColor(colors.border)}`
	].join("; ")} }`;
}
function safeColor(color) {
	if (!/^#?[\w\s.,%()-]+$/.test(color)) throw new TypeError(`Not a colour: ${color}`);
	return color;
}
// node_modules/latchkey/dist/pages/index.js
/** Server-rendered, without scripts, in light and dark. */
var defaultPages = Object.freeze({
	signIn,
	account,
	signOut,
	signedOut,
	deletionStatus,
	error,
	linkOffer,
	linkConfirm,
	clientConfirm,
	deviceCode,
	deviceConfirm,
	deviceDone
});
export { defaultPages, neutralBrand, stylesheet, stylesheetFor, stylesheetVersion, versionOf };
