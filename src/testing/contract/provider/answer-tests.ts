// Provider contract: token answers, refusals and callbacks are normalized to what the specifications say.
import assert from 'node:assert/strict'
import type { Provider } from '../../../contracts/provider.ts'
import type { ProviderFixture } from '../../../contracts/provider-fixture.ts'
import type { RegisterTest } from '../test-runner.ts'
import { accessTokenOf, base, grantOf, pictured, respond } from './served-fixture.ts'

export function answerTests(test: RegisterTest, provider: Provider, fixture: ProviderFixture): void {
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

  // Some providers give the same answer to both.
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
    // With discovery, the metadata announces the fixture's paths, and the provider has no fixed endpoints.
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
