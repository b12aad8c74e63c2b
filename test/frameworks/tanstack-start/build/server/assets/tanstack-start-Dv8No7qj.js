import { t as nodeModules } from "./node-fast-paths-DONW3RTX.js";
import { t as isLoopbackHostname } from "./loopback-CYWiIbl7.js";
import { redirect } from "@tanstack/react-router";
// node_modules/latchkey/dist/errors.js
var errorCodes = {
	config_origin_missing: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "In production the application’s own address must be configured: latchkey({ origin: \"https://app.example.com\" }) or ORIGIN. It is never taken from Host or X-Forwarded-* headers."
	},
	config_origin_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "The origin must be scheme, host and port only, such as https://app.example.com. http: is accepted on loopback (localhost, 127.0.0.1, [::1]) only."
	},
	config_secret_missing: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "Set LATCHKEY_SECRET (or latchkey({ secret })) to at least 32 random bytes, for example the output of: openssl rand -base64 32"
	},
	config_secret_weak: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "A secret is shorter than 32 bytes. Cookies are sealed with it, so a guessable one lets anybody sign in as anybody. Use the output of: openssl rand -base64 32"
	},
	config_provider_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "A provider is described wrongly; the detail says which and what to change."
	},
	config_provider_credentials_missing: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "A provider has no client id or secret. Set <ID>_CLIENT_ID and <ID>_CLIENT_SECRET. (The local identity provider stands in for it only in development, on loopback.)"
	},
	config_option_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "An option given to latchkey({ … }) has a wrong value; the detail names it."
	},
	config_variable_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "An environment variable has a value that cannot be used; the detail names the variable and what it accepts. All are listed in docs/environment.md."
	},
	config_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "Several things stand in the way of a start; the detail has a line for each, with its own code. `latchkey doctor` shows them too."
	},
	config_store_missing: {
		status: 501,
		forPerson: "This site does not offer this, so nothing was done. Please go back to the page that you came from.",
		forDeveloper: "This feature needs a store: latchkey({ store: sqlite(\"app.db\") })."
	},
	config_rules_invalid: {
		status: 500,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "The rules of the gateway (RULES) cannot be used; the detail names the rule and what was found. A gateway that runs keeps its old rules. docs/gateway.md has the whole form."
	},
	request_not_found: {
		status: 404,
		forPerson: "There is no page at this address. Please check the address, or go back to the start.",
		forDeveloper: "No route below basePath matches. The routes are listed in docs/routes.md."
	},
	request_method_not_allowed: {
		status: 405,
		forPerson: "This address does not work in this way, so nothing was done. Please go back to our pages and try again.",
		forDeveloper: "The route exists, but not for this method; the Allow header names those that do."
	},
	request_cross_site: {
		status: 403,
		forPerson: "This request came from another site, so nothing was done. Please go back to our pages and try again.",
		forDeveloper: "State changes need a same-origin request: Sec-Fetch-Site: same-origin or, where that header is absent, an Origin equal to the configured one. A proxy that strips both, or an origin that is configured wrongly, causes this."
	},
	request_not_navigation: {
		status: 403,
		forPerson: "This address works only as a page that you open yourself, so nothing was done. Please go back to our pages and try again.",
		forDeveloper: "A GET that starts, ends or changes something must be a page that a person opens: Sec-Fetch-Mode: navigate and Sec-Fetch-Dest: document where the browser sends them. Images, frames, fetch and the prefetching of routers are refused. Start logins by a form (POST), and link to /auth/login."
	},
	request_wrong_host: {
		status: 421,
		forPerson: "This site is not set up for the address in your browser, so nothing was done. Please tell the people who run it.",
		forDeveloper: "In development without a configured origin only loopback hosts are accepted, since the origin is never taken from a Host header. Open http://localhost:PORT, or set ORIGIN."
	},
	request_too_large: {
		status: 413,
		forPerson: "Your browser sent more than this page accepts, so nothing was done. Please go back and send less.",
		forDeveloper: "The body is over the limit of this route (16 kB for callbacks and forms, 64 kB for logout tokens)."
	},
	request_malformed: {
		status: 400,
		forPerson: "Your browser sent something that this page cannot read, so nothing was done. Please go back and try again.",
		forDeveloper: "A parameter is missing, repeated, too long or not valid text; the detail names it."
	},
	attempt_missing: {
		status: 400,
		forPerson: "This sign-in was already used, or was started in another browser or window. Please start again.",
		forDeveloper: "No attempt cookie matches the state of this callback. Usual causes: opened in another browser, a cookie that was blocked or dropped, an origin whose scheme or port differs from the address in the browser, or a page that was opened a second time."
	},
	attempt_invalid: {
		status: 400,
		forPerson: "This site can no longer read the sign-in that you started, so you were not signed in. Please start again.",
		forDeveloper: "The attempt cookie could not be opened. Usual causes: LATCHKEY_SECRET was replaced without keeping the old one behind a comma, or servers with different secrets."
	},
	attempt_expired: {
		status: 400,
		forPerson: "This sign-in took too long, so you were not signed in. Please start again.",
		forDeveloper: "The attempt is older than attemptLifetimeSeconds (default 600)."
	},
	attempt_wrong_provider: {
		status: 400,
		forPerson: "The answer came from another sign-in service than the one you chose, so you were not signed in. Please start again.",
		forDeveloper: "The callback of one provider was called with an attempt that was begun at another. This is what a mix-up attack looks like (RFC 9700 §4.4); nothing was redeemed."
	},
	attempt_already_used: {
		status: 400,
		forPerson: "This sign-in was already used. Please start again.",
		forDeveloper: "The callback was delivered a second time after the first had finished. No second token request was made."
	},
	attempt_session_changed: {
		status: 403,
		forPerson: "You signed out or changed accounts in the meantime, so nothing was added. Please try again.",
		forDeveloper: "Linking is bound to the very session that began it; that session is gone, is another, or is not fresh."
	},
	provider_unknown: {
		status: 404,
		forPerson: "This site does not offer this way to sign in. Please choose another one.",
		forDeveloper: "No provider with this id is configured."
	},
	provider_place_invalid: {
		status: 400,
		forPerson: "This is not an address that you can sign in with here. Please check how it is spelled and try again.",
		forDeveloper: "This provider has many places (shops, instances, regions), and each login says which: the parameter of /auth/login/ID that the detail names. Its value was missing or not accepted."
	},
	provider_unavailable: {
		status: 503,
		forPerson: "This sign-in service does not answer at the moment. Please try again in a minute, or use another way to sign in.",
		forDeveloper: "The provider could not be reached, timed out, or answered 5xx or 429; the detail names the endpoint and the reason. Nothing has to be done here: the next login asks again."
	},
	provider_certificate_invalid: {
		status: 503,
		forPerson: "This site cannot connect to this sign-in service safely. Please use another way to sign in, or tell the people who run this site.",
		forDeveloper: "The provider’s TLS certificate was refused: self-signed, from an authority that this server does not know, for another host name, or expired; the detail says which. It does not pass by itself. For an authority of your own, start Node with NODE_EXTRA_CA_CERTS=/path/to/ca.pem; never turn verification off."
	},
	provider_denied: {
		status: 403,
		forPerson: "The sign-in service did not allow this sign-in, so you were not signed in. Please start again, or use another way to sign in.",
		forDeveloper: "The provider answered access_denied: the person pressed cancel, or a rule at the provider refused them (not assigned to the application, a condition that was not met). The detail has the provider’s own words."
	},
	provider_interaction_required: {
		status: 403,
		forPerson: "The sign-in service needs an answer from you first, so you were not signed in. Please start again.",
		forDeveloper: "The provider answered login_required, interaction_required, consent_required or account_selection_required. After prompt=none that is the usual answer of a provider without a session; without prompt=none the person left a question of the provider unanswered or refused it. The detail has the provider’s own words."
	},
	provider_freshness_unproven: {
		status: 400,
		forPerson: "The sign-in service did not confirm that you signed in just now, so nothing was done. Please try again, or sign out and in again first.",
		forDeveloper: "A recent sign-in was demanded. OpenID Connect providers prove it by auth_time; this answer has none that is usable, or an old one. For a provider that never sends it, the option reauthentication (variable …_REAUTHENTICATION) names the parameters that make it ask again, such as prompt=login; the round trip is then the proof."
	},
	provider_freshness_unsupported: {
		status: 403,
		forPerson: "This page needs a recent sign-in, and the service that you signed in with cannot prove one. Please sign in another way.",
		forDeveloper: "A recent sign-in was demanded of a plain OAuth 2.0 provider that declares no way to ask again. Name its parameters with the option reauthentication (variable …_REAUTHENTICATION), or link an OpenID Connect provider."
	},
	provider_level_unsupported: {
		status: 403,
		forPerson: "This page needs a stronger sign-in than the service that you signed in with offers. Please sign in another way.",
		forDeveloper: "acr was demanded, but the provider of this session speaks plain OAuth 2.0 and can prove no level. Link an OpenID Connect provider."
	},
	provider_refused: {
		status: 400,
		forPerson: "The sign-in service refused this sign-in, so you were not signed in. Please start again, or use another way to sign in.",
		forDeveloper: "The provider answered with an OAuth error. The detail says whether the callback or the token endpoint had it, with its code and description; in development the page shows them."
	},
	provider_redirect_uri_mismatch: {
		status: 400,
		forPerson: "This site is not set up completely at the sign-in service, so you were not signed in. Please use another way to sign in, or tell the people who run this site.",
		forDeveloper: "The provider does not know this redirect URI. Register exactly the one shown here."
	},
	provider_credentials_refused: {
		status: 400,
		forPerson: "This site is not set up completely at the sign-in service, so you were not signed in. Please use another way to sign in, or tell the people who run this site.",
		forDeveloper: "The client cannot prove itself: the client id, the secret or the client authentication method is not what is registered. The detail has the provider’s own words (invalid_client, or status 401), or says why nothing was sent."
	},
	provider_answer_invalid: {
		status: 400,
		forPerson: "The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.",
		forDeveloper: "An answer of the provider breaks the specification, or is too large; the detail says which rule, and what was found."
	},
	provider_issuer_mismatch: {
		status: 400,
		forPerson: "The answer came from another sign-in service than the one you chose, so you were not signed in. Please start again.",
		forDeveloper: "The issuer in the answer or in the metadata is not the configured one (RFC 9207 §2.4, OpenID Connect Discovery §4.3). They are compared byte for byte: look at trailing slashes, case and port."
	},
	provider_id_token_invalid: {
		status: 400,
		forPerson: "The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.",
		forDeveloper: "The ID token failed a check of OpenID Connect Core §3.1.3.7 (signature, iss, aud, azp, exp, iat, nonce, at_hash, c_hash, acr, auth_time); the detail names it, with what was expected and found. With exp or iat: look at the clocks."
	},
	provider_notification_invalid: {
		status: 400,
		forPerson: "This message does not prove that it comes from the sign-in service, so nothing was done. Please send it again in the form that the service defines.",
		forDeveloper: "What came to /auth/notifications is malformed, too old, was seen before, or is not signed by the provider for this application; the detail says which. Anybody may send such a request: look into it where the provider itself reports that its messages fail."
	},
	provider_userinfo_invalid: {
		status: 400,
		forPerson: "The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.",
		forDeveloper: "The profile could not be used: it is of another subject than the ID token (OpenID Connect Core §5.3.4), or what identifies a person is missing. The detail says what the endpoint answered. Where the ID token has all that is needed, set claimsFrom to \"id-token\"."
	},
	account_refused: {
		status: 403,
		forPerson: "This account may not sign in here. Please use another account, or ask the people who run this site.",
		forDeveloper: "The application’s own rule refused the identity before anything was stored."
	},
	account_not_created: {
		status: 403,
		forPerson: "This site could not create an account for you. If you have one already, please sign in the way you did before, then add this way to sign in on your account page.",
		forDeveloper: "The application’s own users.create, users.adopt or users.refresh threw; the causes say what. A unique e-mail column is the usual one: find such rows in users.adopt, or refuse in words of your own (refuseSignIn)."
	},
	account_linked_elsewhere: {
		status: 409,
		forPerson: "This account is already linked to another user here, so nothing was changed. To move it, sign in with it and unlink it there first.",
		forDeveloper: "An identity belongs to one user at most. To move it, unlink it there first."
	},
	account_last: {
		status: 409,
		forPerson: "This is your only way to sign in, so it was not removed. Please add another one first.",
		forDeveloper: "Unlinking the last account would strand the user."
	},
	account_not_found: {
		status: 404,
		forPerson: "This account is not linked to you, so nothing was changed. Please open your account page again.",
		forDeveloper: "The user has no such account (it may have been unlinked meanwhile)."
	},
	account_link_expired: {
		status: 400,
		forPerson: "You took too long to add this account, so nothing was added. Please sign in with it once more.",
		forDeveloper: "The pending identity of a guided link lives for 10 minutes, in one browser."
	},
	session_required: {
		status: 401,
		forPerson: "You are not signed in. Please sign in first.",
		forDeveloper: "The route needs a session, and the request carried no valid one."
	},
	session_not_allowed: {
		status: 403,
		forPerson: "You are signed in, but this page is not for your account. Please ask the people who run this site if it should be.",
		forDeveloper: "A guard with allow, requireRole or requireClaim did not let this person pass. What it looks at are the fields of the user and session.claims."
	},
	session_not_fresh: {
		status: 403,
		forPerson: "Too much time has passed since you signed in, so nothing was changed. Please confirm that it is you by signing in again.",
		forDeveloper: "The route needs a more recent or a stronger sign-in (requireFresh); linking and unlinking need one within freshSeconds (default 600)."
	},
	session_not_ended: {
		status: 503,
		forPerson: "You are signed out in this browser, but our server could not be reached to end your visit there too. On a shared computer, please come back in a few minutes, sign in and choose \"Sign out everywhere else\".",
		forDeveloper: "The store did not answer during a sign-out: the cookie was cleared, the stored session lives until it expires or is ended."
	},
	session_other_person: {
		status: 403,
		forPerson: "You confirmed with another account than the one you are signed in with, so nothing was changed. Please try again.",
		forDeveloper: "A step-up must be answered by the user who is signed in; the provider answered with somebody else."
	},
	session_other_provider: {
		status: 403,
		forPerson: "You confirmed with another way to sign in than the one you used for this visit, so nothing was changed. Please use that one.",
		forDeveloper: "A step-up is answered by the provider of the session, or by any linked one that reaches a demanded acr. Another account of the same person may be easier to get into."
	},
	session_too_large: {
		status: 500,
		forPerson: "Your profile is too large for this site, so you were not signed in. Please tell the people who run this site.",
		forDeveloper: "A sealed session must fit into one cookie of 4,096 bytes; the detail names the largest fields. Use a store."
	},
	client_unknown: {
		status: 400,
		forPerson: "This site does not know the app that sent you here, so nothing was done. Please go back to that app, and tell the people who run it.",
		forDeveloper: "client_id is none of the option clients (NATIVE_CLIENTS). Other companies’ applications cannot be clients here."
	},
	client_not_public: {
		status: 401,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "The clients of the option clients are public: they have no secret. Send client_id in the body, and neither client_secret, client_assertion nor an Authorization header."
	},
	client_redirect_uri_unknown: {
		status: 400,
		forPerson: "The app that sent you here wants the answer at an address that is not its own, so we did nothing. Please close this page, and tell the people who run that app.",
		forDeveloper: "redirect_uri must equal one of the client’s redirectUris to the letter; only the port of a loopback address may differ (RFC 8252 §7.3)."
	},
	client_request_invalid: {
		status: 400,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "A parameter is missing, repeated or wrong; the detail names it (RFC 6749, RFC 7636)."
	},
	client_response_type_unsupported: {
		status: 400,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "The only response_type is code: no token ever stands in an address."
	},
	client_grant_type_unsupported: {
		status: 400,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "The token endpoint knows authorization_code, refresh_token and urn:ietf:params:oauth:grant-type:device_code."
	},
	client_scope_unsupported: {
		status: 400,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "A client gets a session of the person, which has no scopes: leave scope out."
	},
	client_not_allowed: {
		status: 400,
		forPerson: "The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.",
		forDeveloper: "The client is not configured for this; the detail says what is missing."
	},
	client_denied: {
		status: 403,
		forPerson: "You did not allow this sign-in, so nothing was done. Please start again in the app if that was a mistake.",
		forDeveloper: "The person chose not to sign this application in."
	},
	client_grant_invalid: {
		status: 400,
		forPerson: "This app is no longer signed in, so nothing was done. Please sign in again there.",
		forDeveloper: "The code or token was not issued to this client, has expired, was used before, does not fit the verifier, or its session has ended; the detail says which. Start a new sign-in."
	},
	bearer_invalid: {
		status: 401,
		forPerson: "This app is no longer signed in, so nothing was done. Please sign in again there.",
		forDeveloper: "The token in Authorization is worth nothing; the detail says why: expired, ended, bound to a key, not issued here. Cookies of such a request are not looked at."
	},
	bearer_not_accepted: {
		status: 403,
		forPerson: "This page works with the sign-in of a browser only, so nothing was done. Please open it in your browser.",
		forDeveloper: "Pages of the account, sign-in and consent work by cookie: a program that holds an access token must not get more by it. With Authorization, /auth/session, /auth/logout and /auth/sessions can be used."
	},
	device_code_unknown: {
		status: 400,
		forPerson: "This site does not know this code, or it is too old, so nothing was done. Please look at your device again.",
		forDeveloper: "The user code was never given, has expired, or was answered before."
	},
	device_code_expired: {
		status: 400,
		forPerson: "You took too long to answer, so nothing was done. Please start again on your device.",
		forDeveloper: "A device code lives for 10 minutes."
	},
	device_guesses_exceeded: {
		status: 429,
		forPerson: "You typed too many wrong codes, so this page does not accept any for now. Please wait ten minutes, then try again.",
		forDeveloper: "A person may type ten wrong user codes in ten minutes (RFC 8628 §5.1)."
	},
	token_absent: {
		status: 403,
		forPerson: "This site has no permission from you at the other service, so nothing was done. Please connect your account there.",
		forDeveloper: "No token is kept for this provider and person: they never signed in with it since keepTokens was turned on, or the secret that sealed it is gone. auth.tokens(session).get(provider) names the path that asks them."
	},
	token_revoked: {
		status: 403,
		forPerson: "Your permission at the other service has ended, so nothing was done. Please connect your account there again.",
		forDeveloper: "The provider says that the grant is gone (invalid_grant): the person, the provider or a lost rotation ended it. Send the person to the reauthorizePath of auth.tokens(session).get(provider)."
	},
	token_unavailable: {
		status: 503,
		forPerson: "The other service does not answer at the moment. Please try again in a minute.",
		forDeveloper: "The access token has expired and the provider cannot be asked for a new one at the moment; the detail says why. Nothing is lost: try again after retryAfterSeconds."
	},
	token_origin_refused: {
		status: 500,
		forPerson: "Something went wrong on our side. Please try again.",
		forDeveloper: "tokens.fetch was called with an address outside of the provider’s apiOrigins, so no token was read. Name further origins with the provider’s option apiOrigins; never build the address from what a request contains."
	},
	token_wrong_account: {
		status: 403,
		forPerson: "You chose another account at the other service than the one that needs your permission, so nothing was changed. Please try again with that account.",
		forDeveloper: "The person was asked for more permissions for one linked account, and came back from the provider with another one."
	},
	bearer_token_missing: {
		status: 401,
		forPerson: "This address is for apps that are connected to your account, so nothing was done. Please open it in such an app.",
		forDeveloper: "The route is guarded by requireBearer, and the request has no Authorization header with Bearer or DPoP and a token. WWW-Authenticate names the metadata of this resource (RFC 9728), which says where a token comes from."
	},
	bearer_request_malformed: {
		status: 400,
		forPerson: "This app sent a request that could not be understood. Please update the app, or tell the people who make it.",
		forDeveloper: "The request shows its access token in a way that is not accepted: twice, in the query, or malformed (RFC 6750 §2 and §3.1). It belongs into one Authorization header."
	},
	bearer_token_invalid: {
		status: 401,
		forPerson: "The access of this app has ended, so nothing was done. Please connect the app to your account again.",
		forDeveloper: "The access token failed a check of RFC 9068 §4 or RFC 7662 §4 (type, issuer, audience, signature, expiry, activity, key); the detail names it, with what was expected and found. A token that is bound to a key (cnf) is never accepted without the proof of that key."
	},
	bearer_scope_insufficient: {
		status: 403,
		forPerson: "This app may not do this, because you have not allowed it. Please connect the app again, and allow it there.",
		forDeveloper: "The access token is valid and lacks a scope that the route needs (RFC 6750 §3.1); WWW-Authenticate names all that it needs."
	},
	bearer_level_insufficient: {
		status: 401,
		forPerson: "This app needs a new proof that it is you, so nothing was done. Please sign in again in the app.",
		forDeveloper: "The access token is valid, and the sign-in behind it is not strong (acr) or not recent (auth_time) enough for the route. The client asks its authorization server for a new one with the acr_values and max_age of WWW-Authenticate (RFC 9470)."
	},
	dpop_proof_invalid: {
		status: 400,
		forPerson: "This app could not prove that it is the one you signed in with. Please sign in again there.",
		forDeveloper: "The DPoP header failed a check of RFC 9449 §4.3 (form, typ, alg, jwk, signature, htm, htu, iat, jti, ath, key); the detail names it, with what was expected and found. With htu: look at the configured origin and at proxies that change paths. With iat: look at the clocks."
	},
	dpop_nonce_required: {
		status: 400,
		forPerson: "This app has to prove once more that it is the one you signed in with. Please try again there.",
		forDeveloper: "This server demands a nonce of its own in DPoP proofs (RFC 9449 §8 and §9). The DPoP-Nonce header of this answer has it; clients repeat the request with it by themselves."
	},
	user_not_found: {
		status: 404,
		forPerson: "This user is no longer here, so nothing was changed. Please reload the page.",
		forDeveloper: "auth.users.update was called with an id that no user has (any more)."
	},
	user_fields_invalid: {
		status: 500,
		forPerson: "This site cannot read your profile, so nothing was done. Please tell the people who run this site.",
		forDeveloper: "The schema given as userFields refuses what was to be stored, or what is stored: a new required field needs a default. The detail names the fields."
	},
	upstream_unavailable: {
		status: 502,
		forPerson: "The application behind this page does not answer at the moment. You have done nothing wrong. Please try again in a minute.",
		forDeveloper: "The gateway cannot reach UPSTREAM: the application does not run, listens elsewhere, or closed the connection before it answered. The gateway itself works."
	},
	upstream_timeout: {
		status: 504,
		forPerson: "The application behind this page does not answer at the moment. You have done nothing wrong. Please try again in a minute.",
		forDeveloper: "The application behind the gateway sent nothing for UPSTREAM_TIMEOUT_SECONDS. The gateway itself works."
	},
	upstream_not_configured: {
		status: 503,
		forPerson: "This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.",
		forDeveloper: "UPSTREAM is not set, so this gateway only answers other proxies at /auth/verify and signs people in. Set UPSTREAM, or send browsers to the proxy."
	},
	store_unavailable: {
		status: 503,
		forPerson: "This site cannot reach its data at the moment. Please try again in a minute.",
		forDeveloper: "The store failed; the cause is in the log. Protected routes stay closed until it answers again."
	},
	unexpected: {
		status: 500,
		forPerson: "Something went wrong on our side. Please try again.",
		forDeveloper: "An error that Latchkey does not know; its text is in the log only. Please report it."
	}
};
/** For the person, where the sentence of the code says too little. `{…}` are places for values. */
var closerSentences = {
	request_cross_site_named: "This request came from {received} and not from {expected}, so nothing was done. Please go back to our pages and try again.",
	provider_denied_consent: "The sign-in service needs your permission and did not get it, so you were not signed in. Please start again when you want to give it.",
	token_unavailable_refused: "The other service did not renew your permission, so nothing was done. Please connect your account there again."
};
/** All sentences for people, in English. */
var errorSentences = {
	...Object.fromEntries(Object.entries(errorCodes).map(([code, { forPerson }]) => [code, forPerson])),
	...closerSentences
};
/** What every copy of this package puts on its errors. */
var mark = Symbol.for("latchkey.error");
/** The only error that Latchkey throws on purpose. Whatever else arrives at the edge is answered as `unexpected`. */
var LatchkeyError = class extends Error {
	name = "LatchkeyError";
	code;
	/** HTTP status. */
	status;
	/** A sentence for the person, in English or in the application's own words. */
	forPerson;
	/** The name of that sentence in every language; null where it is the application's own. */
	sentence;
	/** Causes and remedy, for the developer. */
	forDeveloper;
	detail;
	retryAfterSeconds;
	/** The provider's own words, where it refused. */
	refusal;
	constructor(code, options = {}) {
		const entry = errorCodes[code];
		super(`${code}: ${options.detail ?? entry.forDeveloper}`, { cause: options.cause });
		this.code = code;
		this.status = entry.status;
		const sentence = options.sentence ?? { name: code };
		this.forPerson = options.forPerson ?? fill(sentence);
		this.sentence = options.forPerson === void 0 ? sentence : null;
		this.forDeveloper = entry.forDeveloper;
		this.detail = options.detail;
		this.retryAfterSeconds = options.retryAfterSeconds;
		this.refusal = options.refusal;
	}
};
function fill({ name, values = {} }) {
	return errorSentences[name].replaceAll(/\{(\w+)\}/g, (_, place) => values[place] ?? "");
}
Object.defineProperty(LatchkeyError.prototype, mark, { value: true });
Object.defineProperty(LatchkeyError, Symbol.hasInstance, { value(value) {
	if (this !== LatchkeyError) return Function.prototype[Symbol.hasInstance].call(this, value);
	return typeof value === "object" && value !== null && mark in value;
} });
// node_modules/latchkey/dist/web/hide-secrets.js
var HIDDEN = "[hidden]";
/** What stands in front of a secret: `code=…`, `"access_token":"…"`, `Bearer …`. */
var named = /((?:code|token|secret|password|assertion|state|nonce|verifier|cookie|hint|sid)["']?\s*(?:=|["']\s*:)\s*["']?)[^\s&"',;)]+/gi;
var authorization = /\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9_\-+/=.~%:]{8,}/gi;
/** An address as far as its query. */
var address = /(https?:\/\/[^\s/?#"'<>]+)([^\s?#"'<>]*)[^\s"'<>]*/gi;
/** Characters that tokens are made of, in a run that is long enough to be one. */
var run = /[A-Za-z0-9_\-+/=.~%]{16,}/g;
var uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
/** Shorter texts occur in ordinary words; as a secret they would hide nothing and destroy the message. */
var SHORTEST_KNOWN = 6;
/** Hides what is secret. `known`: secrets that the text may quote, such as the code that was just sent. */
function hideSecrets(text, known = []) {
	return known.filter((secret) => typeof secret === "string" && secret.length >= SHORTEST_KNOWN).reduce((rest, secret) => rest.replaceAll(String(secret), HIDDEN), text).replace(address, (_, origin, path) => `${origin}${path.replace(run, hideIfRandom)}`).replace(authorization, `$1 ${HIDDEN}`).replace(named, `$1${HIDDEN}`).replace(uuid, HIDDEN).replace(run, hideIfRandom);
}
function hideIfRandom(text) {
	return isRandom(text) ? HIDDEN : text;
}
/** Whether a run looks drawn by a machine rather than written by a person. */
function isRandom(text) {
	if (/^eyJ[\w-]+\./.test(text)) return true;
	return text.split(/[_\-+/=.~%]+/).filter(isOdd).join("").length >= 10;
}
/** A piece between separators that is no word, number, `RS256` or `AADSTS50105`. */
function isOdd(piece) {
	const changes = piece.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
	if (changes >= 2) return true;
	if (changes === 1) return piece.length >= 20;
	if (/^\d*$/.test(piece)) return piece.length > 15;
	const humps = piece.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
	return humps.some((hump) => hump.length > 24) || piece.length >= 12 && humps.length > piece.length / 3;
}
// node_modules/latchkey/dist/web/foreign-text.js
/** Controls, line separators, invisible marks that turn the reading direction, halves of characters. */
var invisible = /[\p{C}\p{Zl}\p{Zp}]+/gu;
/** Secrets are hidden before the text is cut: what is left of a token at the cut would not look like one. */
function foreignText(text, most = 300, known = []) {
	return bounded(hideSecrets(visible(text.slice(0, most * 8)), known), most);
}
/**
* A value that was found where another was expected: `"https://other.example"`, `["a","b"]`, `nothing`. For what is no
* secret: an issuer, an audience, an algorithm, a time. Client ids look like secrets, so nothing is hidden here.
*/
function foundValue(value, most = 200) {
	if (value === void 0) return "nothing";
	if (typeof value === "string") return `"${bounded(visible(value.slice(0, most * 2)), most)}"`;
	return bounded(visible(JSON.stringify(value)?.slice(0, most * 2) ?? typeof value), most);
}
function visible(text) {
	return text.replace(invisible, " ").replace(/ {2,}/g, " ").trim();
}
function bounded(line, most) {
	return line.length > most ? `${line.slice(0, most)}…` : line;
}
// node_modules/latchkey/dist/web/responses.js
var uncached = {
	"cache-control": "no-store",
	vary: "Cookie",
	"x-content-type-options": "nosniff"
};
/** 303: the browser goes to `location` by GET, whatever it came by (RFC 9700 §4.12: never 307 after a form). */
function redirect$1(location, setCookies = []) {
	return answer(null, {
		status: 303,
		setCookies,
		headers: {
			...uncached,
			location,
			"content-length": "0",
			"referrer-policy": "no-referrer"
		}
	});
}
/** A JSON body. */
function json(body, options = {}) {
	return answer(JSON.stringify(body), {
		...options,
		headers: {
			...uncached,
			...inLanguage(options.language),
			"content-type": "application/json",
			...options.headers
		}
	});
}
/** An HTML page that runs no script, loads nothing foreign and cannot be framed. */
function page(html, options = {}) {
	return answer(html, {
		...options,
		headers: {
			...uncached,
			...inLanguage(options.language),
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": contentSecurityPolicy(options),
			"cross-origin-opener-policy": "same-origin",
			"permissions-policy": "camera=(), geolocation=(), microphone=()",
			"referrer-policy": "same-origin",
			"x-frame-options": "DENY",
			...options.headers
		}
	});
}
function inLanguage(language) {
	return language === void 0 ? {} : {
		"content-language": language,
		vary: "Cookie, Accept-Language"
	};
}
function contentSecurityPolicy({ allowLoopbackForms = false, formTargets = [] }) {
	return [
		"default-src 'none'",
		"style-src 'self'",
		"img-src 'self' data:",
		`form-action 'self' https:${[...allowLoopbackForms ? ["http://localhost:*", "http://127.0.0.1:*"] : [], ...formTargets].map((source) => ` ${source}`).join("")}`,
		"base-uri 'none'",
		"frame-ancestors 'none'"
	].join("; ");
}
function answer(body, { status = 200, setCookies = [], headers = {} }) {
	const pairs = Object.entries(headers);
	for (const cookie of setCookies) pairs.push(["set-cookie", cookie]);
	return new Response(body, {
		status,
		headers: pairs
	});
}
// node_modules/latchkey/dist/crypto/node-verify-signature.js
var schemes = /* @__PURE__ */ new Map([
	["RS256", {
		digest: "sha256",
		family: "rsa"
	}],
	["RS384", {
		digest: "sha384",
		family: "rsa"
	}],
	["RS512", {
		digest: "sha512",
		family: "rsa"
	}],
	["PS256", {
		digest: "sha256",
		family: "rsa-pss"
	}],
	["PS384", {
		digest: "sha384",
		family: "rsa-pss"
	}],
	["PS512", {
		digest: "sha512",
		family: "rsa-pss"
	}],
	["ES256", {
		digest: "sha256",
		family: "ecdsa",
		curve: "prime256v1"
	}],
	["ES384", {
		digest: "sha384",
		family: "ecdsa",
		curve: "secp384r1"
	}],
	["ES512", {
		digest: "sha512",
		family: "ecdsa",
		curve: "secp521r1"
	}],
	["EdDSA", {
		digest: null,
		family: "eddsa"
	}],
	["Ed25519", {
		digest: null,
		family: "eddsa"
	}]
]);
/** RFC 7518 §3.3 and §3.5: a shorter modulus must not be used. */
var leastModulusBits = 2048;
/** Verifies at once. Keys are looked at and converted the first time that they are seen. */
function createSignatureVerifier(crypto) {
	const known = /* @__PURE__ */ new WeakMap();
	/** Null where the key is none for this algorithm. */
	function prepare(alg, scheme, key) {
		const byAlgorithm = known.get(key) ?? /* @__PURE__ */ new Map();
		known.set(key, byAlgorithm);
		const before = byAlgorithm.get(alg);
		if (before !== void 0) return before;
		const keyObject = crypto.KeyObject.from(key);
		const prepared = fits(scheme, keyObject) ? verifyingKey(crypto, scheme, keyObject) : null;
		byAlgorithm.set(alg, prepared);
		return prepared;
	}
	return (alg, key, { data, signature }) => {
		const scheme = schemes.get(alg);
		const prepared = scheme && prepare(alg, scheme, key);
		return prepared ? crypto.verify(scheme.digest, Buffer.from(data), prepared, signature) : false;
	};
}
/** RFC 8725 §3.1: the key says what it is for; an algorithm of another family or curve proves nothing by it. */
function fits({ family, curve }, key) {
	const { asymmetricKeyType: type, asymmetricKeyDetails: details = {} } = key;
	if (key.type !== "public") return false;
	if (family === "ecdsa") return type === "ec" && details.namedCurve === curve;
	if (family === "eddsa") return type === "ed25519";
	return type === "rsa" && (details.modulusLength ?? 0) >= leastModulusBits;
}
function verifyingKey({ constants }, { family }, key) {
	if (family === "rsa-pss") return {
		key,
		padding: constants.RSA_PKCS1_PSS_PADDING,
		saltLength: constants.RSA_PSS_SALTLEN_DIGEST
	};
	return family === "ecdsa" ? {
		key,
		dsaEncoding: "ieee-p1363"
	} : key;
}
// node_modules/latchkey/dist/crypto/portable-platform.js
var keyBytes = 32;
/** Splits what HKDF yielded. */
function splitDerived(derived) {
	const view = new DataView(derived.buffer, derived.byteOffset, derived.byteLength);
	return {
		key: derived.subarray(0, keyBytes),
		id: view.getUint32(keyBytes)
	};
}
/** Constant time for equal lengths; the length itself is not secret. */
function equals(a, b) {
	if (a.length !== b.length) return false;
	let difference = 0;
	for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
	return difference === 0;
}
var encoder$1 = new TextEncoder();
var decoder = new TextDecoder();
var toBytes = (text) => encoder$1.encode(text);
var unshared = (bytes) => bytes;
function encodeBase64url(bytes) {
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
function decodeBase64url(text) {
	let binary;
	try {
		binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
	} catch {
		return null;
	}
	const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
	return encodeBase64url(bytes) === text ? bytes : null;
}
async function deriveSealKey(secret, info) {
	const root = await crypto.subtle.importKey("raw", toBytes(secret), "HKDF", false, ["deriveBits"]);
	const parameters = {
		name: "HKDF",
		hash: "SHA-256",
		salt: /* @__PURE__ */ new Uint8Array(),
		info: toBytes(info)
	};
	const { key: raw, id } = splitDerived(new Uint8Array(await crypto.subtle.deriveBits(parameters, root, 288)));
	const key = await crypto.subtle.importKey("raw", unshared(raw), "AES-GCM", false, ["encrypt", "decrypt"]);
	const algorithm = (iv, additionalData) => ({
		name: "AES-GCM",
		iv: unshared(iv),
		additionalData: unshared(additionalData)
	});
	return {
		id,
		encrypt: async (iv, text, additionalData) => new Uint8Array(await crypto.subtle.encrypt(algorithm(iv, additionalData), key, toBytes(text))),
		decrypt: (iv, sealed, additionalData) => crypto.subtle.decrypt(algorithm(iv, additionalData), key, unshared(sealed)).then((plain) => decoder.decode(plain), () => null)
	};
}
/** The implementation on WebCrypto alone. */
function createPortablePlatform() {
	return {
		randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
		sha256: async (text) => encodeBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", toBytes(text)))),
		equals,
		encodeBase64url,
		decodeBase64url,
		deriveSealKey,
		verifySignature: null
	};
}
// node_modules/latchkey/dist/crypto/random-pool.js
var poolBytes = 4096;
/** Larger portions are drawn by themselves. */
var mostPooled = 256;
/** A twin of `crypto.randomBytes` over `draw`, which fills an array. What was handed out is wiped from the pool. */
function createRandomPool(draw) {
	const pool = new Uint8Array(poolBytes);
	let at = poolBytes;
	return (length) => {
		if (length > mostPooled) {
			const bytes = new Uint8Array(length);
			draw(bytes);
			return bytes;
		}
		if (at + length > poolBytes) {
			draw(pool);
			at = 0;
		}
		const bytes = pool.slice(at, at + length);
		pool.fill(0, at, at + length);
		at += length;
		return bytes;
	};
}
// node_modules/latchkey/dist/crypto/node-platform.js
var tagBytes = 16;
var cipherOptions = { authTagLength: tagBytes };
function createNodeSealKey(crypto, derived) {
	const { key: raw, id } = splitDerived(derived);
	const key = crypto.createSecretKey(raw);
	return {
		id,
		encrypt(iv, text, additionalData) {
			const cipher = crypto.createCipheriv("aes-256-gcm", key, iv, cipherOptions).setAAD(additionalData);
			return Buffer.concat([
				cipher.update(text, "utf8"),
				cipher.final(),
				cipher.getAuthTag()
			]);
		},
		decrypt(iv, sealed, additionalData) {
			const tagAt = sealed.length - tagBytes;
			const decipher = crypto.createDecipheriv("aes-256-gcm", key, iv, cipherOptions).setAAD(additionalData);
			decipher.setAuthTag(sealed.subarray(tagAt));
			try {
				const text = decipher.update(sealed.subarray(0, tagAt));
				decipher.final();
				return text.toString();
			} catch {
				return null;
			}
		}
	};
}
/** The implementation on synchronous `node:crypto`. */
function createNodePlatform({ crypto }) {
	return {
		randomBytes: createRandomPool((bytes) => crypto.randomFillSync(bytes)),
		sha256: (text) => crypto.hash("sha256", text, "base64url"),
		equals,
		encodeBase64url: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64url"),
		decodeBase64url(text) {
			const bytes = Buffer.from(text, "base64url");
			return bytes.toString("base64url") === text ? bytes : null;
		},
		deriveSealKey: (secret, info) => createNodeSealKey(crypto, new Uint8Array(crypto.hkdfSync("sha256", secret, "", info, 36))),
		verifySignature: createSignatureVerifier(crypto)
	};
}
// node_modules/latchkey/dist/crypto/platform.js
/** What this runtime offers. */
var platform = nodeModules ? createNodePlatform(nodeModules) : createPortablePlatform();
/** Random text of so many bytes of entropy, as base64url. */
function randomText(bytes, random = platform.randomBytes) {
	return platform.encodeBase64url(random(bytes));
}
// node_modules/latchkey/dist/contracts/load-once.js
/** Loads by the first call. What failed is loaded again by the next one: a file that was missing for a moment may be there. */
function loadOnce(load) {
	let loading = null;
	return () => {
		loading ??= load().catch((error) => {
			loading = null;
			throw error;
		});
		return loading;
	};
}
// node_modules/latchkey/dist/contracts/maybe-promise.js
/** Applies `next` to the value: at once where it is there, later where it is promised. */
function whenReady(value, next) {
	return value instanceof Promise ? value.then(next) : next(value);
}
// node_modules/latchkey/dist/web/client-address.js
var maxHeaderLength = 8192;
/**
* The address that `trustedProxies` proxies in front of us vouch for: that many places from the right of
* X-Forwarded-For, with 0 the peer itself. Null when there is no readable address.
*/
function clientAddress(remote, forwardedFor, trustedProxies) {
	if (trustedProxies <= 0 || !forwardedFor || forwardedFor.length > maxHeaderLength) return tidyAddress(remote);
	const hops = forwardedFor.split(",");
	return tidyAddress(hops[Math.max(0, hops.length - trustedProxies)] ?? null);
}
/** One spelling for each address, without port and zone; null for what is none. */
function tidyAddress(text) {
	const trimmed = text?.trim() ?? "";
	const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(trimmed) ?? [];
	if (/^\d{1,3}(\.\d{1,3}){3}(:\d+)?$/.test(trimmed)) return canonicalHost(trimmed.replace(/:\d+$/, ""));
	const v6 = (bracketed ?? trimmed).replace(/%.*$/, "");
	const mapped = /^::ffff:([\d.]+)$/i.exec(v6)?.[1];
	if (mapped !== void 0) return canonicalHost(mapped);
	return /^[\da-f:.]+$/i.test(v6) && v6.includes(":") ? canonicalHost(`[${v6}]`) : null;
}
/** The URL parser knows the shortest form of an address (RFC 5952), and what is none. */
function canonicalHost(host) {
	const url = `http://${host}`;
	return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, "") : null;
}
// node_modules/latchkey/dist/sessions/session-source.js
var LONGEST_USER_AGENT = 300;
function headerOf(source, name) {
	if (source === null || source === void 0) return null;
	if (typeof source === "string") return name === "cookie" ? source : null;
	const headers = "headers" in source ? source.headers : source;
	if (isHeaders(headers)) return headers.get(name);
	const value = headers[name];
	return typeof value === "string" ? value : null;
}
/** The host that was asked; with HTTP/2 on Node a pseudo-header (RFC 9113 §8.3.1). */
function hostOf(source) {
	const host = headerOf(source, "host");
	if (host !== null || typeof source !== "object" || source === null) return host;
	return isHeaders("headers" in source ? source.headers : source) ? null : headerOf(source, ":authority");
}
/** Not by `instanceof`: Node loads its whole `fetch` when somebody names the class, which doubles the time of a start. */
function isHeaders(headers) {
	return typeof headers.get === "function";
}
/** As far as the source knows. */
function deviceOf(source, trustedProxies) {
	const remote = (typeof source === "object" && source !== null && "socket" in source ? source.socket : null)?.remoteAddress ?? null;
	return {
		userAgent: headerOf(source, "user-agent")?.slice(0, LONGEST_USER_AGENT) ?? null,
		clientAddress: remote && clientAddress(remote, headerOf(source, "x-forwarded-for"), trustedProxies)
	};
}
/** Null where the source is headers alone. */
function requestLineOf(source) {
	if (typeof source !== "object" || source === null) return null;
	const { method, url, originalUrl } = source;
	const address = typeof originalUrl === "string" ? originalUrl : url;
	if (typeof method !== "string" || typeof address !== "string") return null;
	const pathAt = address.startsWith("/") ? 0 : address.indexOf("/", address.indexOf("://") + 3);
	return {
		method,
		target: pathAt < 0 ? "/" : address.slice(pathAt),
		host: hostOf(source),
		proof: headerOf(source, "dpop")
	};
}
/**
* Whether a request that shows a token by its header shows another one: a second header, which Node drops in silence, or a
* parameter of the address (RFC 6750 §2.3), which ends in logs.
*/
function showsSeveral(source) {
	if (typeof source !== "object" || source === null) return false;
	const { rawHeaders, url } = source;
	if (typeof url === "string" && /[?&]access_token=/i.test(url)) return true;
	if (!Array.isArray(rawHeaders)) return false;
	let times = 0;
	for (let at = 0; at < rawHeaders.length; at += 2) {
		const name = rawHeaders[at];
		if (typeof name === "string" && name.length === 13 && name.toLowerCase() === "authorization") times++;
	}
	return times > 1;
}
// node_modules/latchkey/dist/outbound/endpoint-url.js
/** The characters of a URL (RFC 3986 §2) but for `#`, `$` and `*`: neither blanks, double quotes, backslashes nor `$(…)`. */
var plainUrl = /^[A-Za-z0-9\-._~:/?[\]@!&'()+,;=%]+$/;
/** What is wrong with `value` as an endpoint, as the end of a sentence; null when nothing is. Never repeats the value. */
function faultInEndpointUrl(value) {
	if (typeof value !== "string" || !URL.canParse(value)) return "must be an absolute URL";
	if (!plainUrl.test(value)) return "has a character that does not belong into an endpoint (a fragment, a blank, a quote …)";
	const url = new URL(value);
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopbackHostname(url.hostname))) return "must begin with https: (http: is accepted on loopback only)";
	if (url.username !== "" || url.password !== "") return "must not contain a user name or password";
	return null;
}
/** The same for the base of internal addresses: no query, and plain HTTP to any host. */
function faultInInternalUrl(value) {
	return faultInIssuer(typeof value === "string" && /^http:\/\//.test(value) ? value.replace(/^http:/, "https:") : value);
}
/** Whether secrets would travel to this address in clear over a network (RFC 6749 §3.1.2.1, RFC 8252 §7.3). */
function isPlainHttpElsewhere(url) {
	const { protocol, hostname } = new URL(url);
	return protocol === "http:" && !isLoopbackHostname(hostname);
}
/** The same for an issuer, which besides has no query (OpenID Connect Core 1.0 §2, RFC 8414 §2). */
function faultInIssuer(value) {
	const fault = faultInEndpointUrl(value);
	if (fault === null && String(value).includes("?")) return "must not have a query";
	return fault;
}
// node_modules/latchkey/dist/oauth/resource/dpop-algorithms.js
/** Accepted where the caller names none, and announced as `dpop_signing_alg_values_supported`. Never a shared secret. */
var dpopAlgorithms = Object.freeze([
	"ES256",
	"ES384",
	"ES512",
	"Ed25519",
	"EdDSA",
	"PS256",
	"PS384",
	"PS512",
	"RS256",
	"RS384",
	"RS512"
]);
// node_modules/latchkey/dist/oauth/resource/resource-metadata.js
var wellKnownPath = "/.well-known/oauth-protected-resource";
/** RFC 9728 §3.1: the well-known part stands between the host and the resource's path. */
function metadataUrlOf({ origin, pathname }) {
	return `${origin}${wellKnownPath}${pathname === "/" ? "" : pathname}`;
}
/** Members that say nothing are left out. */
function resourceMetadata(settings) {
	const { resource, issuers, scopesSupported, name, documentation, dpop } = settings;
	return {
		resource: identifierOf(resource),
		authorization_servers: [...issuers.keys()],
		bearer_methods_supported: ["header"],
		dpop_signing_alg_values_supported: dpop.algorithms,
		...dpop.required && { dpop_bound_access_tokens_required: true },
		...scopesSupported && { scopes_supported: scopesSupported },
		...name !== null && { resource_name: name },
		...documentation !== null && { resource_documentation: documentation }
	};
}
/** Clients compare it with the address that they were given (RFC 9728 §3.3); a bare host has no slash at its end. */
function identifierOf({ origin, pathname }) {
	return pathname === "/" ? origin : `${origin}${pathname}`;
}
// node_modules/latchkey/dist/crypto/seal.js
/** The version is 1 where no audience is part of the key, 2 where one is. */
var unboundVersion = 1;
var boundVersion = 2;
/** Kept in the store, each bound to its row: they follow the rows to another address of the application. */
var atRest = /* @__PURE__ */ new Set([
	"id-token",
	"access-token",
	"refresh-token"
]);
var idAt = 1;
var ivAt = 5;
var ivBytes = 12;
var sealedAt = 17;
var maxTokenLength = 131072;
var minSecretBytes = 32;
var invalid = Object.freeze({ state: "invalid" });
var encoder = new TextEncoder();
/**
* A seal over these secrets, newest first: the first one seals, each of them opens. `audience` is the application that the
* tokens are for; null binds none, which is for what is kept in a store.
* Throws `config_secret_missing` for none and `config_secret_weak` for one of less than 32 bytes.
*/
function createSeal(secrets, platform$1 = platform, audience = null) {
	if (secrets.some((secret) => encoder.encode(secret).length < minSecretBytes)) throw new LatchkeyError("config_secret_weak");
	const keyrings = secrets.map((secret) => createKeyring(platform$1, secret));
	const newest = keyrings[0];
	if (newest === void 0) throw new LatchkeyError("config_secret_missing");
	const audienceOf = (purpose) => atRest.has(purpose) ? null : audience;
	/** The text under the first key that fits, from the newest on. */
	function decrypt(bytes, place, from = 0) {
		const keyring = keyrings[from];
		if (keyring === void 0) return null;
		return whenReady(keyring(place.purpose, place.audience), (key) => {
			if (key.id !== readKeyId(bytes)) return decrypt(bytes, place, from + 1);
			const additionalData = withContext(key.header, place.context);
			return whenReady(key.decrypt(bytes.subarray(ivAt, sealedAt), bytes.subarray(sealedAt), additionalData), (text) => text === null ? decrypt(bytes, place, from + 1) : {
				text,
				isNewestKey: from === 0
			});
		});
	}
	return {
		seal(purpose, payload, { expiresAt, context }) {
			if (!Number.isFinite(expiresAt)) throw new RangeError("A sealed token needs a finite expiry.");
			const text = JSON.stringify([expiresAt, payload]);
			const iv = platform$1.randomBytes(ivBytes);
			return whenReady(newest(purpose, audienceOf(purpose)), (key) => whenReady(key.encrypt(iv, text, withContext(key.header, context)), (sealed) => {
				const token = platform$1.encodeBase64url(join(key.header.subarray(0, ivAt), iv, sealed));
				if (token.length > maxTokenLength) throw new RangeError("That is too large to be sealed.");
				return token;
			}));
		},
		open(purpose, token, { now, context, acceptUnbound = false }) {
			const bytes = token.length > maxTokenLength ? null : platform$1.decodeBase64url(token);
			if (bytes === null || bytes.length < 33) return invalid;
			const expected = audienceOf(purpose);
			const isBound = bytes[0] === boundVersion;
			if (!isBound && (bytes[0] !== unboundVersion || expected !== null && !acceptUnbound)) return invalid;
			if (isBound && expected === null) return invalid;
			return whenReady(decrypt(bytes, {
				purpose,
				context,
				audience: isBound ? expected : null
			}), (opened) => {
				if (opened === null) return invalid;
				const [expiresAt, payload] = JSON.parse(opened.text);
				if (now >= expiresAt) return {
					state: "expired",
					payload
				};
				const { isNewestKey } = opened;
				if (isBound || expected === null) return {
					state: "valid",
					payload,
					expiresAt,
					isNewestKey
				};
				return {
					state: "valid",
					payload,
					expiresAt,
					isNewestKey: false,
					isUnbound: true
				};
			});
		}
	};
}
/** The keys of one secret: each purpose has its own, derived when first needed and kept. */
function createKeyring(platform, secret) {
	const keys = /* @__PURE__ */ new Map();
	return (purpose, audience) => {
		const name = audience === null ? `${unboundVersion} ${purpose}` : `${boundVersion} ${purpose} ${audience}`;
		const known = keys.get(name);
		if (known !== void 0) return known;
		const derived = whenReady(platform.deriveSealKey(secret, `latchkey seal ${name}`), (key) => {
			const header = join(headerStart(audience === null ? unboundVersion : boundVersion, key.id), encoder.encode(`${purpose}\0`));
			const purposeKey = {
				...key,
				header
			};
			keys.set(name, purposeKey);
			return purposeKey;
		});
		keys.set(name, derived);
		return derived;
	};
}
function headerStart(version, keyId) {
	const bytes = new Uint8Array(ivAt);
	bytes[0] = version;
	new DataView(bytes.buffer).setUint32(idAt, keyId);
	return bytes;
}
function readKeyId(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset).getUint32(idAt);
}
function withContext(header, context) {
	return context === void 0 ? header : join(header, encoder.encode(context));
}
function join(...parts) {
	const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
// node_modules/latchkey/dist/oauth/resource/dpop-nonces.js
/** How long a nonce counts; a client gets a new one with each refusal. */
var lifetimeSeconds = 300;
var longestNonce = 300;
function createDpopNonces(seal, now) {
	return {
		make: () => seal.seal("dpop-nonce", null, { expiresAt: now() + lifetimeSeconds * 1e3 }),
		async isKnown(nonce) {
			if (nonce.length > longestNonce) return false;
			return (await seal.open("dpop-nonce", nonce, { now: now() })).state === "valid";
		}
	};
}
// node_modules/latchkey/dist/oauth/resource/read-resource-options.js
/** @throws LatchkeyError `config_option_invalid`. */
function readResourceOptions(options) {
	const audiences = options.audience === void 0 ? [] : textsOf("audience", options.audience);
	const resource = readResource(options.resource, audiences);
	const named = audiences.length > 0 ? audiences : options.resource === void 0 ? [] : [options.resource];
	const { dpop = {}, scopesSupported, documentation } = options;
	if (documentation !== void 0) check("documentation", faultInEndpointUrl(documentation), documentation);
	return Object.freeze({
		resource,
		issuers: readIssuers(options.issuer, named),
		scopesSupported: scopesSupported === void 0 ? null : scopesOf("scopesSupported", scopesSupported),
		name: options.name ?? null,
		documentation: documentation ?? null,
		dpop: readDpop(dpop, resource),
		clockToleranceSeconds: seconds("clockToleranceSeconds", options.clockToleranceSeconds, {
			fallback: 60,
			most: 300
		}),
		log: options.log ?? (() => {}),
		fetch: options.fetch,
		now: options.now ?? Date.now
	});
}
/** @throws LatchkeyError `config_option_invalid`. */
function readDemand({ scopes, acr, maxAge }) {
	return Object.freeze({
		scopes: scopes === void 0 ? [] : scopesOf("scopes", scopes),
		acrValues: acr === void 0 ? null : scopesOf("acr", acr),
		maxAgeSeconds: maxAge === void 0 ? null : seconds("maxAge", maxAge, {
			fallback: 0,
			most: 31536e3
		})
	});
}
function readResource(given, audiences) {
	if (given !== void 0) {
		check("resource", faultInIssuer(given), given);
		return new URL(given);
	}
	const address = audiences.find((audience) => faultInIssuer(audience) === null);
	return address === void 0 ? null : new URL(address);
}
function readIssuers(given, audiences) {
	const list = Array.isArray(given) ? given : [given];
	const issuers = /* @__PURE__ */ new Map();
	for (const each of list) {
		const issuer = readIssuer(typeof each === "string" ? { issuer: each } : each, audiences);
		if (issuers.has(issuer.issuer)) throw wrong(`issuer ${foundValue(issuer.issuer)} is listed twice`);
		issuers.set(issuer.issuer, issuer);
	}
	if (issuers.size === 0) throw wrong("issuer names nobody");
	const asked = [...issuers.values()].filter(({ introspection }) => introspection !== null);
	const unclear = asked.find(({ introspection }) => introspection?.owns === void 0);
	if (asked.length > 1 && unclear) throw wrong(`issuer ${foundValue(unclear.issuer)}: where several issuers are asked, each needs introspection.owns, which says whether a token is one of its own`);
	return issuers;
}
function readIssuer(given, fallback) {
	const { audience, introspection, metadataUrl, jwksUrl, backchannelUrl, algorithms, ...rest } = given ?? {};
	check("issuer", faultInIssuer(rest.issuer), rest.issuer);
	const name = (option) => `issuer ${foundValue(rest.issuer)}: ${option}`;
	if (metadataUrl !== void 0) check(name("metadataUrl"), faultInEndpointUrl(metadataUrl), metadataUrl);
	if (jwksUrl !== void 0) check(name("jwksUrl"), faultInEndpointUrl(jwksUrl), jwksUrl);
	if (backchannelUrl !== void 0) check(name("backchannelUrl"), faultInInternalUrl(backchannelUrl), backchannelUrl);
	const audiences = audience === void 0 ? fallback : textsOf(name("audience"), audience);
	if (audiences.length === 0) throw wrong("audience (or resource) must say what tokens call this API");
	return Object.freeze({
		...rest,
		metadataUrl,
		jwksUrl,
		backchannelUrl,
		algorithms: algorithms === void 0 ? dpopAlgorithms : asymmetric(name("algorithms"), algorithms),
		audiences,
		introspection: introspection === void 0 ? null : readIntrospection(introspection, name)
	});
}
function readIntrospection(given, name) {
	const { clientId, clientSecret, endpoint, clientAuthentication = "client_secret_basic" } = given;
	for (const [option, value] of Object.entries({
		clientId,
		clientSecret
	})) if (typeof value !== "string" || value === "") throw wrong(`${name(`introspection.${option}`)} is missing`);
	if (!["client_secret_basic", "client_secret_post"].includes(clientAuthentication)) throw wrong(`${name("introspection.clientAuthentication")} must be client_secret_basic or client_secret_post. Found ${foundValue(clientAuthentication)}`);
	if (endpoint !== void 0) check(name("introspection.endpoint"), faultInEndpointUrl(endpoint), endpoint);
	const cacheSeconds = seconds(name("introspection.cacheSeconds"), given.cacheSeconds, {
		fallback: 30,
		most: 3600
	});
	return Object.freeze({
		...given,
		clientAuthentication,
		cacheSeconds
	});
}
function readDpop(given, resource) {
	const { required = false, algorithms } = given;
	if ((required || given.nonceSecret !== void 0) && resource === null) throw wrong("dpop needs resource, the address that proofs are held against");
	return Object.freeze({
		...given,
		required,
		lifetimeSeconds: seconds("dpop.lifetimeSeconds", given.lifetimeSeconds, {
			fallback: 60,
			most: 600,
			least: 1
		}),
		algorithms: algorithms === void 0 ? dpopAlgorithms : asymmetric("dpop.algorithms", algorithms)
	});
}
/** RFC 8725 §3.1 and §3.2: `none` proves nothing, and a shared secret would let this API, or whoever reads its keys, sign. */
function asymmetric(name, algorithms) {
	const unknown = textsOf(name, algorithms).find((algorithm) => !dpopAlgorithms.includes(algorithm));
	if (unknown === void 0) return Object.freeze([...algorithms]);
	throw wrong(`${name}: ${foundValue(unknown)} is none of ${dpopAlgorithms.join(", ")}`);
}
/** RFC 6749 §3.3: printable ASCII without blanks, quotes and backslashes; they stand in a header. */
function scopesOf(name, given) {
	const scopes = textsOf(name, typeof given === "string" ? given.split(" ") : given);
	const odd = scopes.find((scope) => !/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope));
	if (odd !== void 0) throw wrong(`${name} has ${foundValue(odd)}, which is no scope`);
	return scopes;
}
function textsOf(name, given) {
	const texts = [given].flat();
	const odd = texts.find((text) => typeof text !== "string" || text === "");
	if (texts.length === 0 || odd !== void 0) throw wrong(`${name} must be a text, or a list of texts. Found ${foundValue(odd ?? given)}`);
	return Object.freeze(texts.map(String));
}
function seconds(name, value, { fallback, most, least = 0 }) {
	const given = value ?? fallback;
	if (Number.isInteger(given) && given >= least && given <= most) return given;
	throw wrong(`${name} must be a whole number from ${least} to ${most}. Found ${foundValue(given)}`);
}
function check(name, fault, value) {
	if (fault !== null) throw wrong(`${name} ${fault}. Found ${foundValue(value)}`);
}
function wrong(detail) {
	return new LatchkeyError("config_option_invalid", { detail: `protectedResource: ${detail}.` });
}
// node_modules/latchkey/dist/oauth/resource/protected-resource.js
/**
* An API that accepts access tokens of these issuers: JWTs (RFC 9068), opaque tokens (RFC 7662), each bound to a key (RFC 9449) or
* not. Connects nothing yet.
*
* @throws LatchkeyError `config_option_invalid`, `config_secret_weak`.
* @example
* ```ts
* import { protectedResource } from 'latchkey/resource'
*
* const api = protectedResource({
*   resource: 'https://api.example.com',
*   issuer: 'https://login.example.com',
* })
*
* export async function answer(request: Request): Promise<Response> {
*   const metadata = api.handle(request)
*   if (metadata) return metadata
*   const { token, refusal } = await api.check(request, { scopes: 'notes:read' })
*   return refusal ?? Response.json({ subject: token.subject })
* }
* ```
*/
function protectedResource(options) {
	const settings = readResourceOptions(options);
	const nonces = noncesOf(settings);
	const load = loadOnce(async () => {
		const { createRequestCheck } = await import("./check-request-D_Omlcmj.js");
		return createRequestCheck(settings, nonces);
	});
	const { resource } = settings;
	const metadataPath = resource && new URL(metadataUrlOf(resource)).pathname;
	const checked = async (request, demand) => (await load())(request, demand);
	function metadata() {
		if (resource === null) return json({ error: "not_found" }, { status: 404 });
		const headers = {
			"cache-control": "public, max-age=3600",
			vary: "Accept",
			"access-control-allow-origin": "*"
		};
		return json(resourceMetadata({
			...settings,
			resource
		}), { headers });
	}
	return Object.freeze({
		path: resource === null || resource.pathname === "/" ? "" : resource.pathname.replace(/\/$/, ""),
		metadataPath,
		metadata,
		handle: ({ method, url }) => (method === "GET" || method === "HEAD") && new URL(url).pathname === metadataPath ? metadata() : null,
		check: (request, demand = {}) => checked(headOfRequest(request), readDemand(demand)),
		guard(demand = {}) {
			const known = readDemand(demand);
			return (request) => checked(request, known);
		}
	});
}
/** The head of a platform's request. */
function headOfRequest({ method, url, headers }) {
	const { pathname, search } = new URL(url);
	return {
		method,
		target: pathname + search,
		headers
	};
}
function noncesOf({ dpop, resource, now }) {
	const { nonceSecret } = dpop;
	if (nonceSecret === void 0) return null;
	return createDpopNonces(createSeal(typeof nonceSecret === "string" ? nonceSecret.split(",") : nonceSecret, platform, resource?.href ?? null), now);
}
// node_modules/latchkey/dist/adapters/bearer.js
/** Kept at the request under a symbol, out of reach of middlewares that write `auth` or `token`. */
var bearing = Symbol.for("latchkey.bearing");
/** Checks the options at once, or at the first request where they are a function. @throws LatchkeyError `config_option_invalid`. */
function bearerGuard(given, restore) {
	if (typeof given !== "function") return guardOf(given, restore);
	let guard = null;
	return async (request) => {
		guard ??= guardOf(given(), restore);
		return guard(request);
	};
}
function guardOf({ scopes, acr, maxAge, ...options }, restore) {
	const { resource } = options;
	const api = typeof resource === "object" ? resource : protectedResource(options);
	const guard = api.guard({
		scopes,
		acr,
		maxAge
	});
	return restore ? (request) => guard({
		...request,
		target: restore(request.target, api.path)
	}) : guard;
}
/** What a host knows of a request, as the guard reads it. */
function bearerRequest({ method, target }, source) {
	return {
		method,
		target,
		headers: { get: (name) => headerOf(source, name) }
	};
}
function keepAccessToken(carrier, token) {
	carrier[bearing] = token;
}
// node_modules/latchkey/dist/adapters/request-auth.js
/**
* The adapter stores what it read under this symbol, and guards ask for nothing else: a name such as `auth` or `user`
* belongs to every other middleware too. Not in `RequestAuth`, which routes hand to browsers; not in a WeakMap, whose entries
* the garbage collector has to look at.
*/
var reading = Symbol.for("latchkey.reading");
/** Never rejects: while the store is down nobody is signed in, and no public page fails. */
function readAuth(auth, source, waitUntil) {
	try {
		const check = auth.session(source, waitUntil);
		return check instanceof Promise ? check.then((read) => known(auth, read), (error) => unknown(auth, error)) : known(auth, check);
	} catch (error) {
		return unknown(auth, error);
	}
}
/** Applies the answer's headers: a shared cache must keep one person's page from another (CVE-2025-48947). */
function deliver({ auth, setCookies }, answer) {
	answer.appendHeader("Vary", "Cookie");
	if (auth.session === null && auth.error === null) return;
	answer.setHeader("Cache-Control", "no-store");
	for (const cookie of setCookies) answer.appendHeader("Set-Cookie", cookie);
}
/** The same on an answer that the route has made. What it says about caching stays, unless a cookie travels with it. */
function deliverOn(response, read) {
	const { headers } = response;
	const says = (name, value) => name === "Vary" && headers.get(name) === value;
	const decides = (name) => read.setCookies.length === 0 && headers.has(name);
	try {
		deliver(read, {
			setHeader: (name, value) => decides(name) || headers.set(name, value),
			appendHeader: (name, value) => says(name, value) || headers.append(name, value)
		});
		return response;
	} catch {
		return deliverOn(new Response(response.body, response), read);
	}
}
/** For `requireRole`: people whose user, or whose session's claims, have one of the roles in `role` or `roles`. */
function hasRole(roles) {
	const wanted = [roles].flat();
	const has = (value) => [value].flat().some((one) => typeof one === "string" && wanted.includes(one));
	return (user, session) => {
		const claims = claimsOf(session);
		return [
			user.role,
			user.roles,
			claims.role,
			claims.roles
		].some(has);
	};
}
/** For `requireClaim`: people whose session keeps this claim with one of these values, alone or in a list. */
function hasClaim(name, values) {
	const wanted = [values].flat();
	return (_, session) => {
		const claims = claimsOf(session);
		return [Object.hasOwn(claims, name) ? claims[name] : void 0].flat().some((one) => typeof one === "string" && wanted.includes(one));
	};
}
/** What the option `session.claims` keeps. */
function claimsOf(session) {
	return session.claims ?? {};
}
var noDemand = Object.freeze({});
/**
* Lets signed-in people through. `satisfies` is asked in every guard: it knows whether the session is one that this `auth`
* has read, and not an object that another middleware, or another `auth`, has left there.
*/
function userGuard({ api, allow }) {
	return {
		admits: (auth, current) => isSignedIn(current) && auth.satisfies(current.session, noDemand) && isAllowed(auth, current, allow),
		refuse: (auth, current, head) => auth.refuse(head, {
			isApi: api,
			error: current?.error,
			isForbidden: knows(auth, current)
		})
	};
}
/** A session that this `auth` has read: what is missing is not a sign-in. */
function knows(auth, current) {
	return isSignedIn(current) && auth.satisfies(current.session, noDemand);
}
function isAllowed(auth, current, allow) {
	if (!allow) return true;
	const user = auth.userOf({ latchkey: current });
	return user !== null && allow(user, current.session) === true;
}
/** Lets people through who signed in recently, or strongly enough; sends others to do so and back to the same place. */
function freshGuard({ api, allow, maxAge, acr }) {
	const demand = {
		maxAgeSeconds: maxAge,
		acrValues: typeof acr === "string" ? [acr] : acr
	};
	return {
		admits: (auth, current) => isSignedIn(current) && auth.satisfies(current.session, demand) && isAllowed(auth, current, allow),
		refuse(auth, current, head) {
			const isForbidden = isSignedIn(current) && auth.satisfies(current.session, demand);
			const isStale = knows(auth, current) && !isForbidden;
			const error = current?.error;
			return auth.refuse(head, {
				isApi: api,
				error,
				isForbidden,
				demand: isStale ? demand : void 0
			});
		}
	};
}
/** What a route passes on may be anything; undefined is no session. */
function isSignedIn(current) {
	return typeof current?.session === "object" && current.session !== null;
}
/** The base user: what is the application's own about them, `auth.userOf(request)` knows with its type. */
function known(reader, { session, setCookies, refusal }) {
	return {
		reader,
		auth: {
			user: session === null ? null : session.user,
			session,
			error: refusal
		},
		setCookies
	};
}
function unknown(reader, error) {
	return {
		reader,
		auth: {
			user: null,
			session: null,
			error
		},
		setCookies: []
	};
}
// node_modules/latchkey/dist/adapters/make-guards.js
/** Makes every guard by the same function. */
function makeGuards(make) {
	const allowing = (options, allow) => make(userGuard({
		...options,
		allow
	}), options);
	return {
		requireUser: (options = {}) => make(userGuard(options), options),
		requireRole: (role, options = {}) => allowing(options, hasRole(role)),
		requireClaim: (name, value, options = {}) => allowing(options, hasClaim(name, value)),
		requireFresh: (options) => make(freshGuard(options), options)
	};
}
// node_modules/latchkey/dist/adapters/request-target.js
/** Whether `auth.handle` answers it: at the base path or below it, or the metadata of the authorization server. */
function isForAuth({ basePath, metadataPath = null }, target) {
	return isBelow(basePath, target) || metadataPath !== null && isBelow(metadataPath, target);
}
/** Whether the path, without its query, is `basePath` or below it. */
function isBelow(basePath, target) {
	if (!target?.startsWith(basePath)) return false;
	const next = target[basePath.length];
	return next === void 0 || next === "/" || next === "?";
}
/** Path and query of an absolute URL. */
function targetOf(url) {
	const pathAt = url.indexOf("/", url.indexOf("://") + 3);
	return pathAt === -1 ? "/" : url.slice(pathAt);
}
// node_modules/latchkey/dist/adapters/signed-in.js
var anybody = userGuard({});
/**
* `app.get('/profile', requireUser(), (req, res) => res.json(signedIn(req).user))`: who is signed in at this request, with a type
* that says so. It reads what Latchkey has stored, whatever stands at `req.latchkey` by now.
*
* @throws LatchkeyError `session_required` (401) where nobody is: the route has no guard before it.
*/
function signedIn(request) {
	const read = request[reading];
	if (read && anybody.admits(read.reader, read.auth)) return read.auth;
	throw new LatchkeyError("session_required", { detail: read ? "signedIn() found nobody: put requireUser(), or another guard, before the route." : "signedIn() found no session check: put the middleware of Latchkey before the routes." });
}
// node_modules/latchkey/dist/adapters/define-adapter.js
/**
* Makes the host-independent part of an adapter.
*
* An adapter has two ends of its own: a middleware that passes on what `isOurs` to `auth.handle` and otherwise calls `read`
* and delivers the headers, and guards that send what a `HostGuard` answers. `latchkey/testing/contract` has the suite that
* every adapter passes.
*
* @example
* ```ts
* import { defineAdapter, deliverOn, type MountedAuth, type RequestAuth, targetOf } from 'latchkey/kit'
*
* interface Context { readonly request: Request; latchkey?: RequestAuth }
* type Next = () => Promise<Response>
*
* const adapter = defineAdapter<Context>({
*   mountedBy: 'app.use(acmeLatchkey(auth))',
*   headOf: ({ request }) => ({ method: request.method, target: targetOf(request.url), headers: request.headers }),
*   sourceOf: ({ request }) => request,
*   carrierOf: (context) => context,
*   expose: (context, auth) => {
*     context.latchkey = auth
*   },
* })
*
* export function acmeLatchkey(auth: MountedAuth) {
*   return async (context: Context, next: Next): Promise<Response> => {
*     if (adapter.isOurs(auth, context)) return auth.handle(context.request)
*     const read = await adapter.read(auth, context)
*     return deliverOn(await next(), read)
*   }
* }
*
* export const { requireUser, requireRole, requireClaim, requireFresh } = adapter.guardsAs(
*   (refusalFor) =>
*     async (context: Context, next: Next): Promise<Response> => refusalFor(context) ?? next(),
* )
* ```
*/
function defineAdapter(host) {
	const { mountedBy, headOf, sourceOf, carrierOf, expose } = host;
	function guarded(guard) {
		return (context) => {
			const read = carrierOf(context)[reading];
			if (!read) throw new Error(`This guard needs ${mountedBy} before it.`);
			const { reader, auth } = read;
			if (!guard.admits(reader, auth)) return guard.refuse(reader, auth, headOf(context));
			expose(context, auth);
			return null;
		};
	}
	return {
		isOurs: (auth, context) => isForAuth(auth, headOf(context).target),
		read: (auth, context, waitUntil) => whenReady(readAuth(auth, sourceOf(context), waitUntil), (read) => {
			carrierOf(context)[reading] = read;
			expose(context, read.auth);
			return read;
		}),
		...makeGuards(guarded),
		guardsAs: (toHost) => makeGuards((guard, options) => toHost(guarded(guard), options)),
		requireBearer(options) {
			const check = bearerGuard(options);
			return async (context) => {
				const { token, refusal } = await check(bearerRequest(headOf(context), sourceOf(context)));
				if (token) keepAccessToken(carrierOf(context), token);
				return refusal;
			};
		},
		signedIn: (context) => signedIn(carrierOf(context))
	};
}
// node_modules/latchkey/dist/adapters/hold-auth.js
/** One for all requests, those too that come while it is being made. */
function holdAuth(given) {
	if (typeof given !== "function") return () => given;
	let held = null;
	return () => {
		if (held) return held;
		held = given();
		if (held instanceof Promise) held.then((made) => held = made, () => held = null);
		return held;
	};
}
// node_modules/latchkey/dist/adapters/refusal-sentence.js
/** For the person, with nothing of the cause. */
function refusalSentence(status, current) {
	const error = current?.error;
	if (error instanceof LatchkeyError) return error.forPerson;
	return status === 403 ? new LatchkeyError("session_not_allowed").forPerson : "Sign in first.";
}
// node_modules/latchkey/dist/adapters/tanstack-start.js
/** At the carrier: what the error page answers, where a guard refuses and no sign-in would help. */
var refused = Symbol("latchkey.refused");
var adapter = defineAdapter({
	mountedBy: "createMiddleware().server(tanstackStartLatchkey(auth)) in src/start.ts",
	headOf,
	sourceOf: ({ carrier }) => carrier.request,
	carrierOf: ({ carrier }) => carrier,
	expose: () => {}
});
/**
* `createMiddleware().server(tanstackStartLatchkey(() => latchkey({ … })))`, one of the `requestMiddleware` of `src/start.ts`. The
* function is called at the first request, so `vite build` needs no variables, and again where it failed.
*/
function tanstackStartLatchkey(given) {
	const held = holdAuth(given);
	return async function latchkeyMiddleware({ request, handlerType, next }) {
		const auth = await held();
		if (isForAuth(auth, targetOf(request.url))) return auth.handle(request);
		const carrier = {
			request,
			isCall: handlerType === "serverFn"
		};
		const read = await adapter.read(auth, { carrier });
		const result = await next({ context: {
			latchkey: read.auth,
			latchkeyRequest: carrier
		} });
		const { response } = result;
		const status = carrier[refused];
		const answer = status ? new Response(response.body, {
			status,
			headers: response.headers
		}) : response;
		return {
			...result,
			response: deliverOn(answer, read)
		};
	};
}
var guards = adapter.guardsAs((refusalFor, { api }) => ({ context }, returnTo) => {
	const question = {
		carrier: context.latchkeyRequest,
		returnTo
	};
	const answer = refusalFor(question);
	if (!answer) return adapter.signedIn(question);
	if (api) throw answer;
	const href = answer.headers.get("location");
	if (href === null) {
		const carrier = context.latchkeyRequest;
		carrier[refused] = answer.status;
		throw new Error(refusalSentence(answer.status, carrier[reading]?.auth));
	}
	throw redirect({
		href,
		statusCode: answer.status,
		reloadDocument: true
	});
});
/** `const { user } = requireUser(args)`: others are sent to sign in and back; with `{ api: true }` 401 JSON. */
function requireUser(args, { returnTo, ...options } = {}) {
	return guards.requireUser(options)(args, returnTo);
}
/** `requireRole(args, 'admin')`: people with this role, or one of these; others get 403. */
function requireRole(args, role, { returnTo, ...options } = {}) {
	return guards.requireRole(role, options)(args, returnTo);
}
/** `requireClaim(args, { name: 'groups', value: 'staff' })`: people whose session keeps this claim; others get 403. */
function requireClaim(args, { name, value, returnTo, ...options }) {
	return guards.requireClaim(name, value, options)(args, returnTo);
}
/** `requireFresh(args, { maxAge: 300 })`: others confirm who they are and come back. */
function requireFresh(args, { returnTo, ...options }) {
	return guards.requireFresh(options)(args, returnTo);
}
function headOf({ carrier: { request, isCall }, returnTo }) {
	return {
		method: "GET",
		target: returnTo ?? (isCall ? pageOf(request) : targetOf(request.url)),
		headers: new Headers({ accept: "text/html" })
	};
}
/** The browser says from which page it calls. */
function pageOf({ headers }) {
	const referer = headers.get("referer") ?? "";
	return URL.canParse(referer) ? targetOf(referer) : "/";
}
export { json as C, foundValue as D, foreignText as E, LatchkeyError as O, randomText as S, redirect$1 as T, showsSeveral as _, tanstackStartLatchkey as a, loadOnce as b, dpopAlgorithms as c, faultInIssuer as d, isPlainHttpElsewhere as f, requestLineOf as g, hostOf as h, requireUser as i, errorSentences as k, faultInEndpointUrl as l, headerOf as m, requireFresh as n, createSeal as o, deviceOf as p, requireRole as r, metadataUrlOf as s, requireClaim as t, faultInInternalUrl as u, clientAddress as v, page as w, platform as x, whenReady as y };
