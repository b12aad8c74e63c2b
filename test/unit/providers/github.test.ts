// What is particular to GitHub.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Claims } from '../../../src/contracts/provider.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { github } from '../../../src/providers/github.ts'
import { profileRequest } from './profile-request.ts'

const provider = github()
const user = { id: 583231, login: 'alex', name: 'Alex', email: 'public@example.com' }
const emails = [
  { email: 'other@example.com', primary: false, verified: true },
  { email: 'alex@example.com', primary: true, verified: true },
]

function profile(answers: Readonly<Record<string, unknown>>): Promise<Claims> {
  const get = async (path: string): Promise<unknown> => {
    const answer = answers[path]
    if (answer instanceof Error) throw answer
    return answer
  }
  const fetchProfile = provider.deviations.fetchProfile ?? assert.fail()
  return fetchProfile(profileRequest({ get }))
}

function normalize(body: unknown, status = 200): Promise<Response> {
  const normalizeTokenResponse = provider.deviations.normalizeTokenResponse ?? assert.fail()
  return normalizeTokenResponse(Response.json(body, { status }))
}

describe('places', () => {
  test('github.com', () => {
    assert.equal(provider.issuer, 'https://github.com/login/oauth')
    assert.deepEqual(provider.endpoints, {
      authorization: 'https://github.com/login/oauth/authorize',
      token: 'https://github.com/login/oauth/access_token',
    })
    assert.equal(provider.apiBaseUrl, 'https://api.github.com/')
    assert.deepEqual(provider.apiOrigins, ['https://api.github.com'])
  })

  test('GitHub Enterprise Server', () => {
    const enterprise = github({ id: 'work', baseUrl: 'https://git.example.com/' })
    assert.equal(enterprise.issuer, 'https://git.example.com/login/oauth')
    assert.equal(enterprise.endpoints?.token, 'https://git.example.com/login/oauth/access_token')
    assert.equal(new URL('user', enterprise.apiBaseUrl).href, 'https://git.example.com/api/v3/user')
    assert.deepEqual(enterprise.apiOrigins, ['https://git.example.com'])
  })

  test('an emulator with an API and an issuer of its own', () => {
    const emulated = provider.at({
      baseUrl: 'http://localhost:4001',
      apiUrl: 'http://localhost:4001',
      issuer: 'http://localhost:4001/iss',
    })
    assert.equal(emulated.apiBaseUrl, 'http://localhost:4001/')
    assert.equal(emulated.issuer, 'http://localhost:4001/iss')
  })

  test('a base that would swallow paths is refused', () => {
    assert.throws(() => github({ baseUrl: 'https://git.example.com/?x=' }), {
      code: 'config_provider_invalid',
    })
    assert.throws(() => github({ baseUrl: 'http://git.example.com' }), { code: 'config_provider_invalid' })
  })
})

describe('profiles', () => {
  test('the address is the primary one, not the public one', async () => {
    const identity = provider.toIdentity(await profile({ user, 'user/emails': emails }))
    assert.equal(identity.email, 'alex@example.com')
    assert.equal(identity.emailVerified, true)
  })

  test('F4 an unverified primary address is not verified by another one', async () => {
    const unverified = [emails[0], { ...emails[1], verified: false }]
    const identity = provider.toIdentity(await profile({ user, 'user/emails': unverified }))
    assert.equal(identity.email, 'alex@example.com')
    assert.equal(identity.emailVerified, false)
  })

  test('without an address, or without leave to see it, people sign in without one', async () => {
    const refused = new LatchkeyError('provider_refused')
    for (const answer of [[], [emails[0]], refused, { message: 'Not Found' }, null, [null, 7, {}]]) {
      const identity = provider.toIdentity(await profile({ user, 'user/emails': answer }))
      assert.equal(identity.email, null)
      assert.equal(identity.subject, '583231')
    }
  })

  test('an outage costs nobody an address', async () => {
    const outage = new LatchkeyError('provider_unavailable')
    await assert.rejects(profile({ user, 'user/emails': outage }), { code: 'provider_unavailable' })
    await assert.rejects(profile({ user, 'user/emails': new RangeError('a bug') }), RangeError)
  })

  test('F1 an id beyond 2^53 is exact, or refused', () => {
    assert.equal(provider.toIdentity({ id: '9007199254740993' }).subject, '9007199254740993')
    assert.throws(() => provider.toIdentity({ id: 9007199254740992 }), TypeError)
  })

  test('who has no name is called by the login', () => {
    assert.equal(provider.toIdentity({ ...user, name: null }).name, 'alex')
  })

  test('GitHub runs nobody’s mailbox', async () => {
    const claims = await profile({ user, 'user/emails': emails })
    assert.equal(provider.isAuthoritativeForEmail('alex@example.com', claims), false)
  })
})

describe('token answers', () => {
  test('C1 an error with status 200 becomes an error', async () => {
    const response = await normalize({ error: 'bad_verification_code', error_description: 'Expired.' })
    assert.equal(response.status, 400)
    assert.deepEqual(await response.json(), { error: 'invalid_grant', error_description: 'Expired.' })
  })

  test('GitHub’s names become those of RFC 6749, unknown ones stay', async () => {
    const expected = {
      incorrect_client_credentials: 'invalid_client',
      bad_refresh_token: 'invalid_grant',
      redirect_uri_mismatch: 'redirect_uri_mismatch',
      unverified_user_email: 'unverified_user_email',
    }
    for (const [error, name] of Object.entries(expected)) {
      assert.equal((await (await normalize({ error })).json()).error, name)
    }
  })

  test('commas between scopes become spaces', async () => {
    const body = { access_token: 't', token_type: 'bearer', scope: 'read:user,user:email' }
    const response = await normalize(body)
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), { ...body, scope: 'read:user user:email' })
    assert.deepEqual(await (await normalize({ access_token: 't' })).json(), { access_token: 't' })
  })

  test('C2 what is no JSON object passes unchanged', async () => {
    for (const body of ['[]', 'null', '{', '"x"']) {
      const headers = { 'content-type': 'application/json' }
      const normalizeTokenResponse = provider.deviations.normalizeTokenResponse ?? assert.fail()
      assert.equal(await (await normalizeTokenResponse(new Response(body, { headers }))).text(), body)
    }
  })
})
