// What is particular to Facebook.
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, test } from 'node:test'
import { graphVersion } from '../../../src/providers/definition/graph-version.ts'
import { facebook } from '../../../src/providers/facebook.ts'
import { profileRequest } from './profile-request.ts'

const provider = facebook()
const fetchProfile = provider.deviations.fetchProfile ?? assert.fail()
const normalizeCallback = provider.deviations.normalizeCallback ?? assert.fail()
const normalizeTokenResponse = provider.deviations.normalizeTokenResponse ?? assert.fail()

/** Returns the URL of the profile request. */
async function profileUrl(clientSecret: string | null): Promise<URL> {
  let asked = ''
  const get = async (path: string): Promise<unknown> => {
    asked = path
    return { id: '1' }
  }
  await fetchProfile(profileRequest({ accessToken: 'the token', clientSecret, get }))
  return new URL(asked, provider.apiBaseUrl)
}

test('all addresses carry the one Graph version', () => {
  assert.deepEqual(provider.endpoints, {
    authorization: `https://www.facebook.com/${graphVersion}/dialog/oauth`,
    token: `https://graph.facebook.com/${graphVersion}/oauth/access_token`,
  })
  assert.equal(provider.apiBaseUrl, `https://graph.facebook.com/${graphVersion}/`)
  assert.deepEqual(provider.apiOrigins, ['https://graph.facebook.com'])
  assert.match(graphVersion, /^v\d+\.0$/)
})

test('elsewhere, the API is at the base unless it is named', () => {
  const moved = provider.at({ baseUrl: 'http://localhost:4002/fb' })
  assert.equal(moved.issuer, 'http://localhost:4002/fb')
  assert.equal(moved.endpoints?.token, `http://localhost:4002/fb/${graphVersion}/oauth/access_token`)
  const split = provider.at({ baseUrl: 'http://localhost:4002', apiUrl: 'http://localhost:4003/' })
  assert.equal(split.endpoints?.token, `http://localhost:4003/${graphVersion}/oauth/access_token`)
})

test('proves with each profile request that it knows the app secret', async () => {
  const url = await profileUrl('the secret')
  const proof = createHmac('sha256', 'the secret').update('the token').digest('hex')
  assert.equal(url.searchParams.get('appsecret_proof'), proof)
  assert.equal(url.pathname, `/${graphVersion}/me`)
  assert.equal(url.searchParams.get('fields'), 'id,name,email,picture')
  assert.equal((await profileUrl(null)).searchParams.has('appsecret_proof'), false)
})

test('people without an e-mail address are people too, and no address is verified', () => {
  assert.equal(provider.toIdentity({ id: '1', name: 'Sam' }).email, null)
  const withEmail = provider.toIdentity({
    id: '1',
    email: 'a@b.example',
    email_verified: true,
    verified: true,
  })
  assert.deepEqual([withEmail.email, withEmail.emailVerified], ['a@b.example', false])
})

test('F1 an id is text; a number may have been rounded', () => {
  assert.equal(provider.toIdentity({ id: '10229847305610001' }).subject, '10229847305610001')
  assert.throws(() => provider.toIdentity({ id: 10229847305610000 }), TypeError)
})

test('the picture is two levels down', () => {
  const picture = { data: { url: 'https://example.com/a.jpg' } }
  assert.equal(provider.toIdentity({ id: '1', picture }).picture, 'https://example.com/a.jpg')
  for (const other of [null, 'https://example.com/a.jpg', { data: null }, { data: [] }]) {
    assert.equal(provider.toIdentity({ id: '1', picture: other }).picture, null)
  }
})

describe('callbacks', () => {
  test('B9 error_code and error_message become error and error_description', () => {
    const callback = new URLSearchParams('error_code=1349126&error_message=App+not+active&state=s')
    const normalized = normalizeCallback(callback)
    assert.equal(normalized.get('error'), 'invalid_request')
    assert.equal(normalized.get('error_description'), '1349126: App not active')
    assert.equal(normalized.get('state'), 's')
    assert.equal(callback.has('error'), false)
  })

  test('B9 a code beside an error_code is an error all the same', () => {
    assert.equal(
      normalizeCallback(new URLSearchParams('code=c&error_code=1')).get('error'),
      'invalid_request',
    )
  })

  test('what has an error, or none at all, stays as it is', () => {
    for (const query of ['error=access_denied&error_code=200&error_reason=user_denied', 'code=c&state=s']) {
      assert.equal(normalizeCallback(new URLSearchParams(query)).toString(), query)
    }
  })
})

describe('token answers', () => {
  const normalize = (error: object, status = 400): Promise<Response> =>
    normalizeTokenResponse(Response.json({ error: { type: 'OAuthException', ...error } }, { status }))

  test('numbers become the names of RFC 6749', async () => {
    const expected: readonly [object, string][] = [
      [{ code: 100, message: 'This authorization code has been used.' }, 'invalid_grant'],
      [{ code: 190, message: 'Error validating access token.' }, 'invalid_grant'],
      [{ code: 101, message: 'Error validating application.' }, 'invalid_client'],
      [{ code: 1, message: 'Error validating client secret.' }, 'invalid_client'],
      [{ code: 191, message: 'Bad redirect.' }, 'redirect_uri_mismatch'],
      [{}, 'invalid_grant'],
    ]
    for (const [error, name] of expected) {
      const response = await normalize(error)
      assert.equal(response.status, 400)
      assert.equal((await response.json()).error, name)
    }
  })

  test('J4 “later” is an outage, not a refusal', async () => {
    for (const error of [{ code: 2 }, { code: 4 }, { code: 17 }, { code: 100, is_transient: true }]) {
      await assert.rejects(normalize(error), { code: 'provider_unavailable' })
    }
  })

  test('a good answer passes unchanged', async () => {
    const body = { access_token: 't', token_type: 'bearer', expires_in: 5183944 }
    assert.deepEqual(await (await normalizeTokenResponse(Response.json(body))).json(), body)
  })
})
