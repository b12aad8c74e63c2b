// The error class and the table of error codes, with the sentences for the person and for the developer. A test keeps
// docs/errors.md equal to this table. Messages never contain secrets.

interface ErrorEntry {
  /** HTTP status of the response. */
  readonly status: number
  /** For the person: what happened, whose fault it is and what to do. No jargon. */
  readonly forPerson: string
  /** For the developer: the usual causes and the remedy. */
  readonly forDeveloper: string
}

const errorCodes = {
  // config_*: thrown at start, never by a request.
  config_origin_missing: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'In production the application’s own address must be configured: latchkey({ origin: "https://app.example.com" }) or ORIGIN. It is never taken from Host or X-Forwarded-* headers.',
  },
  config_origin_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'The origin must be scheme, host and port only, such as https://app.example.com. http: is accepted on loopback (localhost, 127.0.0.1, [::1]) only.',
  },
  config_secret_missing: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'Set LATCHKEY_SECRET (or latchkey({ secret })) to at least 32 random bytes, for example the output of: openssl rand -base64 32',
  },
  config_secret_weak: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'A secret is shorter than 32 bytes. Cookies are sealed with it, so an attacker who guesses it can sign in as any user. Use the output of: openssl rand -base64 32',
  },
  config_provider_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'The description of a provider is wrong; the detail says which provider and what to change.',
  },
  config_provider_credentials_missing: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'A provider has no client id or secret. Set <ID>_CLIENT_ID and <ID>_CLIENT_SECRET. (The local identity provider stands in for it only in development, on loopback.)',
  },
  config_option_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper: 'An option given to latchkey({ … }) has a wrong value; the detail names it.',
  },
  config_variable_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'An environment variable has a value that cannot be used; the detail names the variable and what it accepts. All are listed in docs/environment.md.',
  },
  config_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'Several problems prevent a start; the detail has a line for each, with its own code. `latchkey doctor` shows them too.',
  },
  config_store_missing: {
    status: 501,
    forPerson:
      'This site does not offer this, so nothing was done. Please go back to the page that you came from.',
    forDeveloper: 'This feature needs a store: latchkey({ store: sqlite("app.db") }).',
  },

  config_rules_invalid: {
    status: 500,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'The rules of the gateway (RULES) cannot be used; the detail names the rule and what was found. A running gateway keeps its old rules. docs/gateway.md describes the format.',
  },

  // request_*: the request itself cannot be accepted.
  request_not_found: {
    status: 404,
    forPerson: 'There is no page at this address. Please check the address, or go back to the start.',
    forDeveloper: 'No route below basePath matches. The routes are listed in docs/routes.md.',
  },
  request_method_not_allowed: {
    status: 405,
    forPerson:
      'This address does not work in this way, so nothing was done. Please go back to our pages and try again.',
    forDeveloper:
      'The route exists, but does not accept this method; the Allow header lists the methods that it accepts.',
  },
  request_cross_site: {
    status: 403,
    forPerson:
      'This request came from another site, so nothing was done. Please go back to our pages and try again.',
    forDeveloper:
      'State changes need a same-origin request: Sec-Fetch-Site: same-origin or, where that header is absent, an Origin equal to the configured one. Usual causes: a proxy that strips both headers, or a wrong origin in the configuration.',
  },
  request_not_navigation: {
    status: 403,
    forPerson:
      'This address works only as a page that you open yourself, so nothing was done. Please go back to our pages and try again.',
    forDeveloper:
      'A GET that starts, ends or changes something must be a page that a person opens: Sec-Fetch-Mode: navigate and Sec-Fetch-Dest: document where the browser sends them. Images, frames, fetch and the prefetching of routers are refused. Start logins by a form (POST), and link to /auth/login.',
  },
  request_wrong_host: {
    status: 421,
    forPerson:
      'This site is not set up for the address in your browser, so nothing was done. Please tell the people who run it.',
    forDeveloper:
      'In development without a configured origin only loopback hosts are accepted, since the origin is never taken from a Host header. Open http://localhost:PORT, or set ORIGIN.',
  },
  request_not_local: {
    status: 403,
    forPerson:
      'This page cannot be opened from here: it is for the computer on which this site is being developed. Please go back to where you were.',
    forDeveloper:
      'The inspector is for the developer only: the browser must be on the same machine and use a loopback name (localhost, 127.0.0.1), without a proxy that forwards for another machine. The detail says what was found instead. The inspector is not available on hosts that do not report the address of a connection.',
  },
  request_too_large: {
    status: 413,
    forPerson:
      'Your browser sent more than this page accepts, so nothing was done. Please go back and send less.',
    forDeveloper:
      'The body is over the limit of this route (16 kB for callbacks and forms, 64 kB for logout tokens).',
  },
  request_malformed: {
    status: 400,
    forPerson:
      'Your browser sent something that this page cannot read, so nothing was done. Please go back and try again.',
    forDeveloper: 'A parameter is missing, repeated, too long or not valid text; the detail names it.',
  },

  // attempt_*: the callback does not belong to a login that this browser began.
  attempt_missing: {
    status: 400,
    forPerson:
      'This sign-in was already used, or was started in another browser or window. Please start again.',
    forDeveloper:
      'No attempt cookie matches the state of this callback. Usual causes: opened in another browser, a cookie that was blocked or dropped, an origin whose scheme or port differs from the address in the browser, or a page that was opened a second time.',
  },
  attempt_invalid: {
    status: 400,
    forPerson:
      'This site can no longer read the sign-in that you started, so you were not signed in. Please start again.',
    forDeveloper:
      'The attempt cookie could not be opened. Usual causes: LATCHKEY_SECRET was replaced without keeping the old one (NEW,OLD), or the servers have different secrets.',
  },
  attempt_expired: {
    status: 400,
    forPerson: 'This sign-in took too long, so you were not signed in. Please start again.',
    forDeveloper: 'The attempt is older than attemptLifetimeSeconds (default 600).',
  },
  attempt_wrong_provider: {
    status: 400,
    forPerson:
      'The answer came from another sign-in service than the one you chose, so you were not signed in. Please start again.',
    forDeveloper:
      'A login that was started with one provider came back to the callback of another. A mix-up attack looks like this (RFC 9700 §4.4); no code was redeemed.',
  },
  attempt_already_used: {
    status: 400,
    forPerson: 'This sign-in was already used. Please start again.',
    forDeveloper:
      'The callback was delivered a second time after the first had finished. No second token request was made.',
  },
  attempt_session_changed: {
    status: 403,
    forPerson: 'You signed out or changed accounts in the meantime, so nothing was added. Please try again.',
    forDeveloper:
      'Linking must finish in the session that started it; that session has ended, was replaced by another, or is no longer fresh.',
  },

  // provider_*: the provider refused, misbehaved or could not be reached.
  provider_unknown: {
    status: 404,
    forPerson: 'This site does not offer this way to sign in. Please choose another one.',
    forDeveloper: 'No provider with this id is configured.',
  },
  provider_place_invalid: {
    status: 400,
    forPerson:
      'This is not an address that you can sign in with here. Please check how it is spelled and try again.',
    forDeveloper:
      'This provider has many places (shops, instances, regions), and each login must name one in a parameter of /auth/login/ID. The detail names the parameter; its value was missing or not accepted.',
  },
  provider_unavailable: {
    status: 503,
    forPerson:
      'This sign-in service does not answer at the moment. Please try again in a minute, or use another way to sign in.',
    forDeveloper:
      'The provider could not be reached, timed out, or answered 5xx or 429; the detail names the endpoint and the reason. You do not need to do anything: the next login tries again.',
  },
  provider_certificate_invalid: {
    status: 503,
    forPerson:
      'This site cannot connect to this sign-in service safely. Please use another way to sign in, or tell the people who run this site.',
    forDeveloper:
      'The provider’s TLS certificate was refused: self-signed, from an authority that this server does not know, for another host name, or expired; the detail says which. Trying again does not help. For a certificate authority of your own, start Node with NODE_EXTRA_CA_CERTS=/path/to/ca.pem; never turn verification off.',
  },
  provider_denied: {
    status: 403,
    forPerson:
      'The sign-in service did not allow this sign-in, so you were not signed in. Please start again, or use another way to sign in.',
    forDeveloper:
      'The provider answered access_denied: the person pressed cancel, or a rule at the provider refused them (they are not assigned to the application, or a condition is not met). The detail quotes the provider.',
  },
  provider_interaction_required: {
    status: 403,
    forPerson:
      'The sign-in service needs an answer from you first, so you were not signed in. Please start again.',
    forDeveloper:
      'The provider answered login_required, interaction_required, consent_required or account_selection_required. After prompt=none this is the usual answer if the person has no session at the provider; without prompt=none the person left a question of the provider unanswered or refused it. The detail quotes the provider.',
  },
  provider_freshness_unproven: {
    status: 400,
    forPerson:
      'The sign-in service did not confirm that you signed in just now, so nothing was done. Please try again, or sign out and in again first.',
    forDeveloper:
      'The application requires a recent sign-in. OpenID Connect providers prove it with auth_time; in this answer it is missing, unusable or too old. If the provider never sends it, set the option reauthentication (variable …_REAUTHENTICATION) to the parameters that make it ask again, such as prompt=login; the round trip is then the proof.',
  },
  provider_freshness_unsupported: {
    status: 403,
    forPerson:
      'This page needs a recent sign-in, and the service that you signed in with cannot prove one. Please sign in another way.',
    forDeveloper:
      'The application requires a recent sign-in, but this is a plain OAuth 2.0 provider, and nothing says how to make it ask again. Set its parameters with the option reauthentication (variable …_REAUTHENTICATION), or link an OpenID Connect provider.',
  },
  provider_level_unsupported: {
    status: 403,
    forPerson:
      'This page needs a stronger sign-in than the service that you signed in with offers. Please sign in another way.',
    forDeveloper:
      'The application requires a level (acr), but the provider of this session speaks plain OAuth 2.0, which cannot prove one. Link an OpenID Connect provider.',
  },
  provider_refused: {
    status: 400,
    forPerson:
      'The sign-in service refused this sign-in, so you were not signed in. Please start again, or use another way to sign in.',
    forDeveloper:
      'The provider answered with an OAuth error. The detail says whether it came in the callback or from the token endpoint, with its code and description; in development the page shows them.',
  },
  provider_redirect_uri_mismatch: {
    status: 400,
    forPerson:
      'This site is not set up completely at the sign-in service, so you were not signed in. Please use another way to sign in, or tell the people who run this site.',
    forDeveloper: 'The provider does not know this redirect URI. Register exactly the one shown here.',
  },
  provider_credentials_refused: {
    status: 400,
    forPerson:
      'This site is not set up completely at the sign-in service, so you were not signed in. Please use another way to sign in, or tell the people who run this site.',
    forDeveloper:
      'The client could not be authenticated: the client id, the secret or the client authentication method is not the registered one. The detail quotes the provider (invalid_client, or status 401), or says why nothing was sent.',
  },
  provider_answer_invalid: {
    status: 400,
    forPerson:
      'The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.',
    forDeveloper:
      'An answer of the provider violates the specification, or is too large; the detail names the rule and what was found.',
  },
  provider_issuer_mismatch: {
    status: 400,
    forPerson:
      'The answer came from another sign-in service than the one you chose, so you were not signed in. Please start again.',
    forDeveloper:
      'The issuer in the answer or in the metadata is not the configured one (RFC 9207 §2.4, OpenID Connect Discovery §4.3). Issuers are compared byte for byte: check trailing slashes, case and port.',
  },
  provider_id_token_invalid: {
    status: 400,
    forPerson:
      'The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.',
    forDeveloper:
      'The ID token failed a check of OpenID Connect Core §3.1.3.7 (signature, iss, aud, azp, exp, iat, nonce, at_hash, c_hash, acr, auth_time); the detail names it, with what was expected and found. If it is exp or iat, check the clocks.',
  },
  provider_notification_invalid: {
    status: 400,
    forPerson:
      'This message does not prove that it comes from the sign-in service, so nothing was done. Please send it again in the form that the service defines.',
    forDeveloper:
      'A request to /auth/notifications is malformed, too old, was received before, or is not signed by the provider for this application; the detail says which. Any client can send such a request: investigate only if the provider reports that its messages fail.',
  },
  provider_userinfo_invalid: {
    status: 400,
    forPerson:
      'The sign-in service gave an answer that we cannot trust, so you were not signed in. Please start again.',
    forDeveloper:
      'The profile could not be used: its subject is not that of the ID token (OpenID Connect Core §5.3.4), or the claim that identifies the person is missing. The detail says what the endpoint answered. If the ID token has all the claims that you need, set claimsFrom to "id-token".',
  },

  // account_*: who may sign in, and which identities belong to which users.
  account_refused: {
    status: 403,
    forPerson:
      'This account may not sign in here. Please use another account, or ask the people who run this site.',
    forDeveloper: 'The application’s own rule refused the identity before anything was stored.',
  },
  account_not_created: {
    status: 403,
    forPerson:
      'This site could not create an account for you. If you have one already, please sign in the way you did before, then add this way to sign in on your account page.',
    forDeveloper:
      'The application’s own users.create, users.adopt or users.refresh threw; see the cause of this error. Often it is a unique e-mail column: find the existing row in users.adopt, or refuse with your own message (refuseSignIn).',
  },
  account_linked_elsewhere: {
    status: 409,
    forPerson:
      'This account is already linked to another user here, so nothing was changed. To move it, sign in with it and unlink it there first.',
    forDeveloper: 'An identity belongs to one user at most. To move it, unlink it there first.',
  },
  account_last: {
    status: 409,
    forPerson: 'This is your only way to sign in, so it was not removed. Please add another one first.',
    forDeveloper: 'Unlinking the last account would lock the user out.',
  },
  account_not_found: {
    status: 404,
    forPerson:
      'This account is not linked to you, so nothing was changed. Please open your account page again.',
    forDeveloper: 'The user has no such account (another request may have unlinked it).',
  },
  account_link_expired: {
    status: 400,
    forPerson:
      'You took too long to add this account, so nothing was added. Please sign in with it once more.',
    forDeveloper: 'A guided link must be finished within 10 minutes, in the browser that started it.',
  },

  // session_*: the session is missing or not sufficient.
  session_required: {
    status: 401,
    forPerson: 'You are not signed in. Please sign in first.',
    forDeveloper: 'The route needs a session, and the request carried no valid one.',
  },
  session_not_allowed: {
    status: 403,
    forPerson:
      'You are signed in, but this page is not for your account. Please ask the people who run this site if it should be.',
    forDeveloper:
      'A guard with allow, requireRole or requireClaim, or a rule of the gateway (RULES), refused this person. Guards and rules check the fields of the user and session.claims.',
  },
  session_not_fresh: {
    status: 403,
    forPerson:
      'Too much time has passed since you signed in, so nothing was changed. Please confirm that it is you by signing in again.',
    forDeveloper:
      'The route needs a more recent or a stronger sign-in (requireFresh); linking and unlinking need one within freshSeconds (default 600).',
  },
  session_not_ended: {
    status: 503,
    forPerson:
      'You are signed out in this browser, but our server could not be reached to end your visit there too. On a shared computer, please come back in a few minutes, sign in and choose "Sign out everywhere else".',
    forDeveloper:
      'The store did not answer during a sign-out: the cookie was cleared, but the stored session stays valid until it expires or is ended.',
  },
  session_other_person: {
    status: 403,
    forPerson:
      'You confirmed with another account than the one you are signed in with, so nothing was changed. Please try again.',
    forDeveloper: 'The signed-in user must complete a step-up; the provider returned another person.',
  },
  session_other_provider: {
    status: 403,
    forPerson:
      'You confirmed with another way to sign in than the one you used for this visit, so nothing was changed. Please use that one.',
    forDeveloper:
      'A step-up must use the provider of the session, or any linked one that reaches a required acr. Another account of the same person may be less secure.',
  },
  session_too_large: {
    status: 500,
    forPerson:
      'Your profile is too large for this site, so you were not signed in. Please tell the people who run this site.',
    forDeveloper:
      'A sealed session must fit into one cookie of 4,096 bytes; the detail names the largest fields. Use a store.',
  },

  // client_*: first-party clients (the option clients), for which Latchkey is the authorization server. The client reads the
  // OAuth code.
  client_unknown: {
    status: 400,
    forPerson:
      'This site does not know the app that sent you here, so nothing was done. Please go back to that app, and tell the people who run it.',
    forDeveloper:
      'No client in the option clients (NATIVE_CLIENTS) has this client_id. Applications of other companies cannot be clients.',
  },
  client_not_public: {
    status: 401,
    forPerson:
      'The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.',
    forDeveloper:
      'The clients in the option clients are public: they have no secret. Send client_id in the body, without client_secret, client_assertion and Authorization header.',
  },
  client_redirect_uri_unknown: {
    status: 400,
    forPerson:
      'The app that sent you here wants the answer at an address that is not its own, so we did nothing. Please close this page, and tell the people who run that app.',
    forDeveloper:
      'redirect_uri must equal one of the client’s redirectUris exactly; only the port of a loopback address may differ (RFC 8252 §7.3).',
  },
  client_request_invalid: {
    status: 400,
    forPerson:
      'The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.',
    forDeveloper: 'A parameter is missing, repeated or wrong; the detail names it (RFC 6749, RFC 7636).',
  },
  client_response_type_unsupported: {
    status: 400,
    forPerson:
      'The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.',
    forDeveloper: 'The only supported response_type is code, since an address must never contain a token.',
  },
  client_grant_type_unsupported: {
    status: 400,
    forPerson:
      'The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.',
    forDeveloper:
      'The token endpoint supports authorization_code, refresh_token and urn:ietf:params:oauth:grant-type:device_code.',
  },
  client_not_allowed: {
    status: 400,
    forPerson:
      'The app that you use asked for something that this site cannot do, so nothing was done. Please start again in that app, or tell the people who run it.',
    forDeveloper: 'The client is not configured for this; the detail says what is missing.',
  },
  client_denied: {
    status: 403,
    forPerson:
      'You did not allow this sign-in, so nothing was done. Please start again in the app if that was a mistake.',
    forDeveloper: 'The person chose not to sign this application in.',
  },
  client_grant_invalid: {
    status: 400,
    forPerson: 'This app is no longer signed in, so nothing was done. Please sign in again there.',
    forDeveloper:
      'The code or token was not issued to this client, has expired, was used before, does not match the verifier, or its session has ended; the detail says which. Start a new sign-in.',
  },

  // bearer_*: a session that is sent in the Authorization header.
  bearer_invalid: {
    status: 401,
    forPerson: 'This app is no longer signed in, so nothing was done. Please sign in again there.',
    forDeveloper:
      'The token in the Authorization header is invalid: expired, ended, bound to a key, or not issued here; the detail says which. Cookies of such a request are ignored.',
  },
  bearer_not_accepted: {
    status: 403,
    forPerson:
      'This page works with the sign-in of a browser only, so nothing was done. Please open it in your browser.',
    forDeveloper:
      'The account, sign-in and consent pages accept a cookie only, so that a program with an access token cannot use them to gain more access. With an Authorization header, use /auth/session, /auth/logout and /auth/sessions.',
  },

  // device_*: a device without a browser (RFC 8628).
  device_code_unknown: {
    status: 400,
    forPerson:
      'This site does not know this code, or it is too old, so nothing was done. Please look at your device again.',
    forDeveloper: 'The user code was never issued, has expired, or was answered before.',
  },
  device_code_expired: {
    status: 400,
    forPerson: 'You took too long to answer, so nothing was done. Please start again on your device.',
    forDeveloper: 'A device code is valid for 10 minutes.',
  },
  device_guesses_exceeded: {
    status: 429,
    forPerson:
      'You typed too many wrong codes, so this page does not accept any for now. Please wait ten minutes, then try again.',
    forDeveloper: 'A person may type ten wrong user codes in ten minutes (RFC 8628 §5.1).',
  },

  // token_*: no valid access token for the provider's API.
  token_absent: {
    status: 403,
    forPerson:
      'This site has no permission from you at the other service, so nothing was done. Please connect your account there.',
    forDeveloper:
      'No token of this person is kept for this provider: they have not signed in with it since keepTokens was turned on, or the secret that sealed the token is gone. auth.tokens(session).get(provider) returns the path that asks them for permission.',
  },
  token_revoked: {
    status: 403,
    forPerson:
      'Your permission at the other service has ended, so nothing was done. Please connect your account there again.',
    forDeveloper:
      'The provider says that the grant is invalid (invalid_grant): the person or the provider revoked it, or a rotated refresh token was lost. Send the person to the reauthorizePath of auth.tokens(session).get(provider).',
  },
  token_unavailable: {
    status: 503,
    forPerson: 'The other service does not answer at the moment. Please try again in a minute.',
    forDeveloper:
      'The access token has expired, and the provider cannot be asked for a new one at the moment; the detail says why. The refresh token is kept: try again after retryAfterSeconds.',
  },
  token_origin_refused: {
    status: 500,
    forPerson: 'Something went wrong on our side. Please try again.',
    forDeveloper:
      'tokens.fetch was called with an address outside the provider’s apiOrigins, so no token was read. Add origins with the provider’s option apiOrigins; never build the address from the content of a request.',
  },
  token_wrong_account: {
    status: 403,
    forPerson:
      'You chose another account at the other service than the one that needs your permission, so nothing was changed. Please try again with that account.',
    forDeveloper:
      'The person was asked for more permissions for one linked account, but came back from the provider with another one.',
  },

  // bearer_*: requests to a protected API, with an access token of another server or without one.
  bearer_token_missing: {
    status: 401,
    forPerson:
      'This address is for apps that are connected to your account, so nothing was done. Please open it in such an app.',
    forDeveloper:
      'The route is guarded by requireBearer, and the request has no Authorization header with Bearer or DPoP and a token. WWW-Authenticate names the metadata of this resource (RFC 9728), which says where a token comes from.',
  },
  bearer_request_malformed: {
    status: 400,
    forPerson:
      'This app sent a request that could not be understood. Please update the app, or tell the people who make it.',
    forDeveloper:
      'The request sends its access token in a way that is not accepted: twice, in the query, or malformed (RFC 6750 §2 and §3.1). Send it once, in the Authorization header.',
  },
  bearer_token_invalid: {
    status: 401,
    forPerson:
      'The access of this app has ended, so nothing was done. Please connect the app to your account again.',
    forDeveloper:
      'The access token failed a check of RFC 9068 §4 or RFC 7662 §4 (type, issuer, audience, signature, expiry, activity, key); the detail names it, with what was expected and found. A token that is bound to a key (cnf) is never accepted without the proof of that key.',
  },
  bearer_scope_insufficient: {
    status: 403,
    forPerson:
      'This app may not do this, because you have not allowed it. Please connect the app again, and allow it there.',
    forDeveloper:
      'The access token is valid, but lacks a scope that the route needs (RFC 6750 §3.1); WWW-Authenticate lists all that it needs.',
  },
  bearer_level_insufficient: {
    status: 401,
    forPerson:
      'This app needs a new proof that it is you, so nothing was done. Please sign in again in the app.',
    forDeveloper:
      'The access token is valid, but the sign-in behind it is not strong (acr) or not recent (auth_time) enough for the route. The client asks its authorization server for a new one with the acr_values and max_age of WWW-Authenticate (RFC 9470).',
  },

  // dpop_*: a client's proof that it has the key of its token.
  dpop_proof_invalid: {
    status: 400,
    forPerson: 'This app could not prove that it is the one you signed in with. Please sign in again there.',
    forDeveloper:
      'The DPoP header failed a check of RFC 9449 §4.3 (form, typ, alg, jwk, signature, htm, htu, iat, jti, ath, key); the detail names it, with what was expected and found. If it is htu, check the configured origin and proxies that change paths. If it is iat, check the clocks.',
  },
  dpop_nonce_required: {
    status: 400,
    forPerson:
      'This app has to prove once more that it is the one you signed in with. Please try again there.',
    forDeveloper:
      'This server requires its own nonce in DPoP proofs (RFC 9449 §8 and §9). The DPoP-Nonce header of this answer has it; clients repeat the request with it automatically.',
  },

  // user_*: the application's calls that manage users.
  user_not_found: {
    status: 404,
    forPerson: 'This user is no longer here, so nothing was changed. Please reload the page.',
    forDeveloper: 'auth.users.update was called with an id that no user has (any more).',
  },
  user_fields_invalid: {
    status: 500,
    forPerson:
      'This site cannot read your profile, so nothing was done. Please tell the people who run this site.',
    forDeveloper:
      'The schema userFields refuses the new fields, or those stored earlier: a new required field needs a default. The detail names the fields.',
  },

  // upstream_*: the application behind the gateway.
  upstream_unavailable: {
    status: 502,
    forPerson:
      'The application behind this page does not answer at the moment. You have done nothing wrong. Please try again in a minute.',
    forDeveloper:
      'The gateway cannot reach UPSTREAM: the application is not running, listens elsewhere, or closed the connection before it answered. The gateway itself works.',
  },
  upstream_timeout: {
    status: 504,
    forPerson:
      'The application behind this page does not answer at the moment. You have done nothing wrong. Please try again in a minute.',
    forDeveloper:
      'The application behind the gateway sent nothing for UPSTREAM_TIMEOUT_SECONDS. The gateway itself works.',
  },
  upstream_not_configured: {
    status: 503,
    forPerson:
      'This site is not set up completely, so you cannot sign in yet. Please tell the people who run it.',
    forDeveloper:
      'UPSTREAM is not set, so this gateway only answers other proxies at /auth/verify and signs people in. Set UPSTREAM, or send browsers to the proxy.',
  },

  // store_*, unexpected
  store_unavailable: {
    status: 503,
    forPerson: 'This site cannot reach its data at the moment. Please try again in a minute.',
    forDeveloper:
      'The store failed; the cause is in the log. Protected routes stay closed until it answers again.',
  },
  unexpected: {
    status: 500,
    forPerson: 'Something went wrong on our side. Please try again.',
    forDeveloper: 'Latchkey does not know this error; its text is in the log only. Please report it.',
  },
} as const

/** More specific sentences for the person than that of the code. `{…}` are placeholders for values. */
const closerSentences = {
  request_cross_site_named:
    'This request came from {received} and not from {expected}, so nothing was done. Please go back to our pages and try again.',
  provider_denied_consent:
    'The sign-in service needs your permission and did not get it, so you were not signed in. Please start again when you want to give it.',
  token_unavailable_refused:
    'The other service did not renew your permission, so nothing was done. Please connect your account there again.',
} as const

/** An error code. Codes are stable: they are part of the public contract. Described in docs/errors.md. */
export type ErrorCode = keyof typeof errorCodes

/** The name of a sentence for people: an error code, or a more specific sentence. Its translations have the same name. */
export type SentenceName = ErrorCode | keyof typeof closerSentences

/** All sentences for people, in English. */
export const errorSentences: Readonly<Record<SentenceName, string>> = {
  ...(Object.fromEntries(
    Object.entries(errorCodes).map(([code, { forPerson }]) => [code, forPerson]),
  ) as Record<ErrorCode, string>),
  ...closerSentences,
}

/** The table of codes, for documentation and tests. */
export const errorTable: Readonly<Record<ErrorCode, ErrorEntry>> = errorCodes

/** An error response of a provider. Limited in length, without control characters and secrets; not escaped. */
export interface ProviderRefusal {
  /** The source of the response: `callback`, `token endpoint` … */
  readonly from: string
  /** HTTP status; null if there is none, as in a callback. */
  readonly status: number | null
  /** The OAuth error code (RFC 6749 §4.1.2.1 and §5.2), in lower case; null if the response has none. */
  readonly error: string | null
  /** `error_description`: the provider’s own words. */
  readonly description: string | null
}

/** The sentence for the person, with the values of its placeholders. */
export interface ErrorSentence {
  readonly name: SentenceName
  readonly values?: Readonly<Record<string, string>> | undefined
}

/** Where something failed: a step of a login, or a response of the provider. */
export type FailurePlace =
  | 'callback'
  | 'metadata'
  | 'keys'
  | 'pushed-request'
  | 'token'
  | 'id-token'
  | 'userinfo'
  | 'profile'
  | 'client-credentials'
  | 'notification'
  | 'revocation'
  | 'access-token'
  | 'introspection'

/**
 * What an error is about, in stable words for programs: `latchkey explain` looks up the cause by them (src/causes.ts). Like
 * every message, they contain no token, code, cookie or secret.
 */
export interface ErrorFacts {
  readonly at?: FailurePlace | undefined
  /** What was checked: the name of a claim or parameter, or `json`, `timeout`, `connection`, `certificate`, `redirect`, `size`. */
  readonly check?: string | undefined
  /** The value was missing. Default: it was present, but wrong. */
  readonly isMissing?: true | undefined
  /** HTTP status of the provider's response. */
  readonly status?: number | undefined
  /** OAuth error code of the provider's response (RFC 6749 §4.1.2.1 and §5.2). */
  readonly error?: string | undefined
}

/** What a `LatchkeyError` contains in addition to its code. */
export interface LatchkeyErrorOptions {
  /** What happened in this case, for the developer. Must not contain tokens, codes, cookies or secrets. */
  readonly detail?: string | undefined
  /** The error that caused this one. */
  readonly cause?: unknown
  /** For 503 responses: after how many seconds to try again. */
  readonly retryAfterSeconds?: number | undefined
  /** The application's own sentence, shown to the person unchanged instead of the table's. */
  readonly forPerson?: string | undefined
  /** A more specific sentence for the person than that of the code, with its values. */
  readonly sentence?: ErrorSentence | undefined
  /** The provider's error response, if it refused. */
  readonly refusal?: ProviderRefusal | undefined
  /** What the error is about, for programs. Status and error default to those of `refusal`. Default: nothing is known. */
  readonly facts?: ErrorFacts | undefined
}

const inspection = Symbol.for('nodejs.util.inspect.custom')

/**
 * What Node prints of an error that ends the start: the message, the lines of the application that led to it, and the reason. The
 * error is about its configuration; the other fields and the lines of this package say nothing more.
 */
function describeStart(this: LatchkeyError): string {
  const own = (this.stack ?? '').split('\n').filter((line) => /^ +at /.test(line) && isOfApplication(line))
  const { cause } = this
  const reason =
    cause instanceof Error && cause.name !== 'AggregateError' ? [`  [cause]: ${cause.message}`] : []
  return [`${this.name}: ${this.message}`, ...reason, ...own].join('\n')
}

function isOfApplication(line: string): boolean {
  return !/node_modules[\\/]|\bnode:\w/.test(line)
}

/** The mark that every copy of this package puts on its errors. */
const mark = Symbol.for('latchkey.error')

/** The only error that Latchkey throws on purpose. Any other error is reported to the client as `unexpected`. */
export class LatchkeyError extends Error {
  override readonly name = 'LatchkeyError'
  readonly code: ErrorCode
  /** HTTP status. */
  readonly status: number
  /** A sentence for the person, in English or in the application's own words. */
  readonly forPerson: string
  /** The name of that sentence in every language; null if it is the application's own. */
  readonly sentence: ErrorSentence | null
  /** Causes and remedy, for the developer. */
  readonly forDeveloper: string
  readonly detail: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** The provider's error response, if it refused. */
  readonly refusal: ProviderRefusal | undefined
  /** What the error is about, for programs. */
  readonly facts: ErrorFacts

  constructor(code: ErrorCode, options: LatchkeyErrorOptions = {}) {
    const entry = errorCodes[code]
    super(`${code}: ${options.detail ?? entry.forDeveloper}`, { cause: options.cause })
    this.code = code
    this.status = entry.status
    const sentence = options.sentence ?? { name: code }
    this.forPerson = options.forPerson ?? fill(sentence)
    this.sentence = options.forPerson === undefined ? sentence : null
    this.forDeveloper = entry.forDeveloper
    this.detail = options.detail
    this.retryAfterSeconds = options.retryAfterSeconds
    this.refusal = options.refusal
    this.facts = factsOf(options)
    if (code.startsWith('config_')) Object.defineProperty(this, inspection, { value: describeStart })
  }
}

function fill({ name, values = {} }: ErrorSentence): string {
  return errorSentences[name].replaceAll(/\{(\w+)\}/g, (_, place: string) => values[place] ?? '')
}

function factsOf({ facts = {}, refusal }: LatchkeyErrorOptions): ErrorFacts {
  const all = { status: refusal?.status ?? undefined, error: refusal?.error ?? undefined, ...facts }
  return Object.freeze(Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)))
}

// Set on the prototype, so that printed errors do not show it.
Object.defineProperty(LatchkeyError.prototype, mark, { value: true })
// `instanceof` also recognizes errors of another copy of this package, as a monorepo may install it. Subclasses inherit this
// method but keep the normal behaviour.
Object.defineProperty(LatchkeyError, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    if (this !== LatchkeyError) return Function.prototype[Symbol.hasInstance].call(this as never, value)
    return typeof value === 'object' && value !== null && mark in value
  },
})
