import { o as readCompactJwt } from "./verify-signature-CX6Jm2PO.js";
// node_modules/latchkey/dist/oauth/logout/unverified-issuer.js
/** An empty text where the token says none, or is none: the check that follows refuses it with its reason. */
function unverifiedIssuer(jwt) {
	try {
		const { iss } = readCompactJwt(jwt, "logout+jwt").claims;
		return typeof iss === "string" ? iss : "";
	} catch {
		return "";
	}
}
export { unverifiedIssuer };
