// Serves a fixture from memory to a provider, as the finished protocol would, and returns claims or a profile.
import assert from 'node:assert/strict'
import type { ApiRequest, Claims, Provider } from '../../../contracts/provider.ts'
import type {
  FixtureAnswer,
  Person,
  ProviderFixture,
  TokenGrant,
} from '../../../contracts/provider-fixture.ts'
import { people } from '../../../providers/fixtures/people.ts'

/** The address at which fixtures are served, and for which the provider must be built. */
export const base: string = 'http://127.0.0.1:4999/somewhere'

const clientSecret = 'a secret of the fixture'

export const pictured: Person = {
  ...(people[0] as Person),
  key: 'pictured',
  number: 90,
  picture: 'https://example.com/a.png',
}

export const everybody: readonly Person[] = [...people, pictured]

/** Returns claims as the finished protocol would: from the ID token, the userinfo endpoint, or the API. */
export async function profileOf(
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

/** The claims of the ID token, and those of the userinfo endpoint if the provider uses it. */
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

export function accessTokenOf(fixture: ProviderFixture, person: Person): string {
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

/** Whether a path matches a key. Segments that begin with a colon match any segment. */
function isAt(key: string, path: string): boolean {
  const wanted = key.split('/')
  const found = path.split('/')
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment.startsWith(':') || segment === found[index])
  )
}

export function grantOf(provider: Provider, fixture: ProviderFixture, person: Person): TokenGrant {
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

export function respond({ status, contentType, body }: FixtureAnswer): Response {
  return new Response(body, { status, headers: { 'content-type': contentType } })
}

/** As documented for `ProfileRequest.get`: large integers become strings of their digits. */
function parseExactly(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown, context?: { readonly source?: string }) =>
    Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source : value,
  )
}
