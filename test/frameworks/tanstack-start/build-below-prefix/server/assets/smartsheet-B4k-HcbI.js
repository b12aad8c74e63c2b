import { t as defineFixture } from "./define-fixture-CBhhjdAS.js";
// node_modules/latchkey/dist/providers/fixtures/sha256-hex.js
var { createHash } = process.getBuiltinModule("node:crypto");
function sha256Hex(text) {
	return createHash("sha256").update(text).digest("hex");
}
// node_modules/latchkey/dist/providers/fixtures/smartsheet.js
var fixture = defineFixture({
	kind: "smartsheet",
	sources: [
		"https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth",
		"https://developers.smartsheet.com/api/smartsheet/guides/basics/authentication",
		"https://developers.smartsheet.com/api/smartsheet/guides/advanced-topics/oauth-walkthrough"
	],
	lastVerified: "2026-11-27",
	sendsIssuer: false,
	subjectOf: (person) => String(48569348493401200n * 10n + BigInt(person.number)),
	pkce: "ignored",
	readTokenRequest: ({ form }, client) => {
		const proven = form.get("code") ?? form.get("refresh_token") ?? "";
		const read = new URLSearchParams(form);
		const isRight = form.get("hash") === sha256Hex(`${client.secret}|${proven}`) && !form.has("client_secret");
		read.set("client_secret", isRight ? client.secret : "wrong");
		return read;
	},
	api: { "/2.0/users/me": (person, subject) => ({
		status: 200,
		contentType: "application/json",
		body: `{"id":${subject},${JSON.stringify({
			email: person.email,
			firstName: person.givenName,
			lastName: person.familyName
		}).slice(1)}`
	}) },
	expected: () => ({
		emailVerified: false,
		picture: null
	}),
	cases: [{
		name: "an answer without an id",
		claims: { errorCode: 1003 },
		expected: "refused"
	}]
});
export { fixture };
