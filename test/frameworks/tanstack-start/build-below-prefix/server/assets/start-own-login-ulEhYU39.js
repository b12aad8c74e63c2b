import { S as accountOf } from "./start-CCDRng9R.js";
import { O as LatchkeyError, m as headerOf, p as deviceOf } from "./tanstack-start-Dv8No7qj.js";
import { i as hasFormerSession, s as sessionCookies } from "./cookies-ItqxRj0l.js";
import { n as isStorable } from "./proxy-environment-BCFPzPTj.js";
// node_modules/latchkey/dist/flows/session/start-own-login.js
var MOST_ID_CHARACTERS = 255;
/** Throws `config_option_invalid`, `user_not_found`. */
async function startOwnLogin(core, place, { user: given, options }) {
	const { settings } = core;
	const identity = identityOf(core, place, {
		user: given,
		options
	});
	const user = settings.store ? await storedUser(core, identity) : plainUser(core, identity);
	const { source = null, authenticatedAt = new Date(settings.now()) } = options;
	const device = deviceOf(source, settings.trustedProxies);
	const { provider, issuer, subject } = identity;
	const cookieHeader = headerOf(source, "cookie");
	const before = await core.check(cookieHeader, place, () => device);
	const { session, token, maxAgeSeconds } = await core.sessions.start({
		user,
		identity: {
			provider,
			issuer,
			subject,
			providerSessionId: null
		},
		acr: null,
		sealedIdToken: null,
		authenticatedAt: Math.min(authenticatedAt.getTime(), settings.now()),
		...device
	});
	if (before.session) await core.sessions.end(before.session);
	await core.events.emit({
		type: "signed_in",
		userId: user.id,
		provider,
		sessionId: session.id,
		intent: "login"
	}, device);
	const { cookies } = place;
	const isMoved = hasFormerSession(cookies, cookieHeader);
	return {
		session,
		setCookies: sessionCookies(cookies, {
			token,
			maxAgeSeconds
		}, isMoved)
	};
}
function identityOf({ settings }, place, { user, options }) {
	const { id, email = null, emailVerified = false, name = null, picture = null } = user;
	const { login = "password" } = options;
	const subject = String(id);
	if (subject === "" || subject.length > MOST_ID_CHARACTERS || !isStorable(subject)) throw invalid(`user.id must be text of 1 to ${MOST_ID_CHARACTERS} characters, or an integer`);
	if (!/^[a-z][a-z0-9-]{0,62}$/.test(login) || settings.providers.some((provider) => provider.id === login)) throw invalid(`login "${login.slice(0, 63)}" must look like an id, and be none of a configured provider`);
	return {
		provider: login,
		issuer: `${settings.origin ?? place.origin}${settings.basePath}/${login}`,
		subject,
		email,
		emailVerified: email !== null && emailVerified,
		name,
		picture,
		providerSessionId: null,
		claims: {}
	};
}
async function storedUser(core, identity) {
	const { settings, events } = core;
	const { store, users } = settings;
	if (!store) throw new LatchkeyError("config_store_missing");
	if (users && !await users.find(identity.subject)) throw new LatchkeyError("user_not_found");
	const account = accountOf({
		now: settings.now,
		newId: core.newId
	}, identity, identity.subject);
	const known = await store.users.find(identity.subject);
	if (known) {
		await store.users.linkAccount(account);
		return known;
	}
	const { user, created } = await store.users.create(plainUser(core, identity), account);
	if (created) await events.emit({
		type: "user_created",
		userId: user.id,
		provider: identity.provider
	});
	return user;
}
function plainUser({ settings }, { subject: id, email, emailVerified, name, picture }) {
	return {
		id,
		email,
		emailVerified,
		name,
		picture,
		createdAt: settings.now()
	};
}
function invalid(what) {
	return new LatchkeyError("config_option_invalid", { detail: `auth.sessions.start: ${what}.` });
}
export { startOwnLogin };
