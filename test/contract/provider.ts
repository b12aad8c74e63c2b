// What every provider must keep, whoever wrote it: its fixture is served from memory, and what the provider makes of the
// answers is held against what the fixture expects.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { IdentityFields } from '../../src/contracts/identity.ts'
import type { ApiRequest, Claims, Provider } from '../../src/contracts/provider.ts'
import type {
  FixtureAnswer,
  Person,
  ProviderFixture,
  TokenGrant,
} from '../../src/contracts/provider-fixture.ts'
import { people } from '../../src/providers/fixtures/people.ts'
import { hostileValues, withEachLeafReplaced } from './hostile-values.ts'

export interface ProviderUnderTest {
  /** Made with options of every sort, at the place where the fixture is served. */
  readonly provider: Provider
  readonly fixture: ProviderFixture
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
export function providerContract({ provider, fixture }: ProviderUnderTest): void {
  describe(`${provider.kind} keeps the contract of a provider`, () => {
    identityTests(provider, fixture)
    answerTests(provider, fixture)
    valueTests(provider, fixture)
  })
}

function identityTests(provider: Provider, fixture: ProviderFixture): void {
  for (const person of everybody) {
    test(`reads ${person.key} as the fixture expects`, async () => {
      const subject = fixture.subjectOf(person)
      const identity = provider.toIdentity(await profileOf(provider, fixture, person))
      assert.deepEqual({ ...identity }, fixture.expected(person, subject))
    })
  }

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

function answerTests(provider: Provider, fixture: ProviderFixture): void {
  const normalize = provider.deviations.normalizeTokenResponse ?? (async (response: Response) => response)
  const grant = grantOf(provider, fixture, pictured)

  test('makes the token answer what RFC 6749 §5.1 asks for', async () => {
    const response = await normalize(respond(fixture.tokenAnswer(grant)))
    const body = await response.json()
    assert.equal(response.status, 200)
    assert.equal(body.access_token, 'access-token')
    assert.equal(String(body.token_type).toLowerCase(), 'bearer')
    assert.ok(body.scope === undefined || !body.scope.includes(','), 'scopes are separated by spaces')
  })

  for (const error of ['invalid_grant', 'invalid_client']) {
    test(`makes the refusal ${error} what RFC 6749 §5.2 asks for`, async () => {
      const response = await normalize(respond(fixture.tokenError(error, 'A reason.')))
      assert.ok(response.status === 400 || response.status === 401, String(response.status))
      assert.equal((await response.json()).error, error)
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
    for (const path of Object.keys(fixture.api))
      assert.ok((base + path).startsWith(api), `${path} is not below ${api}`)
  })

  test('says where its answers were written down from, and when', () => {
    assert.ok(fixture.sources.length > 0 && fixture.sources.every((source) => URL.canParse(source)))
    assert.match(fixture.lastVerified, /^\d{4}-\d{2}-\d{2}$/)
  })
}

function valueTests(provider: Provider, fixture: ProviderFixture): void {
  test('is called as its fixture is', () => assert.equal(provider.kind, fixture.kind))

  test('is frozen to the ground', () => assertFrozen(provider, 'provider'))

  test('at() is the same provider with all its options somewhere else', () => {
    const moved = provider.at({ baseUrl: 'https://else.example', issuer: 'https://issuer.else.example' })
    assert.equal(moved.issuer, 'https://issuer.else.example')
    assert.ok(!JSON.stringify(moved).includes(base), 'nothing of the old place is left')
    for (const option of keptOptions) assert.deepEqual(moved[option], provider[option], option)
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

const keptOptions = [
  'id',
  'name',
  'kind',
  'clientId',
  'clientSecret',
  'clientAuthentication',
  'scopes',
  'authorizationParams',
  'tokenParams',
  'claimsFrom',
] as const satisfies readonly (keyof Provider)[]

/** Claims as the finished protocol would hand them over: from the ID token, the userinfo endpoint, or the API. */
async function profileOf(provider: Provider, fixture: ProviderFixture, person: Person): Promise<Claims> {
  const subject = fixture.subjectOf(person)
  if (provider.protocol === 'oidc') {
    return { iss: provider.issuer, sub: subject, ...fixture.claims?.(person, subject) }
  }
  const fetch = async (address: string, call: ApiRequest = {}): Promise<unknown> => {
    const url = new URL(URL.canParse(address) ? provider.addressAt(address) : address, provider.apiBaseUrl)
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value)
    const response = serve(fixture, { person, subject }, { url, call })
    assert.equal(response.status, 200, address)
    const text = await response.text()
    return call.read === 'text' ? text : parseExactly(text)
  }
  const { fetchProfile } = provider.deviations
  if (!fetchProfile) {
    const userinfo = new URL(String(provider.endpoints?.userinfo))
    return parseExactly(
      await serve(fixture, { person, subject }, { url: userinfo, call: {} }).text(),
    ) as Claims
  }
  return fetchProfile({
    accessToken: 'access-token',
    clientId: 'client',
    clientSecret,
    idTokenClaims: null,
    tokenAnswer: parseExactly(fixture.tokenAnswer(grantOf(provider, fixture, person)).body) as Claims,
    callback: fixture.callback?.(person, true) ?? {},
    get: (path) => fetch(path),
    fetch,
  })
}

function serve(
  fixture: ProviderFixture,
  { person, subject }: { readonly person: Person; readonly subject: string },
  { url, call }: { readonly url: URL; readonly call: ApiRequest },
): Response {
  const path = url.href.split('?', 1)[0]?.slice(base.length) ?? ''
  const method = call.method ?? (call.body === undefined ? 'GET' : 'POST')
  const answer = fixture.api[method === 'GET' ? path : `${method} ${path}`]
  if (!answer) return new Response(null, { status: 404 })
  const isForm = call.body instanceof URLSearchParams
  return respond(
    answer(person, subject, url.searchParams, {
      method,
      query: url.searchParams,
      headers: new Headers(call.headers),
      form: isForm ? (call.body as URLSearchParams) : new URLSearchParams(),
      json: isForm ? null : (call.body ?? null),
    }),
  )
}

function grantOf(provider: Provider, fixture: ProviderFixture, person: Person): TokenGrant {
  return {
    person,
    subject: fixture.subjectOf(person),
    accessToken: 'access-token',
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
