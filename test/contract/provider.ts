// What every provider must keep, whoever wrote it: its fixture is served from memory, and what the provider makes of the
// answers is held against what the fixture expects.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { IdentityFields } from '../../src/contracts/identity.ts'
import type { ApiRequest, Claims, Provider, ProviderOptions } from '../../src/contracts/provider.ts'
import type {
  FixtureAnswer,
  Person,
  ProviderFixture,
  TokenGrant,
} from '../../src/contracts/provider-fixture.ts'
import { LatchkeyError } from '../../src/errors.ts'
import { genericBrand } from '../../src/providers/definition/generic-brand.ts'
import { people } from '../../src/providers/fixtures/people.ts'
import { hostileValues, withEachLeafReplaced } from './hostile-values.ts'

export interface ProviderUnderTest {
  /** Makes the provider with these options beside those that it needs anyway. */
  readonly create: (options: ProviderOptions) => Provider
  readonly fixture: ProviderFixture
  /** Part of the catalogue, so that it has a brand of its own. */
  readonly isEntry: boolean
}

/** Where fixtures are served, and what the provider must be built at. */
export const base = 'http://127.0.0.1:4999/somewhere'

const clientSecret = 'a secret of the fixture'
const pictured: Person = {
  ...(people[0] as Person),
  key: 'pictured',
  number: 90,
  picture: 'https://example.com/a.png',
}
const everybody: readonly Person[] = [...people, pictured]

/** Registers the suite for one provider. */
export function providerContract({ create, fixture, isEntry }: ProviderUnderTest): void {
  describe(`${fixture.kind} keeps the contract of a provider`, () => {
    const provider = create({ ...commonOptions, baseUrl: base, issuer: base })
    identityTests(provider, fixture)
    refusalTests(provider, fixture)
    answerTests(provider, fixture)
    valueTests(provider, fixture)
    optionTests(create)
    if (isEntry) entryTests(create)
  })
}

/** Options of every sort, that must be there whatever the provider is. */
const commonOptions = {
  id: 'another-id',
  name: 'Another name',
  clientId: 'client',
  clientSecret: 'secret',
  clientAuthentication: 'client_secret_basic',
  authorizationParams: { prompt: 'select_account' },
  tokenParams: { resource: 'https://api.example' },
  loginHints: ['organization'],
} satisfies ProviderOptions

function identityTests(provider: Provider, fixture: ProviderFixture): void {
  for (const person of everybody) {
    test(`reads ${person.key} as the fixture expects`, async () => {
      const subject = fixture.subjectOf(person)
      const identity = provider.toIdentity(await profileOf(provider, fixture, person))
      assert.deepEqual({ ...identity }, fixture.expected(person, subject))
    })
  }

  for (const { name, claims, expected } of fixture.cases ?? []) {
    test(`reads ${name}`, () => {
      if (expected === 'refused') {
        assert.throws(() => provider.toIdentity(claims), TypeError)
        return
      }
      const identity = provider.toIdentity(claims)
      assertInert(identity)
      for (const [field, value] of Object.entries(expected)) {
        assert.deepEqual(identity[field as keyof IdentityFields], value, field)
      }
    })
  }

  test('keeps to the issuer that signed claims must carry', async () => {
    const { issuerFor } = provider.deviations
    if (!issuerFor) return
    for (const person of everybody) {
      const claims = await profileOf(provider, fixture, person)
      assert.equal(issuerFor(claims, provider.issuer), claims.iss)
    }
  })

  test('gives each person another subject, and the same one each time', () => {
    const subjects = everybody.map((person) => fixture.subjectOf(person))
    assert.equal(new Set(subjects).size, everybody.length)
    assert.deepEqual(
      everybody.map((person) => fixture.subjectOf(person)),
      subjects,
    )
  })

  test('F10 believes nothing that is hostile, whichever field holds it', async () => {
    const honest = await profileOf(provider, fixture, pictured)
    for (const claims of withEachLeafReplaced(honest, hostileValues)) {
      const identity = readOrRefuse(provider, claims as Claims)
      if (identity !== null) assertInert(identity)
    }
  })

  test('D14 refuses a profile without a subject', () => {
    assert.throws(() => provider.toIdentity({}), TypeError)
  })

  test('is authoritative for no unverified address', async () => {
    const robin = people.find((person) => person.email !== null && !person.emailVerified) as Person
    const claims = await profileOf(provider, fixture, robin)
    assert.equal(provider.isAuthoritativeForEmail(String(robin.email), claims), false)
  })
}

/** Answers with status 200 that say nothing of who signed in. */
const emptyAnswers: readonly unknown[] = [
  {},
  [],
  null,
  'text',
  { error: 'access_denied', error_description: 'No.' },
  { error: { code: 190, message: 'No.' } },
  { errors: [{ message: 'No.' }], data: null },
  { code: 10003, message: 'No.', data: null },
  { data: {} },
  { data: [] },
]

function refusalTests(provider: Provider, fixture: ProviderFixture): void {
  test('takes no answer with status 200 for a person that says nothing of one', async () => {
    for (const answer of emptyAnswers) {
      if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) {
        assert.throws(() => provider.toIdentity(answer as Claims), TypeError, JSON.stringify(answer))
      }
      if (provider.protocol === 'oidc') continue
      const person = pictured
      await assert.rejects(
        async () => provider.toIdentity(await profileOf(provider, fixture, person, () => answer)),
        JSON.stringify(answer),
      )
    }
  })

  test('never takes another field for the subject where one is missing', async () => {
    const honest = await profileOf(provider, fixture, pictured)
    const { subject } = provider.toIdentity(honest)
    for (const claims of withEachLeafReplaced(honest, [undefined])) {
      const identity = readOrRefuse(provider, (claims ?? {}) as Claims)
      if (identity !== null) assert.equal(identity.subject, subject)
    }
  })

  test('takes no token answer without a token for a grant', async () => {
    const normalize = provider.deviations.normalizeTokenResponse
    if (!normalize) return
    for (const answer of emptyAnswers) {
      try {
        const response = await normalize(Response.json(answer))
        if (response.status !== 200) continue
        const body = (await response.json()) as Claims | null
        assert.ok(typeof body?.access_token !== 'string', JSON.stringify(answer))
      } catch (error) {
        assert.ok(error instanceof TypeError || error instanceof LatchkeyError, String(error))
      }
    }
  })
}

function answerTests(provider: Provider, fixture: ProviderFixture): void {
  const normalize = provider.deviations.normalizeTokenResponse ?? (async (response: Response) => response)
  const grant = grantOf(provider, fixture, pictured)

  test('makes the token answer what RFC 6749 §5.1 asks for', async () => {
    const response = await normalize(respond(fixture.tokenAnswer(grant)))
    const body = await response.json()
    assert.equal(response.status, 200)
    assert.equal(body.access_token, accessTokenOf(fixture, pictured))
    assert.equal(String(body.token_type).toLowerCase(), 'bearer')
    assert.ok(body.scope === undefined || !body.scope.includes(','), 'scopes are separated by spaces')
  })

  // Some providers have one answer for both.
  const refusals = ['invalid_grant', 'invalid_client'].map((error) => ({
    error,
    answer: fixture.tokenError(error, 'A reason.'),
  }))
  const areTold = refusals[0]?.answer.body !== refusals[1]?.answer.body
  for (const { error, answer } of refusals) {
    test(`makes the refusal ${error} what RFC 6749 §5.2 asks for`, async () => {
      const response = await normalize(respond(answer))
      assert.ok(response.status === 400 || response.status === 401, String(response.status))
      const found = (await response.json()).error
      assert.ok(
        areTold
          ? found === error || (error === 'invalid_client' && found === 'unauthorized_client')
          : /^invalid_(?:grant|client|request)$/.test(found),
        String(found),
      )
    })
  }

  test('passes on what is not JSON, to be refused where all answers are', async () => {
    const response = await normalize(
      new Response('<p>down</p>', { status: 404, headers: { 'content-type': 'text/html' } }),
    )
    assert.equal(response.status, 404)
    assert.equal(await response.text(), '<p>down</p>')
    assert.equal((await normalize(new Response(null, { status: 204 }))).status, 204)
  })

  test('reads a refusal by the person as access_denied', () => {
    const callback = new URLSearchParams({ ...fixture.denied, state: 'x' })
    const normalized = provider.deviations.normalizeCallback?.(callback) ?? callback
    assert.equal(normalized.get('error'), 'access_denied')
    assert.deepEqual(normalized.getAll('state'), ['x'])
  })

  test('finds the code in the callback, beside what else comes', () => {
    const { codeParameter = 'code' } = fixture
    const more = fixture.callback?.(pictured, true)
    const callback = new URLSearchParams({ ...more, [codeParameter]: 'the-code', state: 'x' })
    const normalized = provider.deviations.normalizeCallback?.(callback) ?? callback
    assert.deepEqual(normalized.getAll('code'), ['the-code'])
    assert.deepEqual(normalized.getAll('state'), ['x'])
    assert.equal(normalized.has('error'), false)
  })

  test('keeps repeated parameters of a callback, so that they are seen', () => {
    const callback = new URLSearchParams('state=a&state=b&code=c&iss=d&iss=e')
    const normalized = provider.deviations.normalizeCallback?.(callback) ?? callback
    assert.deepEqual([...normalized], [...callback])
  })

  test('has its endpoints where the fixture serves them', () => {
    // With discovery, the fixture's paths are announced and nothing is fixed here.
    if (provider.endpoints === undefined) return
    const { authorization, token } = fixture.paths ?? {}
    if (authorization) assert.equal(provider.endpoints.authorization, base + authorization)
    if (token) assert.equal(provider.endpoints.token, base + token)
    const api = new URL(String(provider.apiBaseUrl)).href
    if (provider.deviations.fetchProfile) return
    for (const key of Object.keys(fixture.api)) {
      const path = key.split(' ').at(-1) ?? ''
      assert.ok((base + path).startsWith(api), `${path} is not below ${api}`)
    }
  })

  test('says where its answers were written down from, and when', () => {
    assert.ok(fixture.sources.length > 0 && fixture.sources.every((source) => URL.canParse(source)))
    assert.match(fixture.lastVerified, /^\d{4}-\d{2}-\d{2}$/)
    assert.ok(!Number.isNaN(Date.parse(fixture.lastVerified)), fixture.lastVerified)
  })
}

function valueTests(provider: Provider, fixture: ProviderFixture): void {
  test('is called as its fixture is', () => assert.equal(provider.kind, fixture.kind))

  test('is frozen to the ground', () => assertFrozen(provider, 'provider'))

  test('at() is the same provider with all its options somewhere else', () => {
    const moved = provider.at({ baseUrl: 'https://else.example', issuer: 'https://issuer.else.example' })
    assert.equal(moved.issuer, 'https://issuer.else.example')
    assert.ok(!JSON.stringify(moved).includes(base), 'nothing of the old place is left')
    const placed = new Set<string>(placeDependent)
    for (const [name, value] of Object.entries(provider)) {
      if (placed.has(name)) continue
      const there = moved[name as keyof Provider]
      assertAlike(value, there, name)
    }
    // And back: places do not pile up.
    const back = moved.at({ baseUrl: base, issuer: provider.issuer })
    assert.deepEqual(back.endpoints, provider.endpoints)
    assert.equal(back.apiBaseUrl, provider.apiBaseUrl)
    assert.deepEqual(back.apiOrigins, provider.apiOrigins)
  })

  test('sends access tokens to declared origins only', () => {
    const { apiBaseUrl } = provider
    assert.ok(apiBaseUrl === undefined || provider.apiOrigins.includes(new URL(apiBaseUrl).origin))
    for (const origin of provider.apiOrigins) assert.equal(new URL(origin).origin, origin)
  })

  test('has an icon of plain shapes that no screen reader reads', () => {
    const { icon } = provider.brand
    assert.match(icon, /^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*>.*<\/svg>$/)
    assert.match(icon, /^<svg [^>]*aria-hidden="true"[^>]*focusable="false"/)
    assert.doesNotMatch(icon, /<(?:script|style|use|image|a|title)\b|\s(?:id|class|style|href|on\w+)=|url\(/i)
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`has a ${theme} button that can be read (WCAG 2.2 §1.4.3)`, () => {
      const { background, text } = provider.brand[theme]
      assert.ok(contrast(background, text) >= 4.5, `${background} on ${text}: ${contrast(background, text)}`)
    })
  }
}

/** What another place decides. */
const placeDependent = [
  'issuer',
  'endpoints',
  'metadataUrl',
  'backchannelUrl',
  'apiBaseUrl',
  'apiOrigins',
  'consoleUrl',
] as const satisfies readonly (keyof Provider)[]

/** Equal, whereby functions may be made anew and origins are those of the place. */
function assertAlike(here: unknown, there: unknown, path: string): void {
  if (typeof here === 'function') {
    assert.equal(typeof there, 'function', path)
  } else if (typeof here === 'object' && here !== null) {
    assert.ok(typeof there === 'object' && there !== null, path)
    assert.deepEqual(Object.keys(there), Object.keys(here), path)
    for (const [key, inner] of Object.entries(here)) {
      assertAlike(inner, (there as Readonly<Record<string, unknown>>)[key], `${path}.${key}`)
    }
  } else if (!(typeof here === 'string' && URL.parse(base)?.origin === here)) {
    assert.equal(there, here, path)
  }
}

function optionTests(create: ProviderUnderTest['create']): void {
  const make = (options: ProviderOptions): Provider =>
    create({ ...commonOptions, baseUrl: base, issuer: base, ...options })

  test('takes every common option', () => {
    // A minted secret cannot verify what is signed with it.
    const clientSecret = create({}).idTokenSigningAlg?.startsWith('HS') ? 'text' : async () => 'minted'
    const provider = make({ clientSecret, scopes: ['openid', 'another'] })
    assert.equal(provider.id, 'another-id')
    assert.equal(provider.name, 'Another name')
    assert.equal(provider.clientId, 'client')
    assert.equal(typeof provider.clientSecret, 'function')
    assert.equal(provider.clientAuthentication, 'client_secret_basic')
    assert.deepEqual(provider.scopes, ['openid', 'another'])
    assert.equal(provider.authorizationParams.prompt, 'select_account')
    assert.equal(provider.tokenParams.resource, 'https://api.example')
    assert.ok(provider.loginHints.includes('organization'))
  })

  test('takes options for what a deployment may have otherwise', () => {
    const provider = make({
      apiUrl: 'https://api.own.example/v2',
      apiOrigins: ['https://more.own.example'],
      backchannelUrl: 'https://inside.own.example',
      claimsFrom: 'userinfo',
      idTokenSigningAlg: 'ES256',
      pkce: 'none',
      reauthentication: { prompt: 'login' },
      requestHeaders: { 'user-agent': 'own' },
      sendsScopeOnRefresh: true,
      logoutTokensWithoutExpiry: true,
      clientAssertionAudience: 'token-endpoint',
      authoritativeDomains: ['own.example'],
    })
    assert.equal(provider.apiBaseUrl, 'https://api.own.example/v2/')
    assert.ok(provider.apiOrigins.includes('https://more.own.example'))
    assert.equal(provider.backchannelUrl, 'https://inside.own.example')
    assert.equal(provider.claimsFrom, 'userinfo')
    assert.equal(provider.idTokenSigningAlg, 'ES256')
    assert.equal(provider.deviations.pkce, 'none')
    assert.deepEqual(provider.deviations.reauthentication, { prompt: 'login' })
    assert.equal(provider.deviations.requestHeaders?.['user-agent'], 'own')
    assert.equal(provider.deviations.sendsScopeOnRefresh, true)
    assert.equal(provider.deviations.logoutTokensWithoutExpiry, true)
    assert.equal(provider.deviations.clientAssertionAudience, 'token-endpoint')
    assert.equal(provider.isAuthoritativeForEmail('a@own.example', {}), true)
    assert.equal(provider.isAuthoritativeForEmail('a@own.example.evil.example', {}), false)
  })

  test('takes single endpoints', () => {
    const endpoints = {
      authorization: 'https://own.example/authorize',
      token: 'https://own.example/token',
      userinfo: 'https://own.example/userinfo',
      jwks: 'https://own.example/keys',
    }
    assert.deepEqual({ ...make({ endpoints }).endpoints, ...endpoints }, make({ endpoints }).endpoints)
  })

  test('refuses protocol parameters among the added ones', () => {
    for (const option of ['authorizationParams', 'tokenParams'] as const) {
      assert.throws(() => make({ [option]: { redirect_uri: 'https://evil.example' } }), {
        code: 'config_provider_invalid',
      })
    }
  })
}

function entryTests(create: ProviderUnderTest['create']): void {
  test('has a button of its own', () => {
    const { brand } = create({})
    assert.notEqual(brand.icon, genericBrand.icon)
  })

  test('is made without any option, and says which it needs', () => {
    const provider = create({})
    assert.equal(provider.id, provider.kind)
    assert.ok(provider.name)
    for (const name of provider.missingOptions) assert.ok(provider.ownOptions[name]?.required, name)
  })
}

/** Claims as the finished protocol would hand them over: from the ID token, the userinfo endpoint, or the API. */
async function profileOf(
  provider: Provider,
  fixture: ProviderFixture,
  person: Person,
  instead?: () => unknown,
): Promise<Claims> {
  const subject = fixture.subjectOf(person)
  const idTokenClaims = provider.protocol === 'oidc' ? claimsOf(provider, fixture, person) : null
  const { fetchProfile } = provider.deviations
  const fetch = async (address: string, call: ApiRequest = {}): Promise<unknown> => {
    const url = new URL(URL.canParse(address) ? provider.addressAt(address) : address, provider.apiBaseUrl)
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value)
    const response = serve(fixture, { person, subject }, { url, call })
    assert.equal(response.status, 200, address)
    const text = instead ? JSON.stringify(instead()) : await response.text()
    return call.read === 'text' ? text : parseExactly(text)
  }
  if (!fetchProfile) {
    if (idTokenClaims) return idTokenClaims
    return (await fetch(String(provider.endpoints?.userinfo))) as Claims
  }
  const normalize = provider.deviations.normalizeTokenResponse ?? (async (response: Response) => response)
  const tokenAnswer = await normalize(respond(fixture.tokenAnswer(grantOf(provider, fixture, person))))
  const profile = await fetchProfile({
    accessToken: accessTokenOf(fixture, person),
    clientId: 'client',
    clientSecret,
    idTokenClaims,
    tokenAnswer: instead ? {} : (parseExactly(await tokenAnswer.text()) as Claims),
    callback: fixture.callback?.(person, true) ?? {},
    get: (path) => fetch(path),
    fetch,
  })
  return { ...profile, ...idTokenClaims }
}

/** What is verified, with what the userinfo endpoint adds where it is asked. */
function claimsOf(provider: Provider, fixture: ProviderFixture, person: Person): Claims {
  const { claims, idTokenClaims = claims, issuerOf } = fixture
  const subject = fixture.subjectOf(person)
  return {
    ...(provider.claimsFrom === 'userinfo' && claims?.(person, subject)),
    ...idTokenClaims?.(person, subject),
    iss: issuerOf?.(person, provider.issuer) ?? provider.issuer,
    sub: subject,
  }
}

function accessTokenOf(fixture: ProviderFixture, person: Person): string {
  return fixture.accessTokenOf?.(person, fixture.subjectOf(person), 'access-token') ?? 'access-token'
}

function serve(
  fixture: ProviderFixture,
  { person, subject }: { readonly person: Person; readonly subject: string },
  { url, call }: { readonly url: URL; readonly call: ApiRequest },
): Response {
  const path = url.href.split('?', 1)[0]?.slice(base.length) ?? ''
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST')
  const key = Object.keys(fixture.api).find((each) =>
    isAt(each, method === 'GET' ? path : `${method} ${path}`),
  )
  const answer = key === undefined ? undefined : fixture.api[key]
  if (!answer) return new Response(null, { status: 404 })
  const isForm = call.body instanceof URLSearchParams
  return respond(
    answer(person, subject, url.searchParams, {
      method,
      path,
      query: url.searchParams,
      headers: new Headers(call.headers),
      form: isForm ? (call.body as URLSearchParams) : new URLSearchParams(),
      json: isForm ? null : (call.body ?? null),
    }),
  )
}

/** Whether a path is the one of a key, whose segments with a colon stand for any. */
function isAt(key: string, path: string): boolean {
  const wanted = key.split('/')
  const found = path.split('/')
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment.startsWith(':') || segment === found[index])
  )
}

function grantOf(provider: Provider, fixture: ProviderFixture, person: Person): TokenGrant {
  return {
    person,
    subject: fixture.subjectOf(person),
    accessToken: accessTokenOf(fixture, person),
    refreshToken: 'refresh-token',
    idToken: provider.protocol === 'oidc' ? 'id.to.ken' : null,
    scopes: provider.scopes,
    lifetimeSeconds: 3600,
  }
}

function respond({ status, contentType, body }: FixtureAnswer): Response {
  return new Response(body, { status, headers: { 'content-type': contentType } })
}

/** As `ProfileRequest.get` promises: large integers as the text of their digits. */
function parseExactly(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) =>
    Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source : value,
  )
}

function readOrRefuse(provider: Provider, claims: Claims): IdentityFields | null {
  try {
    return provider.toIdentity(claims)
  } catch (error) {
    // The only way to refuse a profile.
    assert.ok(error instanceof TypeError, String(error))
    return null
  }
}

function assertInert({ subject, email, emailVerified, name, picture }: IdentityFields): void {
  assert.ok(subject.length >= 1 && subject.length <= 255)
  assert.doesNotMatch(subject, /\p{Cc}/u)
  assert.equal(typeof emailVerified, 'boolean')
  if (email === null) assert.equal(emailVerified, false)
  else assert.match(email, /^[^\s@"<>,;]{1,252}@[\p{L}\p{N}.-]+$/u)
  if (name !== null) {
    assert.ok(Array.from(name).length <= 200)
    assert.doesNotMatch(name, /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
  }
  if (picture !== null) assert.match(picture, /^https:\/\/[^\s"<>]+$/)
}

function assertFrozen(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return
  assert.ok(Object.isFrozen(value), `${path} is frozen`)
  for (const [key, inner] of Object.entries(value)) assertFrozen(inner, `${path}.${key}`)
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
