// node_modules/latchkey/dist/oauth/server/backchannel.js
/** The address to ask instead of `url`; the same where the provider has no other address for servers. */
function backchannelAddress({ issuer, endpoints, backchannelUrl }, url) {
	if (backchannelUrl === void 0 || isAtBackchannel({ backchannelUrl }, url)) return url;
	const { origin, pathname, search } = new URL(url);
	return [issuer, endpoints?.authorization].map((address) => address && new URL(address).origin).includes(origin) ? withoutSlash(backchannelUrl) + pathname + search : url;
}
/** Whether metadata may name this address although browsers could not reach it. */
function isAtBackchannel({ backchannelUrl }, url) {
	if (backchannelUrl === void 0 || typeof url !== "string" || !URL.canParse(url)) return false;
	const base = withoutSlash(new URL(backchannelUrl).href);
	const { href } = new URL(url);
	return href === base || href.startsWith(`${base}/`);
}
function withoutSlash(url) {
	return url.replace(/\/+$/, "");
}
// node_modules/latchkey/dist/web/elapsed.js
function momentAt(now) {
	return {
		wall: now(),
		steady: performance.now()
	};
}
/**
* Milliseconds since the moment, by the clock that says more: one of them may have stood still while the machine slept.
* Infinite when the wall clock was set back beyond the moment: then nothing that was timed by it may be trusted, and a
* wait ends.
*/
function millisecondsSince(moment, now) {
	const wall = now() - moment.wall;
	if (wall < 0) return Number.POSITIVE_INFINITY;
	return Math.max(wall, performance.now() - moment.steady);
}
export { isAtBackchannel as i, momentAt as n, backchannelAddress as r, millisecondsSince as t };
