// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources contain template strings.
// Mutants of the security rules, written by hand; each removes one rule from the sources. `tools/mutants.ts` applies them one at
// a time and expects a test of the named cases to fail. A rule that is enforced in several places is removed from all of them
// at once, since otherwise the second place would hide whether the first one is tested.
import { bearerMutants } from './bearer-mutants.ts'

export interface Edit {
  readonly file: string
  /** Must occur exactly once in the file. */
  readonly find: string
  readonly replace: string
}

export interface Mutant {
  readonly rule: string
  /** The cases of which a test must fail, as beginnings of test names. */
  readonly cases: readonly string[]
  /** The test files to run, relative to test/. */
  readonly tests: readonly string[]
  readonly edits: readonly Edit[]
}

const callbackTests = ['conformance/b-callback-binding.test.ts']
const issuerTests = ['conformance/b-issuer-and-errors.test.ts']
const timeTests = ['conformance/b-time-and-form-post.test.ts']
const requestTests = ['conformance/a-authorization-request.test.ts']
const tokenTests = ['conformance/c-token-endpoint.test.ts']
const idTokenTests = ['conformance/d-id-token.test.ts']
const keyTests = ['conformance/d-keys.test.ts']
const freshnessTests = ['conformance/n-freshness.test.ts']
const stepUpTests = ['conformance/d-step-up.test.ts']
const discoveryTests = ['conformance/e-discovery-and-outbound.test.ts']
const rotationTests = ['conformance/e-keys-and-outages.test.ts']
const accountTests = ['conformance/f-accounts.test.ts']
const storeTests = ['contract/store-sqlite.test.ts']
const cookieTests = ['conformance/g-session-cookies.test.ts']
const lifetimeTests = ['conformance/g-session-lifetimes.test.ts']
const redirectTests = ['conformance/h-redirect-targets.test.ts']
const logoutTests = ['conformance/i-logout.test.ts']
const crossSiteTests = ['conformance/k-cross-site.test.ts']
const frontEndTests = ['conformance/q-front-ends.test.ts']
const leakTests = ['conformance/l-leaks.test.ts']
const notificationTests = ['conformance/n-notifications.test.ts']
const abuseTests = ['conformance/m-abuse.test.ts']
const clientTests = ['conformance/o-native-clients.test.ts']
const deviceTests = ['conformance/o-devices.test.ts']
const bearerTests = ['conformance/o-bearer-sessions.test.ts']

const gatewayRules = ['conformance/r-gateway-rules.test.ts']
const gatewayIdentity = ['conformance/r-gateway-identity.test.ts']
const gatewayProxy = ['conformance/r-gateway-proxy.test.ts']
const gatewayTokens = ['conformance/r-gateway-tokens.test.ts']

const attempt = 'src/flows/attempt/login-attempt.ts'
const callback = 'src/oauth/login/check-callback.ts'
const idToken = 'src/oauth/login/id-token.ts'
const exchange = 'src/oauth/login/exchange-code.ts'
const compact = 'src/oauth/login/compact-jwt.ts'
const logoutToken = 'src/oauth/logout/logout-token.ts'
const notification = 'src/oauth/logout/read-notification.ts'
const receive = 'src/flows/notifications/receive-notification.ts'

export const mutants: readonly Mutant[] = [
  {
    rule: 'The PKCE challenge is S256',
    cases: ['A2'],
    tests: requestTests,
    edits: [
      {
        file: 'src/oauth/login/authorization-url.ts',
        find: "['code_challenge_method', pkce ?? 'S256']",
        replace: "['code_challenge_method', 'plain']",
      },
    ],
  },
  {
    rule: 'A nonce is sent to OpenID Connect providers',
    cases: ['A1'],
    tests: requestTests,
    edits: [
      {
        file: 'src/oauth/login/authorization-url.ts',
        find: "if (protocol === 'oidc') set('nonce', request.nonce)",
        replace: '',
      },
    ],
  },
  {
    rule: 'Each attempt has a verifier of its own',
    cases: ['A1'],
    tests: requestTests,
    edits: [{ file: attempt, find: 'randomText(32, parts.platform.randomBytes)', replace: "'v'.repeat(43)" }],
  },
  {
    rule: 'The redirect after the button is 303',
    cases: ['A7'],
    tests: requestTests,
    edits: [{ file: 'src/web/responses.ts', find: 'status: 303', replace: 'status: 307' }],
  },
  {
    rule: 'Pages cannot be framed',
    cases: ['A7', 'L2'],
    tests: requestTests,
    edits: [{ file: 'src/web/responses.ts', find: '"frame-ancestors \'none\'",', replace: '' }],
  },
  {
    rule: 'A callback needs the attempt of its own state: any attempt of this browser will do',
    cases: ['B2'],
    tests: callbackTests,
    edits: [
      {
        file: attempt,
        find: 'const value = asked ?? readCookie(visit.cookieHeader, name)',
        replace: 'const value = /latchkey[^=;]*\\.[^=;]*=([^;]+)/.exec(visit.cookieHeader)?.[1]',
      },
      {
        file: attempt,
        find: 'if (!parts.platform.equals(derived.state, state)) throw',
        replace: 'if (false) throw',
      },
      {
        file: callback,
        find: "expectedState === '' || parameters.get('state') !== expectedState",
        replace: 'false',
      },
      {
        file: callback,
        find: 'return oauth.validateAuthResponse({ ...server, issuer }, client, parameters, expectedState)',
        replace:
          'return oauth.validateAuthResponse({ ...server, issuer }, client, parameters, oauth.skipStateCheck)',
      },
    ],
  },
  {
    rule: 'A logout token is given once',
    cases: ['I3'],
    tests: logoutTests,
    edits: [
      {
        file: 'src/flows/sign-out/back-channel-logout.ts',
        find: 'if (tokens.length !== 1 || !token) {',
        replace: 'if (!token) {',
      },
    ],
  },
  {
    rule: 'An attempt is used once, over all servers',
    cases: ['B4'],
    tests: callbackTests,
    edits: [
      {
        file: 'src/flows/attempt/used-attempts.ts',
        find: 'if (!(await mark(id, expiresAt)))',
        replace: 'await mark(id, expiresAt)\n    if (false)',
      },
    ],
  },
  {
    rule: 'Two simultaneous deliveries share one token request',
    cases: ['B4'],
    tests: callbackTests,
    edits: [
      { file: 'src/flows/attempt/used-attempts.ts', find: 'if (earlier)', replace: 'if (false && first)' },
      {
        file: 'src/flows/attempt/used-attempts.ts',
        find: 'if (!(await mark(id, expiresAt)))',
        replace: 'await mark(id, expiresAt)\n    if (false)',
      },
    ],
  },
  {
    rule: 'The verifier goes to the token endpoint',
    cases: ['A2'],
    tests: requestTests,
    edits: [
      { file: exchange, find: 'oauth.nopkce : codeVerifier,', replace: "oauth.nopkce : 'x'.repeat(43)," },
    ],
  },
  {
    rule: 'The nonce of the ID token is the attempt’s',
    cases: ['D13', 'B6'],
    tests: idTokenTests,
    edits: [
      {
        file: exchange,
        find: 'expectedNonce: expectedNonce(connection, conversation, { answer, nonce: expected.nonce }),',
        replace: 'expectedNonce: readNonce(answer.body.id_token),',
      },
      {
        file: exchange,
        find: 'interface Redemption {',
        replace:
          "const readNonce = (jwt: unknown) => JSON.parse(Buffer.from(String(jwt).split('.')[1] ?? '', 'base64url').toString()).nonce\n\ninterface Redemption {",
      },
    ],
  },
  {
    rule: 'An attempt of one provider is refused at the callback of another',
    cases: ['B7'],
    tests: callbackTests,
    edits: [
      { file: attempt, find: 'context: attempt.issuer,', replace: "context: 'x'," },
      {
        file: attempt,
        find: "context: provider.issuer,\n  })\n  if (opened.state === 'invalid')",
        replace: "context: 'x',\n  })\n  if (opened.state === 'invalid')",
      },
      {
        file: attempt,
        find: 'if (payload.p !== provider.id || payload.u !== redirectUriOf(parts, visit, provider.id)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'The issuer of the callback is compared (RFC 9207)',
    cases: ['B8'],
    tests: issuerTests,
    edits: [
      { file: callback, find: "checkIssuer(parameters.get('iss'), provider, server)", replace: '' },
      { file: exchange, find: "checkSameTenant(callback.get('iss'), verified.claims.iss)", replace: '' },
    ],
  },
  {
    rule: 'An issuer that is announced may not be absent',
    cases: ['B8'],
    tests: issuerTests,
    edits: [
      {
        file: callback,
        find: 'const isOurs = iss === null ? !isAnnounced : isIssuerOf(provider, iss)',
        replace: 'const isOurs = iss === null || isIssuerOf(provider, iss)',
      },
      {
        file: callback,
        find: 'return oauth.validateAuthResponse({ ...server, issuer }, client, parameters, expectedState)',
        replace:
          'return oauth.validateAuthResponse({ ...server, issuer, authorization_response_iss_parameter_supported: false }, client, parameters, expectedState)',
      },
    ],
  },
  {
    rule: 'The issuer is checked before an error is believed',
    cases: ['B8'],
    tests: issuerTests,
    edits: [
      {
        file: callback,
        find: "  checkIssuer(parameters.get('iss'), provider, server)\n  const error = parameters.get('error')\n  if (error !== null) throw suspectPkce(callbackRefusal(parameters), provider, 'code_challenge')",
        replace:
          "  const error = parameters.get('error')\n  if (error !== null) throw suspectPkce(callbackRefusal(parameters), provider, 'code_challenge')\n  checkIssuer(parameters.get('iss'), provider, server)",
      },
    ],
  },
  {
    rule: 'An error beside a code is an error',
    cases: ['B9'],
    tests: issuerTests,
    edits: [
      {
        file: callback,
        find: "if (error !== null) throw suspectPkce(callbackRefusal(parameters), provider, 'code_challenge')",
        replace: "if (error !== null) parameters.delete('error')",
      },
    ],
  },
  {
    rule: 'A form_post attempt is accepted with a hand-off only',
    cases: ['B10'],
    tests: timeTests,
    edits: [
      {
        file: 'src/flows/attempt/read-callback.ts',
        find: 'if (isFormPost !== (handoff !== null)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A hand-off ends after a minute',
    cases: ['B10'],
    tests: timeTests,
    edits: [
      {
        file: 'src/flows/attempt/receive-form-post.ts',
        find: 'const HANDOFF_MILLISECONDS = 60_000',
        replace: 'const HANDOFF_MILLISECONDS = 6_000_000',
      },
    ],
  },
  {
    rule: 'A prefetch does not spend the attempt',
    cases: ['B11'],
    tests: callbackTests,
    edits: [
      {
        file: 'src/web/navigation.ts',
        find: "if (isPrefetch(headers) || isScripted(headers)) return 'other'",
        replace: '',
      },
    ],
  },
  {
    rule: 'Ten attempts at most, oldest dropped first',
    cases: ['B12'],
    tests: callbackTests,
    edits: [
      {
        file: 'src/flows/attempt/attempt-cookies.ts',
        find: 'if (!isFull() && !tooManyUnasked()) break',
        replace: 'break',
      },
    ],
  },
  {
    rule: 'An attempt ends',
    cases: ['B13'],
    tests: timeTests,
    edits: [
      {
        file: attempt,
        find: "if (opened.state === 'expired') throw new LatchkeyError('attempt_expired')",
        replace:
          "if (opened.state === 'expired') Object.assign(opened, { state: 'valid', expiresAt: parts.settings.now() + 60_000 })",
      },
      {
        file: attempt,
        find: "if (opened.state === 'invalid') throw await whyInvalid(parts, visit, { value, provider })",
        replace:
          "if (opened.state === 'invalid') throw await whyInvalid(parts, visit, { value, provider }) // ",
      },
    ],
  },
  {
    rule: 'Cookies on https are __Host-',
    cases: ['B14'],
    tests: timeTests,
    edits: [
      { file: 'src/web/cookies.ts', find: "secure ? '__Host-latchkey'", replace: "secure ? 'latchkey'" },
    ],
  },
  {
    rule: 'Cookies are HttpOnly and SameSite=Lax',
    cases: ['B14'],
    tests: timeTests,
    edits: [
      {
        file: 'src/web/cookies.ts',
        find: 'HttpOnly; SameSite=Lax${secure}',
        replace: 'SameSite=None${secure}',
      },
    ],
  },
  {
    rule: 'A seal opens for its own purpose only',
    cases: ['B15'],
    tests: ['unit/crypto/seal.test.ts'],
    edits: [
      {
        file: 'src/crypto/seal.ts',
        find: '`latchkey seal ${name}`',
        replace: '`latchkey seal ${name.split(" ", 1)[0]}`',
      },
      { file: 'src/crypto/seal.ts', find: 'encoder.encode(`${purpose}\\0`)', replace: "encoder.encode('x')" },
    ],
  },
  {
    rule: 'A session of before the login ends with it',
    cases: ['B16', 'G1'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/flows/session/start-session.ts',
        find: 'if (before.session) await parts.sessions.end(before.session)',
        replace: '',
      },
    ],
  },
  {
    rule: 'A link is finished in the very session that began it',
    cases: ['B17'],
    tests: callbackTests,
    edits: [
      {
        file: 'src/flows/linking/link-account.ts',
        find: 'session?.id !== intent.sessionId || ',
        replace: '!session || ',
      },
    ],
  },
  {
    rule: 'An error of the token endpoint is one also with status 200',
    cases: ['C1'],
    tests: tokenTests,
    edits: [
      {
        file: 'src/oauth/tokens/token-answer.ts',
        find: "if (typeof error === 'string' && error !== '') return { error, description }",
        replace: '',
      },
    ],
  },
  {
    rule: 'Redirects of a provider are not followed',
    cases: ['E3', 'C2'],
    tests: discoveryTests,
    edits: [
      {
        file: 'src/oauth/server/provider-fetch.ts',
        find: 'const response = await fetch(url, { ...init, body: formText(body) })',
        replace:
          "const response = await globalThis.fetch(url, { ...init, redirect: 'follow', body: formText(body) })",
      },
    ],
  },
  {
    rule: 'What a provider sends is bounded in size',
    cases: ['E3', 'C2'],
    tests: tokenTests,
    edits: [
      {
        file: 'src/outbound/exchange-over-node.ts',
        find: 'if (length <= maxBytes) return',
        replace: 'if (length <= 1e12) return',
      },
    ],
  },
  {
    rule: 'What a provider sends is bounded in time',
    cases: ['C2'],
    tests: tokenTests,
    edits: [
      {
        file: 'src/outbound/outbound.ts',
        find: "controller.abort(new OutboundError('timeout', url)), milliseconds)",
        replace: "controller.abort(new OutboundError('timeout', url)), milliseconds * 4)",
      },
    ],
  },
  {
    rule: 'One method proves the client, form-encoded in Basic',
    cases: ['C3'],
    tests: tokenTests,
    edits: [
      {
        file: 'src/oauth/server/client-authentication.ts',
        find: "return new URLSearchParams([['', text]]).toString().slice(1)",
        replace: 'return unescape(encodeURIComponent(text))',
      },
    ],
  },
  {
    rule: 'An OpenID Connect login needs an ID token',
    cases: ['C4'],
    tests: tokenTests,
    edits: [
      {
        file: exchange,
        find: "if (connection.provider.protocol === 'oauth2') {",
        replace:
          "if (connection.provider.protocol === 'oauth2' || typeof answer.body.id_token !== 'string') {",
      },
      {
        file: 'src/oauth/login/fetch-claims.ts',
        find: "if (provider.protocol === 'oauth2') return",
        replace: "if (provider.protocol === 'oauth2' || !tokens.idTokenClaims) return",
      },
    ],
  },
  {
    rule: 'The signature of the ID token is verified',
    cases: ['D4', 'D5', 'D6'],
    tests: idTokenTests,
    edits: [
      {
        file: idToken,
        find: 'await verifySignature(connection, jwt)',
        replace: '',
      },
    ],
  },
  {
    rule: 'The algorithm is the announced one: none and HMAC are not accepted',
    cases: ['D1', 'D2', 'D3'],
    tests: idTokenTests,
    edits: [
      {
        file: 'src/oauth/server/signing-algorithms.ts',
        find: 'return [...new Set(list.filter((algorithm) => hashes.has(algorithm)))]',
        replace: "return [...hashes.keys(), 'none', 'HS256']",
      },
      {
        file: idToken,
        find: 'await verifySignature(connection, jwt)',
        replace:
          "if (!['none', 'HS256'].includes(String(jwt.header.alg))) await verifySignature(connection, jwt)",
      },
    ],
  },
  {
    rule: 'The algorithm is pinned among the asymmetric ones too',
    cases: ['D3'],
    tests: keyTests,
    edits: [
      {
        file: 'src/oauth/server/signing-algorithms.ts',
        find: 'return [...new Set(list.filter((algorithm) => hashes.has(algorithm)))]',
        replace: 'return [...hashes.keys()]',
      },
    ],
  },
  {
    rule: 'Critical headers and b64 are refused',
    cases: ['D7'],
    tests: idTokenTests,
    edits: [{ file: compact, find: 'if (crit !== undefined || b64 !== undefined)', replace: 'if (false)' }],
  },
  {
    rule: 'A token of another type is no ID token',
    cases: ['D21'],
    tests: idTokenTests,
    edits: [{ file: compact, find: "if (kind.endsWith('+jwt') && kind !== type)", replace: 'if (false)' }],
  },
  {
    rule: 'A token with logout events is no ID token',
    cases: ['D21'],
    tests: idTokenTests,
    edits: [{ file: idToken, find: 'if (events !== undefined) throw', replace: 'if (false) throw' }],
  },
  {
    rule: 'A foreign azp is refused',
    cases: ['D11'],
    tests: idTokenTests,
    edits: [
      {
        file: idToken,
        find: 'if (azp !== undefined && azp !== clientId) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'An ID token of the future is refused',
    cases: ['D12'],
    tests: idTokenTests,
    edits: [
      {
        file: idToken,
        find: "if (typeof iat !== 'number' || iat > now + tolerance) {",
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'The clock tolerance is a minute',
    cases: ['D12'],
    tests: idTokenTests,
    edits: [
      {
        file: 'src/setup/resolve-options.ts',
        find: "readSeconds('clockToleranceSeconds', clockTolerance, 60, 300, 0)",
        replace: '86_400',
      },
    ],
  },
  {
    rule: 'A subject has 1 to 255 characters',
    cases: ['D14'],
    tests: idTokenTests,
    edits: [
      {
        file: idToken,
        find: "if (typeof sub !== 'string' || sub.length < 1 || sub.length > 255) {",
        replace: 'if (false) {',
      },
      {
        file: 'src/providers/definition/read-identity.ts',
        find: "if (value === '' || value.length > subjectLength) {",
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'at_hash is checked',
    cases: ['D15'],
    tests: idTokenTests,
    edits: [{ file: idToken, find: "await checkHash(jwt, 'at_hash', answer.access_token)", replace: '' }],
  },
  {
    rule: 'c_hash is checked where it is there',
    cases: ['D15'],
    tests: idTokenTests,
    edits: [
      { file: idToken, find: "if (check.code) await checkHash(jwt, 'c_hash', check.code)", replace: '' },
    ],
  },
  {
    rule: 'An unknown hash is no excuse for at_hash',
    cases: ['D15'],
    tests: idTokenTests,
    edits: [
      {
        file: idToken,
        find: 'if (expected === null || claims[claim] !== expected)',
        replace: 'if (expected !== null && claims[claim] !== expected)',
      },
      {
        file: 'src/oauth/server/signing-algorithms.ts',
        find: 'const hash = secretHashes.get(alg) ?? hashes.get(String(alg))',
        replace: "const hash = String(alg).startsWith('Ed') ? undefined : hashes.get(String(alg))",
      },
    ],
  },
  {
    rule: 'auth_time is checked where max_age was asked for',
    cases: ['D16'],
    tests: stepUpTests,
    edits: [
      {
        file: 'src/flows/sign-in/finish-login.ts',
        find: 'checkProvenMoment(parts, { ready, attempt, tokens })',
        replace: '',
      },
    ],
  },
  {
    rule: 'acr is checked where a level was asked for',
    cases: ['D16'],
    tests: stepUpTests,
    edits: [{ file: idToken, find: 'checkAcr(jwt.claims.acr, check.acrValues)', replace: '' }],
  },
  {
    rule: 'A step-up is for the person who is signed in',
    cases: ['D16'],
    tests: stepUpTests,
    edits: [
      {
        file: 'src/flows/sign-in/finish-login.ts',
        find: 'await checkSamePerson(parts, attempt, identity)',
        replace: '',
      },
    ],
  },
  {
    rule: 'Claims are UTF-8',
    cases: ['D18'],
    tests: ['unit/oauth/login/compact-jwt.test.ts'],
    edits: [
      {
        file: compact,
        find: "const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })",
        replace: "const utf8 = new TextDecoder('latin1')",
      },
    ],
  },
  {
    rule: 'Encrypted tokens are refused before anything is decrypted',
    cases: ['D17', 'D18'],
    tests: ['unit/oauth/login/compact-jwt.test.ts'],
    edits: [{ file: compact, find: 'if (!compactForm.test(jwt)) throw', replace: 'if (false) throw' }],
  },
  {
    rule: 'The issuer of the metadata is the configured one',
    cases: ['E1'],
    tests: discoveryTests,
    edits: [
      {
        file: 'src/oauth/server/authorization-server.ts',
        find: 'if (metadata.issuer !== provider.issuer) {',
        replace: 'if (false) {',
      },
      {
        file: 'src/oauth/server/authorization-server.ts',
        find: 'return oauth.processDiscoveryResponse(issuer, response)',
        replace: 'return (await response.json()) as AuthorizationServer',
      },
    ],
  },
  {
    rule: 'Announced endpoints are https, or on loopback',
    cases: ['E2'],
    tests: discoveryTests,
    edits: [
      {
        file: 'src/oauth/server/read-metadata.ts',
        find: 'return faultInEndpointUrl(url) ?? faultInScheme(provider.issuer, String(url))',
        replace: 'return null',
      },
    ],
  },
  {
    rule: 'Made-up key ids do not cause a storm of fetches',
    cases: ['E5'],
    tests: rotationTests,
    edits: [
      {
        file: 'src/oauth/server/key-set.ts',
        find: 'if (recent.length >= looksPerMinute[purpose]) return false',
        replace: '',
      },
    ],
  },
  {
    rule: 'New keys are looked for',
    cases: ['E5'],
    tests: rotationTests,
    edits: [
      {
        file: 'src/oauth/server/key-set.ts',
        find: 'return mayLook(purpose) ? remembered.renew() : null',
        replace: 'return null',
      },
    ],
  },
  {
    rule: 'Private addresses are refused where strangers name servers',
    cases: ['E4'],
    tests: rotationTests,
    edits: [
      { file: 'src/outbound/exchange-over-node.ts', find: 'guard?.checkHost(url)', replace: '' },
      { file: 'src/outbound/exchange-over-node.ts', find: '...(lookup && { lookup }), ', replace: '' },
    ],
  },
  {
    rule: 'Userinfo is about the subject of the ID token',
    cases: ['E7'],
    tests: discoveryTests,
    edits: [
      {
        file: 'src/oauth/login/userinfo.ts',
        find: 'if (sub === subject) return',
        replace: 'if (sub) return',
      },
      {
        file: 'src/oauth/login/fetch-claims.ts',
        find: 'const both = { ...userinfo, ...signed }',
        replace: 'const both = { ...signed, ...userinfo }',
      },
    ],
  },
  {
    rule: 'A signed userinfo answer is verified',
    cases: ['E7'],
    tests: discoveryTests,
    edits: [
      {
        file: 'src/oauth/login/userinfo.ts',
        find: 'await verifySignature(connection, jwt)',
        replace: '',
      },
    ],
  },
  {
    rule: 'An identity is issuer and subject, not the subject alone',
    cases: ['F1'],
    tests: accountTests,
    edits: [
      {
        file: 'src/oauth/login/identity-of.ts',
        find: 'provider.deviations.issuerFor?.(idTokenClaims ?? claims, provider.issuer) ?? provider.issuer',
        replace: "'https://one-for-all.example'",
      },
    ],
  },
  {
    rule: 'Large numeric ids stay exact',
    cases: ['F1'],
    tests: accountTests,
    edits: [
      {
        file: 'src/oauth/login/profile.ts',
        find: 'parseExactJson(text)',
        replace:
          'JSON.parse(text, (_, value) => typeof value === "number" ? BigInt(Math.round(value)) : value)',
      },
    ],
  },
  {
    rule: 'Nothing is merged by e-mail address',
    cases: ['F2'],
    tests: accountTests,
    edits: [
      {
        file: 'src/accounts/linking-policy.ts',
        find: "  return { kind: 'create' }\n}",
        replace:
          "  const [same] = candidates\n  return same ? { kind: 'sign-in', userId: same.userId } : { kind: 'create' }\n}",
      },
    ],
  },
  {
    rule: 'Only the boolean true is verified',
    cases: ['F4'],
    tests: accountTests,
    edits: [
      {
        file: 'src/providers/definition/read-identity.ts',
        find: 'return value === true',
        replace: "return value === true || value === 'true' || value === 1",
      },
    ],
  },
  {
    rule: 'A guided link needs a sign-in after the offer',
    cases: ['F2'],
    tests: accountTests,
    edits: [
      {
        file: 'src/flows/linking/guided-link.ts',
        find: 'if (!session || !mayConfirm(parts, pending, session))',
        replace: 'if (!session)',
      },
    ],
  },
  {
    rule: 'The last account stays',
    cases: ['F8'],
    tests: storeTests,
    edits: [
      {
        file: 'src/stores/parts/sql/account-work.ts',
        find: 'return accounts.length < 2',
        replace: 'return accounts.length < 1',
      },
      {
        file: 'src/stores/parts/sql/account-statements.ts',
        find: 'sql.lit(0),',
        replace: 'sql.lit(-1),',
      },
    ],
  },
  {
    rule: 'Unlinking needs a fresh sign-in',
    cases: ['F8'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/flows/linking/link-account.ts',
        find: "if (!isFresh(parts, session)) throw new LatchkeyError('session_not_fresh')",
        replace: '',
      },
    ],
  },
  {
    rule: 'The application’s own rule is asked',
    cases: ['F9, F6'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/flows/sign-in/fetch-identity.ts',
        find: 'if (answer === true) return identity',
        replace: 'return identity',
      },
    ],
  },
  {
    rule: 'A picture is an https: address',
    cases: ['F10'],
    tests: accountTests,
    edits: [
      {
        file: 'src/providers/definition/read-identity.ts',
        find: "if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopbackHostname(url.hostname)))",
        replace: 'if (false)',
      },
    ],
  },
  {
    rule: 'A login makes a new session id',
    cases: ['G1'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'id: signIn.id ?? timeOrderedHandle(moment, platform),',
        replace: 'id: (await platform.sha256(signIn.user.id)).slice(0, 22),',
      },
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'await store.sessions.insert(record)',
        replace: 'await store.sessions.delete(record.id)\n      await store.sessions.insert(record)',
      },
      {
        file: 'src/flows/session/start-session.ts',
        find: 'if (before.session) await parts.sessions.end(before.session)',
        replace: '',
      },
    ],
  },
  {
    rule: 'A sign-out ends the session in the store',
    cases: ['G2'],
    tests: cookieTests,
    edits: [
      { file: 'src/flows/sign-out/sign-out.ts', find: 'await parts.sessions.end(session)', replace: '' },
    ],
  },
  {
    rule: 'The secret half of the token is compared',
    cases: ['G5'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'if (platform.equals(secretHash, hash)) return admit(found, shown)',
        replace: 'return admit(found, shown)',
      },
    ],
  },
  {
    rule: 'A remembered session is served to the token that was proven, not to its first half',
    cases: ['G5'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'known?.proven && platform.equals(known.proven, token)',
        replace: 'known?.proven',
      },
    ],
  },
  {
    rule: 'The store keeps a hash of the secret',
    cases: ['G4'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'secretHash: await hashOf(secret),',
        replace: 'secretHash: secret,',
      },
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'return whenReady(hashOf(shown.secret), (hash) => {',
        replace: 'return whenReady(shown.secret, (hash) => {',
      },
    ],
  },
  {
    rule: 'Idle and absolute ends are held by the server',
    cases: ['G3 stored'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'if (record.expiresAt <= moment || record.endsAt <= moment) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'Use never moves the absolute end (sealed)',
    cases: ['G3 sealed'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/sessions/sealed-sessions.ts',
        find: 'Math.min(payload.s + lifetimes.idle, payload.e)',
        replace: 'payload.s + lifetimes.idle',
      },
      { file: 'src/sessions/sealed-sessions.ts', find: ' || entry.payload.e <= moment', replace: '' },
    ],
  },
  {
    rule: 'A secret of less than 32 bytes stops the start',
    cases: ['G7'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/setup/read-secrets.ts',
        find: "if (new TextEncoder().encode(text).length < 32) throw new LatchkeyError('config_secret_weak')",
        replace: '',
      },
      {
        file: 'src/crypto/seal.ts',
        find: 'encoder.encode(secret).length < minSecretBytes',
        replace: 'false',
      },
    ],
  },
  {
    rule: 'People end only their own sessions',
    cases: ['G8'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/flows/account-page/manage-account.ts',
        find: 'if (own.some(({ id }) => id === sessionId)) {',
        replace: 'if (true) {',
      },
    ],
  },
  {
    rule: 'Answers to signed-in people are not stored',
    cases: ['G9'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/adapters/request-auth.ts',
        find: "answer.setHeader('Cache-Control', 'no-store')",
        replace: '',
      },
    ],
  },
  {
    rule: 'Answers vary by cookie',
    cases: ['G9'],
    tests: cookieTests,
    edits: [
      { file: 'src/adapters/request-auth.ts', find: "answer.appendHeader('Vary', 'Cookie')", replace: '' },
    ],
  },
  {
    rule: 'Of two different cookies with our name none is believed',
    cases: ['G13'],
    tests: cookieTests,
    edits: [
      { file: 'src/web/cookies.ts', find: 'if (found !== null && found !== value) return null', replace: '' },
    ],
  },
  {
    rule: 'No request is let through while the store fails',
    cases: ['G16'],
    tests: lifetimeTests,
    edits: [
      {
        file: 'src/adapters/request-auth.ts',
        find: 'isSignedIn(current) && auth.satisfies(current.session, noDemand) && isAllowed(auth, current, allow),',
        replace: 'isSignedIn(current) || current.error !== null,',
      },
    ],
  },
  {
    rule: 'Programs get 401 JSON, not a redirect',
    cases: ['G18'],
    tests: cookieTests,
    edits: [
      {
        file: 'src/flows/request/refuse-anonymous.ts',
        find: "!isApi && (method === 'GET' || method === 'HEAD') && !wantsJson(headers)",
        replace: "method === 'GET' || method === 'HEAD'",
      },
    ],
  },
  {
    rule: 'A return path leads to our own origin',
    cases: ['H1', 'H4'],
    tests: redirectTests,
    edits: [
      {
        file: 'src/web/return-path.ts',
        find: "return staysHere(path.split('?', 1)[0] ?? fallback) ? path : fallback",
        replace: 'return path',
      },
    ],
  },
  {
    rule: 'Backslashes and controls are not part of a return path',
    cases: ['H1', 'H4'],
    tests: redirectTests,
    edits: [
      { file: 'src/web/return-path.ts', find: ' || forbidden.test(value)', replace: '' },
      {
        file: 'src/web/return-path.ts',
        find: "return staysHere(path.split('?', 1)[0] ?? fallback) ? path : fallback",
        replace: "return path.startsWith('//') ? fallback : value",
      },
    ],
  },
  {
    rule: 'A return path is at most 512 bytes',
    cases: ['H1'],
    tests: redirectTests,
    edits: [
      { file: 'src/web/return-path.ts', find: 'const maxBytes = 512', replace: 'const maxBytes = 600' },
    ],
  },
  {
    rule: 'A sign-out is a POST of our own pages',
    cases: ['K1', 'I1'],
    tests: crossSiteTests,
    edits: [
      {
        file: 'src/flows/request/handle-request.ts',
        find: "if (method === 'POST' && !route.isOpen && !isByBearer(parts, visit) && !isOurSender(sender, visit)) {",
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A login starts from our own pages',
    cases: ['K1', 'K2'],
    tests: crossSiteTests,
    edits: [
      {
        file: 'src/flows/sign-in/begin-login.ts',
        find: 'if (!isOurSender(parts, visit)) throw crossSite(headers, visit.place)',
        replace: '',
      },
      {
        file: 'src/flows/sign-in/begin-login.ts',
        find: "if (method === 'GET' && !isOwnPage) return showSignIn(parts, visit)",
        replace: '',
      },
    ],
  },
  {
    rule: 'A GET that starts, ends or finishes something is a page that a person opens',
    cases: ['NF2', 'NS3'],
    tests: ['conformance/n-navigation.test.ts'],
    edits: [
      {
        file: 'src/flows/request/handle-request.ts',
        find: "if (method === 'GET' && needsNavigation && navigationOf(headers, needsNavigation) === 'other') {",
        replace: 'if (false) {',
      },
      {
        file: 'src/flows/sign-in/begin-login.ts',
        find: "isSameOrigin(headers, visit.place.origin) && navigationOf(headers) === 'proven'",
        replace: 'isSameOrigin(headers, visit.place.origin)',
      },
    ],
  },
  {
    rule: 'A login that no click began pushes out none that a click began',
    cases: ['NF2'],
    tests: ['conformance/n-navigation.test.ts'],
    edits: [
      {
        file: 'src/flows/attempt/attempt-cookies.ts',
        find: 'const candidates = isUnasked ? unasked : [...unasked, ...asked]',
        replace: 'const candidates = all',
      },
      {
        file: 'src/flows/attempt/attempt-cookies.ts',
        find: 'return asked.length < MOST_ATTEMPTS',
        replace: 'return true || asked.length < MOST_ATTEMPTS',
      },
    ],
  },
  {
    rule: 'A foreign Origin is refused beside a good Sec-Fetch-Site',
    cases: ['K1'],
    tests: crossSiteTests,
    edits: [
      {
        file: 'src/web/same-origin.ts',
        find: 'if (!saysNothing && requestOrigin !== origin) return false',
        replace: '',
      },
    ],
  },
  {
    rule: 'same-site and none are not same-origin',
    cases: ['K1'],
    tests: crossSiteTests,
    edits: [
      { file: 'src/web/same-origin.ts', find: "site === 'same-origin'", replace: "site !== 'cross-site'" },
    ],
  },
  {
    rule: 'A logout token has no nonce',
    cases: ['I3'],
    tests: logoutTests,
    edits: [
      {
        file: logoutToken,
        find: "if (nonce !== undefined) throw new TypeError('it has a nonce')",
        replace: '',
      },
    ],
  },
  {
    rule: 'A logout token has the logout event',
    cases: ['I3'],
    tests: logoutTests,
    edits: [{ file: logoutToken, find: 'if (!isObject(event)) throw', replace: 'if (false) throw' }],
  },
  {
    rule: 'A logout token of another day is refused',
    cases: ['I3'],
    tests: logoutTests,
    edits: [{ file: logoutToken, find: 'if (iat < earliest) {', replace: 'if (false) {' }],
  },
  {
    rule: 'The signature of a logout token is verified',
    cases: ['I3'],
    tests: logoutTests,
    edits: [
      {
        file: logoutToken,
        find: 'await verifySignedJwt(connection, unverified, {',
        replace: 'await Promise.resolve({',
      },
    ],
  },
  {
    rule: 'A logout token is used once',
    cases: ['I3'],
    tests: logoutTests,
    edits: [
      {
        file: 'src/flows/sign-out/back-channel-logout.ts',
        find: 'if (await store.marks.isUsed(mark)) throw usedBefore()',
        replace: '',
      },
      {
        file: 'src/flows/sign-out/back-channel-logout.ts',
        find: 'if (!(await store.marks.useOnce(',
        replace: 'if (false && !(await store.marks.useOnce(',
      },
    ],
  },
  {
    rule: 'The signature of a notification is verified',
    cases: ['NC1'],
    tests: notificationTests,
    edits: [
      {
        file: notification,
        find: 'await verifySignedJwt(connection, unverified, {',
        replace: 'await Promise.resolve({',
      },
    ],
  },
  {
    rule: 'A notification of another week is refused',
    cases: ['NC1', 'NC2'],
    tests: notificationTests,
    edits: [{ file: notification, find: 'if (issuedAt < earliest) {', replace: 'if (false) {' }],
  },
  {
    rule: 'A signed request is signed with the app secret',
    cases: ['NC2'],
    tests: notificationTests,
    edits: [
      {
        file: notification,
        find: "return crypto.subtle.verify('HMAC', key, signature, utf8.encode(text))",
        replace: 'return key.type !== undefined && signature.length >= 0 && text !== undefined',
      },
    ],
  },
  {
    rule: 'A signed request of a login deletes no user',
    cases: ['NC2'],
    tests: notificationTests,
    edits: [
      {
        file: 'src/providers/definition/read-signed-request.ts',
        find: 'if (checked.code !== undefined) throw',
        replace: 'if (false) throw',
      },
    ],
  },
  {
    rule: 'A notification counts once',
    cases: ['NC1', 'NC2'],
    tests: notificationTests,
    edits: [
      { file: receive, find: 'if (await store.marks.isUsed(mark)) throw seenBefore()', replace: '' },
      {
        file: receive,
        find: 'if (!(await store.marks.useOnce(mark, expiresAt))) throw',
        replace: 'if (false) throw',
      },
    ],
  },
  {
    rule: 'A notification is marked when it is done',
    cases: ['NC1'],
    tests: notificationTests,
    edits: [
      {
        file: receive,
        find: 'if (await store.marks.isUsed(mark)) throw seenBefore()',
        replace: 'if (!(await store.marks.useOnce(mark, expiresAt))) throw seenBefore()',
      },
      {
        file: receive,
        find: '  if (!(await store.marks.useOnce(mark, expiresAt))) throw seenBefore()\n  return',
        replace: '  return',
      },
    ],
  },
  {
    rule: 'Front-channel logout needs issuer and sid',
    cases: ['I4'],
    tests: logoutTests,
    edits: [
      {
        file: 'src/flows/sign-out/front-channel-logout.ts',
        find: 'issuer !== provider.issuer || ',
        replace: '',
      },
    ],
  },
  {
    rule: 'What a provider wrote is not logged',
    cases: ['L1'],
    tests: leakTests,
    edits: [
      {
        file: 'src/web/foreign-text.ts',
        find: 'bounded(hideSecrets(visible(text.slice(0, most * 8)), known), most)',
        replace: 'bounded(visible(text.slice(0, most * 8)), most)',
      },
      {
        file: 'src/oauth/server/provider-fetch.ts',
        find: 'detail: `${place} answered ${status}.`,',
        replace: 'detail: `${place} answered ${status} to ${lastBody}.`,',
      },
      {
        file: 'src/oauth/server/provider-fetch.ts',
        find: 'const refusal = refusalOf(response, place, now)',
        replace: 'lastBody = String(body)\n    const refusal = refusalOf(response, place, now)',
      },
      {
        file: 'src/oauth/server/provider-fetch.ts',
        find: 'function refusalOf(',
        replace: "let lastBody = ''\n\nfunction refusalOf(",
      },
    ],
  },
  {
    rule: 'A client says nothing about its own address',
    cases: ['M2'],
    tests: abuseTests,
    edits: [
      {
        file: 'src/web/client-address.ts',
        find: 'hops[Math.max(0, hops.length - trustedProxies)]',
        replace: 'hops[0]',
      },
    ],
  },
  {
    rule: 'An RSA or EC key for encryption, or for another algorithm, verifies nothing',
    cases: ['D9', 'D8'],
    tests: keyTests,
    edits: [
      {
        file: 'src/oauth/server/distinct-keys.ts',
        find: 'filter(([, value]) => value !== null)) as JWK',
        replace: "filter(([name]) => !['use', 'key_ops', 'alg'].includes(name))) as JWK",
      },
    ],
  },
  {
    rule: 'One refresh at a time for each account in a process',
    cases: ['J1'],
    tests: ['conformance/j-refresh.test.ts', 'conformance/j-processes.test.ts'],
    edits: [
      {
        file: 'src/tokens/refresh-once.ts',
        find: 'let flight = flights.get(accountId)',
        replace: 'let flight: Promise<Refreshed> | undefined',
      },
      {
        file: 'src/tokens/hold-lease.ts',
        find: 'if (!lease) return null',
        replace: "if (!lease) return { result: await work({ key, ownerId: '', fence: 0 }) }",
      },
    ],
  },
  {
    rule: 'A refreshed ID token is of the same subject',
    cases: ['J6'],
    tests: ['conformance/j-refresh.test.ts'],
    edits: [
      {
        file: 'src/oauth/tokens/refresh.ts',
        find: 'if (previous.subject !== null && verified.claims.sub !== previous.subject) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A grant that is gone is not asked for again',
    cases: ['J3'],
    tests: ['conformance/j-refresh.test.ts'],
    edits: [
      {
        file: 'src/tokens/refresh-once.ts',
        find: 'if (isGrantGone(error)) return saveRevoked(held, stored)',
        replace: '',
      },
    ],
  },
  {
    rule: 'The old refresh token is kept where none comes',
    cases: ['J2'],
    tests: ['conformance/j-refresh.test.ts'],
    edits: [
      {
        file: 'src/oauth/tokens/refresh.ts',
        find: 'refreshToken: tokens.refreshToken ?? refreshToken,',
        replace: 'refreshToken: tokens.refreshToken,',
      },
    ],
  },
  {
    rule: 'A guard asks for what we stored under our symbol only',
    cases: ['NF1'],
    tests: ['contract/adapter.test.ts'],
    edits: [
      {
        file: 'src/adapters/define-adapter.ts',
        find: 'const { reader, auth } = read',
        replace:
          'const { reader, auth } = { reader: read.reader, auth: (context as { latchkey?: RequestAuth }).latchkey ?? read.auth }',
      },
      {
        file: 'src/latchkey.ts',
        find: 'made.has(session) && satisfies',
        replace: 'satisfies',
      },
    ],
  },
  {
    rule: 'A seal is bound to the application that it is for',
    cases: ['NF5', 'NF10'],
    tests: ['conformance/n-audience.test.ts'],
    edits: [
      {
        file: 'src/crypto/seal.ts',
        find: '(atRest.has(purpose) ? null : audience)',
        replace: 'null',
      },
    ],
  },
  {
    rule: 'A stored session is bound to the application that it is for',
    cases: ['NF5', 'NF10'],
    tests: ['conformance/n-audience.test.ts'],
    edits: [
      {
        file: 'src/sessions/stored-sessions.ts',
        find: 'audience === undefined ? secret : `${audience}\\n${secret}`',
        replace: 'secret',
      },
    ],
  },
  {
    rule: 'A session of an older release passes no gate by',
    cases: ['NF5'],
    tests: ['conformance/n-audience.test.ts'],
    edits: [
      {
        file: 'src/setup/resolve-options.ts',
        find: 'options.session?.acceptUnbound ?? options.allow === undefined',
        replace: 'true',
      },
    ],
  },
  {
    rule: 'A sign-in of unknown age is not recent',
    cases: ['NF3'],
    tests: freshnessTests,
    edits: [
      {
        file: 'src/flows/sign-in/proven-moment.ts',
        find: 'return isAsked && isDeclared ? now : UNKNOWN_MOMENT',
        replace: 'return now',
      },
    ],
  },
  {
    rule: 'A step-up is answered by the provider of the session',
    cases: ['NF11'],
    tests: freshnessTests,
    edits: [
      {
        file: 'src/flows/sign-in/step-up.ts',
        find: 'identity.provider !== asked.provider.id',
        replace: 'false',
      },
    ],
  },
  {
    rule: 'A sign-in that the provider dates before an offer is no proof for it',
    cases: ['NF12'],
    tests: freshnessTests,
    edits: [
      {
        file: 'src/flows/sign-in/demand.ts',
        find: 'if (provedAt > UNKNOWN_MOMENT) return provedAt >= since',
        replace: 'if (provedAt > UNKNOWN_MOMENT) return true',
      },
    ],
  },
  {
    rule: 'A separate account ends when its provider says',
    cases: ['NF4'],
    tests: freshnessTests,
    edits: [
      {
        file: 'src/flows/session/start-session.ts',
        find: 'endsBefore: endsBefore ?? undefined,',
        replace: '',
      },
    ],
  },
  {
    rule: 'A logout is marked when it is done',
    cases: ['NF6'],
    tests: ['conformance/n-marks.test.ts'],
    edits: [
      {
        file: 'src/flows/sign-out/back-channel-logout.ts',
        find: 'if (await store.marks.isUsed(mark)) throw usedBefore()',
        replace: 'if (!(await store.marks.useOnce(mark, logout.expiresAt))) throw usedBefore()',
      },
      {
        file: 'src/flows/sign-out/back-channel-logout.ts',
        find: '    if (!(await store.marks.useOnce(mark, logout.expiresAt))) throw usedBefore()\n    return json({})',
        replace: '    return json({})',
      },
    ],
  },
  {
    rule: 'Two providers with one issuer are two peoples unless it is said otherwise',
    cases: ['NF9'],
    tests: ['unit/setup/resolve-options.test.ts'],
    edits: [
      {
        file: 'src/setup/read-providers.ts',
        find: 'if ((owner.sameIdentitiesAs ?? owner.id) === (sameIdentitiesAs ?? id)) continue',
        replace: 'if (id !== owner.issuer) continue',
      },
    ],
  },
  {
    rule: 'A parameter in another case, or with brackets, is the same parameter',
    cases: ['NF8'],
    tests: ['unit/oauth/login/authorization-url.test.ts'],
    edits: [
      {
        file: 'src/contracts/protocol-parameters.ts',
        find: "return name.toLowerCase().replace(/\\[.*$/, '')",
        replace: 'return name',
      },
    ],
  },
  {
    rule: 'A finished provider has its secret as a function',
    cases: ['NF7'],
    tests: ['unit/providers/definition/hidden-secrets.test.ts'],
    edits: [
      {
        file: 'src/providers/definition/define-provider.ts',
        find: 'clientSecret: hiddenSecret(merged.clientSecret),',
        replace: 'clientSecret: merged.clientSecret,',
      },
    ],
  },
  {
    rule: 'A logout token without exp needs the provider’s declaration',
    cases: ['NH22'],
    tests: ['conformance/n-sending.test.ts'],
    edits: [
      {
        file: 'src/oauth/logout/logout-token.ts',
        find: 'if (!deviations.logoutTokensWithoutExpiry) {',
        replace: 'if (false) {',
      },
      {
        file: 'src/oauth/logout/logout-token.ts',
        find: "requiredClaims: connection.provider.deviations.logoutTokensWithoutExpiry ? [] : ['exp'],",
        replace: 'requiredClaims: [],',
      },
    ],
  },
  {
    rule: 'A hint that is not on the list is not passed on',
    cases: ['NW9'],
    tests: ['conformance/n-sending.test.ts'],
    edits: [
      {
        file: 'src/flows/sign-in/login-hints.ts',
        find: 'if (!isListed) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'An origin that is not this machine is production',
    cases: ['NF17'],
    tests: ['conformance/n-environment.test.ts'],
    edits: [
      {
        file: 'src/environment/deployment.ts',
        find: 'return origins.some(isPublicOrigin) && !isSaidToBeDevelopment(NODE_ENV)',
        replace: 'return false',
      },
    ],
  },
  {
    rule: 'A catalogue variable alone turns nothing on in production',
    cases: ['NW11'],
    tests: ['conformance/n-environment.test.ts'],
    edits: [
      {
        file: 'src/environment/providers.ts',
        find: 'if (withClient.length > 0 && isProduction) {',
        replace: 'if (withClient.length > 99) {',
      },
    ],
  },
  {
    rule: 'In production there is no inspector',
    cases: ['NI1'],
    tests: ['conformance/n-inspector.test.ts'],
    edits: [
      {
        file: 'src/load-handler.ts',
        find: 'isDevelopment(core.settings) ? loadInspection',
        replace: 'true ? loadInspection',
      },
    ],
  },
  {
    rule: 'The inspector answers loopback hosts only',
    cases: ['NI2'],
    tests: ['conformance/n-inspector.test.ts'],
    edits: [
      {
        file: 'src/web/locality.ts',
        find: 'if (!url || !isLoopbackHostname(url.hostname)) {',
        replace: 'if (!url) {',
      },
    ],
  },
  {
    rule: 'The inspector answers connections from this machine only',
    cases: ['NI3'],
    tests: ['conformance/n-inspector.test.ts'],
    edits: [
      { file: 'src/web/locality.ts', find: 'if (!isLoopbackAddress(peer)) {', replace: 'if (false) {' },
    ],
  },
  {
    rule: 'The inspector believes no proxy that forwards for another machine',
    cases: ['NI3'],
    tests: ['conformance/n-inspector.test.ts'],
    edits: [
      {
        file: 'src/web/locality.ts',
        find: 'if (value !== null && !namesLoopbackOnly(value)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'The inspector hides codes, tokens, state and nonce',
    cases: ['NI4'],
    tests: ['conformance/n-inspector.test.ts'],
    edits: [
      {
        file: 'src/inspection/mask.ts',
        find: 'if (marked.test(name)) return `hidden, ${text.length} characters, mark ${mark(text)}`',
        replace: 'if (marked.test(name)) return text',
      },
    ],
  },
  {
    rule: 'A cloud’s own addresses are not public',
    cases: ['NF24'],
    tests: ['conformance/n-outbound.test.ts'],
    edits: [{ file: 'src/outbound/public-address.ts', find: "  ['168.63.129.16', 32],\n", replace: '' }],
  },
  ...bearerMutants,
  {
    rule: 'A code is redeemed once',
    cases: ['O1'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-code.ts',
        find: 'if (!(await marks.useOnce(used, expiresAt))) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A code that is used twice ends its session',
    cases: ['O1'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/end-reused.ts',
        find: 'if (!found || !(await sessions.delete(sessionId))) return',
        replace: 'if (found || sessions) return',
      },
    ],
  },
  {
    rule: 'A code belongs to its client',
    cases: ['O2'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-code.ts',
        find: 'if (code.c !== asked.client.id)',
        replace: 'if (false)',
      },
    ],
  },
  {
    rule: 'A code belongs to its redirect URI',
    cases: ['O2'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-code.ts',
        find: 'if (asked.redirectUri !== null && asked.redirectUri !== code.r) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'The verifier fits the challenge',
    cases: ['O2'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-code.ts',
        find: 'if (!parts.platform.equals(code.h, await parts.platform.sha256(asked.verifier))) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A challenge of a client is S256',
    cases: ['O3'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/authorization-request.ts',
        find: "if (method !== 'S256') {",
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A client cannot do without a challenge',
    cases: ['O3'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/authorization-request.ts',
        find: "if (challenge === null) throw invalidRequest('code_challenge is missing: PKCE is needed (RFC 7636).')",
        replace: "if (challenge === null) return 'x'.repeat(43)",
      },
    ],
  },
  {
    rule: 'A redirect URI of a client is a registered one',
    cases: ['O4'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/authorization-request.ts',
        find: 'if (!isRegisteredRedirect(client.redirectUris, redirectUri)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'Of a loopback address the path counts',
    cases: ['O4'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/redirect-uri.ts',
        find: 'if (host !== otherHost || rest !== otherRest) return false',
        replace: 'if (host !== otherHost) return false',
      },
    ],
  },
  {
    rule: 'Of a loopback address the host counts',
    cases: ['O4'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/redirect-uri.ts',
        find: 'if (host !== otherHost || rest !== otherRest) return false',
        replace: 'if (rest !== otherRest) return false',
      },
    ],
  },
  {
    rule: 'Programs that anybody can pretend to be need a yes',
    cases: ['O5'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/authorize-client.ts',
        find: "if (redirectKind(asked.redirectUri) !== 'https') return",
        replace: 'if (false) return',
      },
    ],
  },
  {
    rule: 'A no is no yes',
    cases: ['O5'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/authorize-client.ts',
        find: "if (query.get('decision') !== 'allow') throw",
        replace: 'if (false) throw',
      },
    ],
  },
  {
    rule: 'A yes counts in the session that was asked',
    cases: ['O6'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/authorize-client.ts',
        find: "const isShown = session !== null && session.id === query.get('session')",
        replace: 'const isShown = session !== null',
      },
    ],
  },
  {
    rule: 'An access token opens no page of consent',
    cases: ['O6'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/request/handle-request.ts',
        find: 'if (isByBearer(parts, visit) && !route.admitsBearer && !route.isApi) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'Of all answers to a refresh token one is used further',
    cases: ['O7'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-refresh-token.ts',
        find: 'return p === null || isOwnedBy(parts, `client-refresh-next:${p}`, { ...use, owner: i })',
        replace: 'return true',
      },
    ],
  },
  {
    rule: 'A refresh token is for one use',
    cases: ['O7'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-refresh-token.ts',
        find: 'return tokens.renewLease({ key, ownerId: owner, fence: FIRST_FENCE }, expiresAt)',
        replace: 'return true',
      },
    ],
  },
  {
    rule: 'A refresh token belongs to its client',
    cases: ['O8'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-refresh-token.ts',
        find: 'if (payload.c !== client.id)',
        replace: 'if (false)',
      },
    ],
  },
  {
    rule: 'A session of a client ends with the sign-in',
    cases: ['O9'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/start-client-session.ts',
        find: 'continues: { createdAt: new Date(record.createdAt), endsAt: new Date(record.endsAt) },',
        replace: '',
      },
    ],
  },
  {
    rule: 'An access token ends after its minutes',
    cases: ['O9'],
    tests: clientTests,
    edits: [
      {
        file: 'src/sessions/bearer-sessions.ts',
        find: 'if (expiresAt <= now()) {',
        replace: 'if (false) {',
      },
      {
        file: 'src/sessions/bearer-sessions.ts',
        find: "if (result.state === 'expired') return refused('it has expired; use the refresh token')",
        replace: '',
      },
    ],
  },
  {
    rule: 'A device that asks too fast gets slow_down',
    cases: ['O10'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: "if (parts.devicePolls.isTooFast(grantId)) return notYet('slow_down')",
        replace: '',
      },
    ],
  },
  {
    rule: 'A user code is valid as long as its device code',
    cases: ['O10'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/device-grant.ts',
        find: 'ago <= DEVICE_MINUTES',
        replace: 'ago < DEVICE_MINUTES',
      },
    ],
  },
  {
    rule: 'A device that was refused gets access_denied',
    cases: ['O10'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: "if (await isDenied(parts, grantId)) throw new LatchkeyError('client_denied')",
        replace: '',
      },
    ],
  },
  {
    rule: 'User codes can be guessed ten times',
    cases: ['O11'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/show-device.ts',
        find: 'await checkGuesses(parts, session.user.id)',
        replace: '',
      },
    ],
  },
  {
    rule: 'A device code belongs to its client',
    cases: ['O12'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: 'if (opened.payload.c !== clientId)',
        replace: 'if (false)',
      },
    ],
  },
  {
    rule: 'A device code is redeemed once',
    cases: ['O12'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: "if (await isRedeemed(parts, grantId)) throw invalid('The device code was used before')",
        replace: '',
      },
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: "if (!(await markRedeemed(parts, grantId))) throw invalid('The device code was used before')",
        replace: '',
      },
      {
        file: 'src/flows/clients/redeem-device-code.ts',
        find: 'await storeOf(parts).sessions.delete(grantId)',
        replace: '',
      },
    ],
  },
  {
    rule: 'The yes to a device counts in the session that was asked',
    cases: ['O12'],
    tests: deviceTests,
    edits: [
      {
        file: 'src/flows/clients/answer-device.ts',
        find: "if (session?.id !== query.get('session') || !session) {",
        replace: 'if (!session) {',
      },
    ],
  },
  {
    rule: 'A client revokes its own tokens alone',
    cases: ['O13'],
    tests: clientTests,
    edits: [
      {
        file: 'src/flows/clients/revoke-client-token.ts',
        find: 'if (held && held.clientId !== client.id) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A bound access token is none without its proof',
    cases: ['O14'],
    tests: bearerTests,
    edits: [
      {
        file: 'src/sessions/bearer-sessions.ts',
        find: "if (j !== null && !isDpop) return refused('it is bound to a key: use the scheme DPoP, with a proof')",
        replace: '',
      },
      {
        file: 'src/sessions/bearer-sessions.ts',
        find: 'if (j !== null) return prove(entry, token, shown)',
        replace: 'if (j !== null && isDpop) return prove(entry, token, shown)',
      },
    ],
  },
  {
    rule: 'A bound refresh token needs its key',
    cases: ['O14'],
    tests: bearerTests,
    edits: [
      {
        file: 'src/flows/clients/redeem-refresh-token.ts',
        find: 'bound: payload.j ?? null',
        replace: 'bound: null',
      },
    ],
  },
  {
    rule: 'A client that must prove its key does',
    cases: ['O14'],
    tests: bearerTests,
    edits: [
      {
        file: 'src/flows/clients/key-of-request.ts',
        find: 'if (proof === null && bound === null && !client.requireDpop) return null',
        replace: 'if (proof === null && bound === null) return null',
      },
    ],
  },
  {
    rule: 'A client brings no secret',
    cases: ['O16'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/token-request.ts',
        find: "if (read('client_secret') !== null || read('client_assertion') !== null) {",
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'A parameter of a client is given once',
    cases: ['O16', 'O4'],
    tests: clientTests,
    edits: [
      {
        file: 'src/oauth/clients/single-parameters.ts',
        find: 'if (values.length > 1) throw',
        replace: 'if (false) throw',
      },
    ],
  },
  {
    rule: 'No cookie rides along with the header',
    cases: ['O18'],
    tests: bearerTests,
    edits: [
      {
        file: 'src/sessions/session-check.ts',
        find: '    ...(bearer ? [authorizationReader] : []),\n    cookieReader(cookies),\n',
        replace: '    cookieReader(cookies),\n    ...(bearer ? [authorizationReader] : []),\n',
      },
    ],
  },
  {
    rule: 'Two tokens at once are none',
    cases: ['O19'],
    tests: bearerTests,
    edits: [
      {
        file: 'src/sessions/bearer-sessions.ts',
        find: 'if (showsSeveral(shown.source)) return severalShown()',
        replace: 'void showsSeveral',
      },
    ],
  },
  {
    rule: 'A gateway refuses paths with dot segments',
    cases: ['R1'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/request-path.ts',
        find: "  if (hasDotSegment(decoded)) return refused('it has a dot segment')\n",
        replace: '',
      },
      {
        file: 'src/gateway/rules/request-path.ts',
        find: "if (/[. ](?:\\/|$)/.test(decoded)) return 'a segment ends in a dot or a space'",
        replace: '',
      },
    ],
  },
  {
    rule: 'A gateway opens an encoded slash to those alone whom every rule admits',
    cases: ['R1'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/request-path.ts',
        find: "if (/%2f/i.test(path)) return 'it has an encoded slash'",
        replace: '',
      },
    ],
  },
  {
    rule: 'A gateway opens a doubled slash to those alone whom every rule admits',
    cases: ['R1'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/request-path.ts',
        find: "if (decoded.includes('//')) return 'it has a doubled slash'",
        replace: '',
      },
    ],
  },
  {
    rule: 'A gateway reads capitals both ways',
    cases: ['R1'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/rules.ts',
        find: 'return exact === folded ? [exact] : [exact, folded]',
        replace: 'return [exact]',
      },
    ],
  },
  {
    rule: 'A gateway refuses fragments',
    cases: ['R2'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/request-path.ts',
        find: "  if (target.includes('#')) return refused('it has a fragment')\n",
        replace: '',
      },
      { file: 'src/gateway/rules/request-path.ts', find: '[!"$-[\\]-~]', replace: '[!-[\\]-~]' },
      {
        file: 'src/gateway/rules/request-path.ts',
        find: 'const usual = /^(?:\\/[\\w~',
        replace: 'const usual = /^(?:\\/[#\\w~',
      },
    ],
  },
  {
    rule: 'A gateway’s rule ends at the border of a segment',
    cases: ['R3'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/patterns.ts',
        find: "return isTree && asked[wanted.length] === '/'",
        replace: 'return isTree',
      },
    ],
  },
  {
    rule: 'A gateway’s rule names a whole host',
    cases: ['R3'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/patterns.ts',
        find: 'host.endsWith(`.${pattern.name}`) : host === pattern.name',
        replace: 'host.endsWith(`.${pattern.name}`) : host.endsWith(pattern.name)',
      },
    ],
  },
  {
    rule: 'A gateway believes listed proxies only',
    cases: ['R4'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/asked.ts',
        find: "if (!proxies.has(request.socket.remoteAddress)) return { kind: 'unsaid' }",
        replace: '',
      },
    ],
  },
  {
    rule: 'A sender that is not believed must be admitted by every rule',
    cases: ['R4'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/verify.ts',
        find: 'return conclude(request, response, null, door.everyDemand())',
        replace: 'return conclude(request, response, null, [])',
      },
    ],
  },
  {
    rule: 'A token is for listed proxies',
    cases: ['R4'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/verify.ts',
        find: 'proxies.has(request.socket.remoteAddress) ? identity : withoutProof(identity),',
        replace: 'identity,',
      },
    ],
  },
  {
    rule: 'A proxy names its target in one way',
    cases: ['R5'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/asked.ts',
        find: "if (ways.length > 1) return refused('it names its target in two ways')",
        replace: '',
      },
    ],
  },
  {
    rule: 'The browser’s identity headers end at the gateway',
    cases: ['R6'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/forwarding-headers.ts',
        find: 'if (isOddName(name) || isIdentityName(name) || HOP_BY_HOP.has(lower) || named.has(lower)) continue',
        replace: 'if (HOP_BY_HOP.has(lower) || named.has(lower)) continue',
      },
    ],
  },
  {
    rule: 'Header names with odd characters end at the gateway',
    cases: ['R6'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/forwarding-headers.ts',
        find: 'if (isOddName(name) || isIdentityName(name) || HOP',
        replace: 'if (HOP',
      },
      { file: 'src/gateway/identity-headers.ts', find: ".replace(/[^a-z0-9]/g, '-')\n", replace: '\n' },
    ],
  },
  {
    rule: 'Odd spellings of identity headers are refused at verify',
    cases: ['R6'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/verify.ts',
        find: 'if (hasOddIdentityName(request.rawHeaders)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'Without a session, every identity header is empty',
    cases: ['R6'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/door.ts',
        find: 'if (session === null) return anonymous',
        replace: 'if (session === null) return {}',
      },
    ],
  },
  {
    rule: 'What Connection names ends at the gateway',
    cases: ['R7'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/forwarding-headers.ts',
        find: 'HOP_BY_HOP.has(lower) || named.has(lower)) continue\n    if (OURS',
        replace: 'HOP_BY_HOP.has(lower)) continue\n    if (OURS',
      },
    ],
  },
  {
    rule: 'The key of tokens is the application’s own',
    cases: ['R8'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/signing-keys.ts',
        find: '`latchkey gateway ES256 ${audience}`',
        replace: '`latchkey gateway ES256`',
      },
    ],
  },
  {
    rule: 'The e-mail header is for verified addresses',
    cases: ['R8'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/identity-headers.ts',
        find: "user.emailVerified ? headerText(user.email ?? '') : ''",
        replace: "headerText(user.email ?? '')",
      },
    ],
  },
  {
    rule: 'An e-mail domain is compared whole',
    cases: ['R9'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/verdict.ts',
        find: "!emailDomains.includes(email.slice(email.indexOf('@') + 1))",
        replace: '!emailDomains.some((domain) => email.endsWith(domain))',
      },
      {
        file: 'src/gateway/rules/verdict.ts',
        find: 'provider?.isAuthoritativeForEmail(email, claims)',
        replace: 'provider',
      },
    ],
  },
  {
    rule: 'A mailbox counts where its provider runs it',
    cases: ['R9'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/verdict.ts',
        find: 'provider?.isAuthoritativeForEmail(email, claims)',
        replace: 'provider',
      },
    ],
  },
  {
    rule: 'A claim is compared whole',
    cases: ['R10'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/verdict.ts',
        find: 'wanted.includes(one))',
        replace: 'wanted.some((each) => one.includes(each)))',
      },
    ],
  },
  {
    rule: 'An organization is what its provider declares',
    cases: ['R10'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/verdict.ts',
        find: 'provider?.organizationOf?.(session.claims)?.toLowerCase()',
        replace: 'String(session.claims.hd).toLowerCase()',
      },
    ],
  },
  {
    rule: 'The session’s cookie ends at the gateway',
    cases: ['R12'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/forwarding-headers.ts',
        find: 'const rest = withoutOwnCookies(value, how.isOwnCookie)',
        replace: 'const rest = value',
      },
    ],
  },
  {
    rule: 'The application sets none of our cookies',
    cases: ['R12'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/forwarding-headers.ts',
        find: "if (lower === 'set-cookie' && isOwnCookie",
        replace: "if (lower === 'nothing' && isOwnCookie",
      },
    ],
  },
  {
    rule: 'No upgrade but a WebSocket passes',
    cases: ['R13'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/forward-upgrade.ts',
        find: "headers.upgrade?.trim().toLowerCase() === 'websocket'",
        replace: 'headers.upgrade !== undefined',
      },
    ],
  },
  {
    rule: 'A WebSocket with an identity comes from a page of this site',
    cases: ['R13'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: 'if (!isOpenToAll && !isFromOwnPage(request, admission.asked)) {',
        replace: 'if (false) {',
      },
    ],
  },
  {
    rule: 'TRACE ends at the gateway',
    cases: ['R13'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: "if (asked.method === 'TRACE')",
        replace: "if (asked.method === 'NOTHING')",
      },
    ],
  },
  {
    rule: 'A body is framed anew only where nothing is lost',
    cases: ['R13'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: "encoding.toLowerCase() !== 'chunked'",
        replace: "encoding === 'nothing'",
      },
    ],
  },
  {
    rule: 'A store that fails is no visitor',
    cases: ['R14'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/refusal.ts',
        find: 'if (error !== null) return answerFailure(settings, asking, asLatchkeyError(error))',
        replace: '',
      },
    ],
  },
  {
    rule: 'What a session opened ends with it',
    cases: ['R15'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/long-exchanges.ts',
        find: 'if (await exchange.isStillAdmitted()) return',
        replace: 'return',
      },
    ],
  },
  {
    rule: 'What a token opened ends with the session, not with what the token says',
    cases: ['R15'],
    tests: gatewayTokens,
    edits: [
      {
        file: 'src/gateway/long-exchanges.ts',
        find: '(hasEnded(signal) ? end(exchange) : look(exchange))',
        replace: 'look(exchange)',
      },
    ],
  },
  {
    rule: 'What rules no longer allow ends',
    cases: ['R15'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/admission-watch.ts',
        find: "door.judge(judged.demands, now).kind === 'admitted'",
        replace: "door.judge(judged.demands, now).kind !== 'anonymous'",
      },
    ],
  },
  {
    rule: 'A WebSocket comes from a page with the scheme of sign-in',
    cases: ['R13'],
    tests: gatewayProxy,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: ' && protocol === door.hosts.main.protocol',
        replace: '',
      },
    ],
  },
  {
    rule: 'A client’s token ends at the gateway, also while the store fails',
    cases: ['R21'],
    tests: gatewayTokens,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: "codeOf(visitor.auth.error) !== 'bearer_invalid'",
        replace: 'isSignedIn',
      },
    ],
  },
  {
    rule: 'A second token is seen at the gateway',
    cases: ['R21'],
    tests: gatewayTokens,
    edits: [{ file: 'src/gateway/door.ts', find: '        rawHeaders,\n', replace: '' }],
  },
  {
    rule: 'Rules that need other claims wait for a restart',
    cases: ['R16'],
    tests: gatewayProxy,
    edits: [{ file: 'src/gateway/rules/rules-file.ts', find: '      check(read)\n', replace: '' }],
  },
  {
    rule: 'A host must be named',
    cases: ['R17'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/hosts.ts',
        find: 'return isOnLoopback && isLoopbackHostname(host) ? main.hostname : null',
        replace: 'return main.hostname',
      },
    ],
  },
  {
    rule: 'A page for one person is for no shared cache',
    cases: ['R18'],
    tests: gatewayIdentity,
    edits: [
      {
        file: 'src/gateway/proxy/application-proxy.ts',
        find: '        isClosed\n          ? forOnePerson',
        replace: '        false\n          ? forOnePerson',
      },
    ],
  },
  {
    rule: 'A fresh rule needs a recent sign-in',
    cases: ['R19'],
    tests: gatewayRules,
    edits: [
      {
        file: 'src/gateway/rules/verdict.ts',
        find: "return auth.satisfies(session, { maxAgeSeconds: freshSeconds }) ? admitted : { kind: 'stale', freshSeconds }",
        replace: 'return admitted',
      },
    ],
  },
  {
    rule: 'A front end is one of those that are named',
    cases: ['Q1'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/flows/request/front-end.ts',
        find: 'origin !== null && settings.frontEnds.includes(origin) ? origin : null',
        replace: 'settings.frontEnds.length > 0 ? origin : null',
      },
    ],
  },
  {
    rule: 'An origin of a front end is written as browsers send it',
    cases: ['Q2'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/setup/read-front-ends.ts',
        find: 'if (url.origin !== text)',
        replace: 'if (false)',
      },
    ],
  },
  {
    rule: 'A cookie domain is a parent of each origin, at a dot',
    cases: ['Q2'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/setup/read-cookie-domain.ts',
        find: 'hostname !== domain && !hostname.endsWith(`.${domain}`)',
        replace: '!hostname.endsWith(domain)',
      },
    ],
  },
  {
    rule: 'A front end on another site is refused, since it has no cookie',
    cases: ['Q3'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/flows/request/front-end.ts',
        find: "return site !== null && site !== 'same-site' && site !== 'same-origin'",
        replace: 'return site === undefined',
      },
    ],
  },
  {
    rule: 'What stands behind the origin of a front end is a path again',
    cases: ['Q4'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/web/return-path.ts',
        find: 'value === each || value?.startsWith(`${each}/`)',
        replace: 'value?.startsWith(each)',
      },
      {
        file: 'src/web/return-path.ts',
        find: 'origin + safeReturnPath(value?.slice(origin.length))',
        replace: "(value ?? '/')",
      },
    ],
  },
  {
    rule: 'The cookie of before goes when the session is for a whole domain',
    cases: ['Q5'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/web/cookies.ts',
        find: 'return isMoved && formerSession !== undefined ?',
        replace: 'return isMoved && formerSession === token ?',
      },
    ],
  },
  {
    rule: 'A sign-out ends the session of before too',
    cases: ['Q5'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/flows/sign-out/sign-out.ts',
        find: 'await endFormer(parts, visit, session)',
        replace: '',
      },
    ],
  },
  {
    rule: 'Of several origins, a Host chooses one that is configured',
    cases: ['Q6'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/flows/request/place.ts',
        find: "byHost.get(host?.toLowerCase() ?? '') ?? null",
        replace: "byHost.get(host?.toLowerCase() ?? '') ?? places[0] ?? null",
      },
    ],
  },
  {
    rule: 'Of the fields of the application, a front end sees those that are named',
    cases: ['Q7'],
    tests: frontEndTests,
    edits: [
      {
        file: 'src/flows/session/client-session.ts',
        find: 'fields.includes(field)',
        replace: 'field.length > 0',
      },
    ],
  },
  {
    rule: 'The last page of a popup speaks to one exact origin',
    cases: ['Q8', 'K4'],
    tests: ['conformance/q-popup.test.ts', 'conformance/k-cross-site.test.ts'],
    edits: [
      {
        file: 'src/flows/sign-in/end-popup.ts',
        find: 'data-to="${target.origin}"',
        replace: 'data-to="*"',
      },
    ],
  },
]
