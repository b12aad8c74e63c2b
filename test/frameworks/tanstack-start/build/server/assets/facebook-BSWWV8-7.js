import { t as jsonAnswer } from "./json-answer-DiwkGxvC.js";
// node_modules/latchkey/dist/providers/definition/graph-version.js
/** Introduced on 2026-07-29; its end is not announced yet. */
var graphVersion = "v26.0";
// node_modules/latchkey/dist/providers/fixtures/facebook.js
/** The Graph API's numbers for what OAuth has words for. */
var errorCodes = {
	invalid_client: 101,
	redirect_uri_mismatch: 191,
	temporarily_unavailable: 2
};
var fixture = {
	kind: "facebook",
	sources: [
		"https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow",
		"https://developers.facebook.com/docs/graph-api/reference/user",
		"https://developers.facebook.com/docs/graph-api/guides/secure-requests",
		"https://developers.facebook.com/docs/graph-api/guides/error-handling",
		"https://developers.facebook.com/docs/graph-api/changelog"
	],
	lastVerified: "2026-11-21",
	paths: {
		authorization: `/${graphVersion}/dialog/oauth`,
		token: `/${graphVersion}/oauth/access_token`
	},
	subjectOf: (person) => String(10229847305610000n + BigInt(person.number)),
	api: { [`/${graphVersion}/me`]: me },
	verifiesAppSecretProof: true,
	sendsIssuer: false,
	tokenAnswer: (grant) => jsonAnswer({
		access_token: grant.accessToken,
		token_type: "bearer",
		expires_in: grant.lifetimeSeconds
	}),
	tokenError,
	denied: {
		error: "access_denied",
		error_code: "200",
		error_description: "Permissions error",
		error_reason: "user_denied"
	},
	expected: (person, subject) => ({
		subject,
		email: person.email,
		emailVerified: false,
		name: person.name,
		picture: person.picture
	})
};
/** Gives the fields that were asked for; without any, id and name. What a person does not have is left out. */
function me(person, subject, query) {
	const picture = { data: {
		height: 50,
		is_silhouette: false,
		url: person.picture,
		width: 50
	} };
	const profile = {
		id: subject,
		name: person.name,
		...person.email !== null && { email: person.email },
		...person.picture !== null && { picture }
	};
	const fields = /* @__PURE__ */ new Set(["id", ...(query.get("fields") ?? "name").split(",")]);
	const chosen = Object.entries(profile).filter(([field]) => fields.has(field));
	return jsonAnswer(Object.fromEntries(chosen), 200, "application/json; charset=UTF-8");
}
function tokenError(error, description) {
	const fault = {
		message: description,
		type: "OAuthException",
		code: (Object.hasOwn(errorCodes, error) ? errorCodes[error] : void 0) ?? 100,
		fbtrace_id: "AbCdEf"
	};
	return jsonAnswer({ error: fault }, 400, "application/json; charset=UTF-8");
}
export { fixture };
