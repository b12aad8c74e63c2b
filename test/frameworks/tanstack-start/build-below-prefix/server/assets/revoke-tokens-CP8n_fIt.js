import { t as __exportAll } from "./rolldown-runtime-D8jQpDG7.js";
import { H as isIssuedBy, U as describeCauses } from "./start-CCDRng9R.js";
import { a as vaultOf } from "./keep-answer-DjsjSoRN.js";
// node_modules/latchkey/dist/flows/provider-tokens/revoke-tokens.js
var revoke_tokens_exports = /* @__PURE__ */ __exportAll({ prepareRevocation: () => prepareRevocation });
/** How long a person waits for providers at most. */
var MOST_MILLISECONDS = 3e3;
/**
* Reads the tokens of these accounts while they are there. Call what it answers when they are gone: it tells the
* providers. Neither ever rejects.
*/
async function prepareRevocation(core, place, accounts) {
	if (!core.settings.keepTokens) return async () => {};
	const leaving = (await Promise.all(accounts.map((account) => findLeaving(core, account)))).filter((one) => one !== null);
	return () => withinTime(leaving.map((one) => tellProvider(core, place, one)));
}
/** For sign-outs that end everything. Never rejects: the person is signed out, whatever comes of it. */
async function revokeAfterLastSession(core, place, userId) {
	const { store, keepTokens, now } = core.settings;
	if (!store || !keepTokens) return;
	try {
		if ((await store.sessions.list(userId, now())).length > 0) return;
		const accounts = await store.users.listAccounts(userId);
		const revoke = await prepareRevocation(core, place, accounts);
		await Promise.all(accounts.map(({ id }) => store.tokens.delete(id)));
		await revoke();
	} catch (error) {
		logFailure(core, { userId }, error);
	}
}
/** The refresh token where there is one: with it, the access tokens end too (RFC 7009 §2.1). */
async function findLeaving(core, account) {
	try {
		const vault = vaultOf(core);
		const stored = await vault.store.tokens.find(account.id);
		const opened = stored && await vault.open(stored);
		if (opened?.refreshToken) return {
			account,
			token: opened.refreshToken,
			hint: "refresh_token"
		};
		if (opened?.accessToken) return {
			account,
			token: opened.accessToken,
			hint: "access_token"
		};
		return null;
	} catch (error) {
		logFailure(core, account, error);
		return null;
	}
}
async function tellProvider(core, place, { account, token, hint }) {
	try {
		const { provider, client } = await core.providers.get(account.provider, { place }, { issuer: account.issuer });
		if (isIssuedBy(account, provider)) await client.revoke(token, hint, account.subject);
	} catch (error) {
		logFailure(core, account, error);
	}
}
function logFailure({ settings }, { provider, userId }, error) {
	settings.log({
		event: "revocation_failed",
		level: "warn",
		time: new Date(settings.now()).toISOString(),
		provider,
		userId,
		causes: describeCauses(error)
	});
}
async function withinTime(work) {
	if (work.length === 0) return;
	let timer;
	const tooLong = new Promise((resolve) => {
		timer = setTimeout(resolve, MOST_MILLISECONDS);
	});
	await Promise.race([Promise.all(work), tooLong]);
	clearTimeout(timer);
}
export { revokeAfterLastSession as n, revoke_tokens_exports as r, prepareRevocation as t };
