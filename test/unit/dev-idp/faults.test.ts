// Every fault in the table, and that it ends on time.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose'
import { type DevIdentityProvider, type Fault, faults } from '../../../src/dev-idp/index.ts'
import { answerOf, type DevClient, errorOf, formsOf, type Tokens, withIdp } from './dev-client.ts'

interface Stage {
  readonly idp: DevIdentityProvider
  readonly acme: DevClient
}

/** The visible effect of each fault. The fault is already on, and a sign-in as Alex is prepared. */
const effects: Readonly<Record<Fault, (stage: Stage) => Promise<void>>> = {
  deny: async ({ acme }) => assert.equal((await acme.authorize()).get('error'), 'access_denied'),
  wrong_state: async ({ acme }) => assert.notEqual((await acme.authorize()).get('state'), 'the-state'),
  wrong_response_issuer: async ({ acme }) =>
    assert.equal((await acme.authorize()).get('iss'), `${acme.issuer}/other`),
  missing_response_issuer: async ({ acme }) => assert.equal((await acme.authorize()).get('iss'), null),
  missing_state: async ({ acme }) => assert.equal((await acme.authorize()).get('state'), null),
  missing_code: async ({ acme }) => {
    const answer = await acme.authorize()
    assert.deepEqual([answer.get('code'), answer.get('error')], [null, null])
    assert.equal(answer.get('state'), 'the-state')
  },
  error_without_state: async ({ acme }) => {
    const answer = await acme.authorize()
    assert.deepEqual([answer.get('error'), answer.get('state')], ['server_error', null])
  },
  server_error: (stage) => callbackError(stage, 'server_error'),
  temporarily_unavailable: (stage) => callbackError(stage, 'temporarily_unavailable'),
  login_required: (stage) => callbackError(stage, 'login_required'),
  unauthorized_client: (stage) => callbackError(stage, 'unauthorized_client'),
  invalid_scope: (stage) => callbackError(stage, 'invalid_scope'),
  missing_email: async ({ acme }) => {
    const tokens = await signIn(acme)
    const profile = (await (
      await acme.get(acme.endpoints.userinfo, tokens.access_token)
    ).json()) as JWTPayload
    assert.equal(profile.email, undefined)
    assert.equal(decodeJwt(tokens.id_token).email, undefined)
    assert.equal(profile.name, 'Alex Lindqvist')
  },
  token_503: async ({ acme, idp }) => {
    const code = await authorizedCode(acme)
    assert.equal((await acme.redeem(code)).status, 503)
    idp.setFault('acme', null)
    assert.equal((await acme.redeem(code)).status, 200)
  },
  slow_token: async ({ acme, idp }) => {
    idp.setFault('acme', 'slow_token', { delaySeconds: 0.02 })
    assert.equal((await acme.redeem(await authorizedCode(acme))).status, 200)
  },
  token_error_invalid_grant: async ({ acme }) =>
    assert.equal(await errorOf(await acme.redeem(await authorizedCode(acme))), 'invalid_grant'),
  html_instead_of_json: async ({ acme }) => {
    const response = await acme.redeem(await authorizedCode(acme))
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/)
  },
  token_429: async ({ acme, idp }) => {
    const code = await authorizedCode(acme)
    assert.equal((await acme.redeem(code)).status, 429)
    idp.setFault('acme', null)
    assert.equal((await acme.redeem(code)).status, 200)
  },
  token_error_invalid_client: async ({ acme }) => {
    const response = await acme.redeem(await authorizedCode(acme))
    assert.equal(response.status, 401)
    assert.equal(await errorOf(response), 'invalid_client')
  },
  token_error_redirect_uri: async ({ acme }) =>
    assert.equal(await errorOf(await acme.redeem(await authorizedCode(acme))), 'redirect_uri_mismatch'),
  token_error_pkce: async ({ acme }) =>
    assert.equal(await errorOf(await acme.redeem(await authorizedCode(acme))), 'invalid_request'),
  error_with_status_200: async ({ acme }) => {
    const response = await acme.redeem(await authorizedCode(acme))
    assert.equal(response.status, 200)
    assert.equal(await errorOf(response), 'invalid_grant')
  },
  missing_access_token: async ({ acme }) => {
    const tokens = await signIn(acme)
    assert.equal('access_token' in tokens, false)
    assert.ok(tokens.id_token)
  },
  wrong_token_type: async ({ acme }) => {
    const tokens = { ...(await signIn(acme)) } as { token_type?: string }
    assert.equal(tokens.token_type, 'mac')
  },
  missing_id_token: async ({ acme }) => assert.equal('id_token' in (await signIn(acme)), false),
  refresh_reuse: async ({ acme }) => {
    const tokens = await signIn(acme, { scope: 'openid offline_access' })
    assert.equal(await errorOf(await acme.refresh(tokens.refresh_token)), 'invalid_grant')
    assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 401)
  },
  wrong_nonce: async ({ acme }) => {
    const { nonce } = decodeJwt((await signIn(acme)).id_token)
    assert.ok(nonce !== undefined && nonce !== 'the-nonce')
  },
  missing_nonce: async ({ acme }) => assert.equal('nonce' in decodeJwt((await signIn(acme)).id_token), false),
  wrong_audience: async ({ acme }) =>
    assert.notEqual(decodeJwt((await signIn(acme)).id_token).aud, acme.clientId),
  wrong_issuer: async ({ acme }) =>
    assert.notEqual(decodeJwt((await signIn(acme)).id_token).iss, acme.issuer),
  expired_id_token: async ({ acme }) => {
    await assert.rejects(verified(acme, (await signIn(acme)).id_token), { code: 'ERR_JWT_EXPIRED' })
  },
  bad_signature: async ({ acme }) => {
    await assert.rejects(verified(acme, (await signIn(acme)).id_token), {
      code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    })
  },
  alg_none: async ({ acme }) => {
    const { id_token } = await signIn(acme)
    assert.equal(decodeProtectedHeader(id_token).alg, 'none')
    assert.ok(id_token.endsWith('.'))
  },
  unknown_kid: async ({ acme }) => {
    await assert.rejects(verified(acme, (await signIn(acme)).id_token), { code: 'ERR_JWKS_NO_MATCHING_KEY' })
  },
  rotated_key: async ({ acme }) => {
    const before = await keySet(acme)
    const { id_token } = await signIn(acme)
    const { kid } = decodeProtectedHeader(id_token)
    assert.ok(!before.keys.some((key) => key.kid === kid))
    await verified(acme, id_token)
    assert.equal((await keySet(acme)).keys.length, 2)
  },
  wrong_at_hash: async ({ acme, idp }) => {
    const wrong = decodeJwt((await signIn(acme)).id_token).at_hash
    idp.setFault('acme', null)
    assert.equal(String(wrong).length, String(decodeJwt((await signIn(acme)).id_token).at_hash).length)
  },
  missing_subject: async ({ acme }) => assert.equal(decodeJwt((await signIn(acme)).id_token).sub, undefined),
  missing_auth_time: async ({ acme }) =>
    assert.equal('auth_time' in decodeJwt((await signIn(acme)).id_token), false),
  future_id_token: async ({ acme }) => {
    await assert.rejects(verified(acme, (await signIn(acme)).id_token), {
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    })
  },
  foreign_azp: async ({ acme }) => {
    const { aud, azp } = decodeJwt((await signIn(acme)).id_token)
    assert.deepEqual([aud, azp], [[acme.clientId, 'another-client'], 'another-client'])
  },
  unexpected_alg: async ({ acme }) => {
    const { id_token } = await signIn(acme)
    assert.equal(decodeProtectedHeader(id_token).alg, 'HS256')
    await jwtVerify(id_token, new TextEncoder().encode(acme.clientSecret))
  },
  stale_auth_time: async ({ acme }) => {
    const { iat = 0, auth_time } = decodeJwt((await signIn(acme)).id_token)
    assert.equal(auth_time, iat - 86_400)
  },
  userinfo_503: async ({ acme }) => {
    const { access_token } = await signIn(acme)
    assert.equal((await acme.get(acme.endpoints.userinfo, access_token)).status, 503)
  },
  userinfo_401: async ({ acme }) => {
    const { access_token } = await signIn(acme)
    assert.equal((await acme.get(acme.endpoints.userinfo, access_token)).status, 401)
  },
  empty_profile: async ({ acme }) => {
    const { access_token } = await signIn(acme)
    assert.deepEqual(await (await acme.get(acme.endpoints.userinfo, access_token)).json(), {})
  },
  html_profile: async ({ acme }) => {
    const { access_token } = await signIn(acme)
    const response = await acme.get(acme.endpoints.userinfo, access_token)
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/)
  },
  wrong_userinfo_subject: async ({ acme }) => {
    const { access_token, id_token } = await signIn(acme)
    const profile = (await (await acme.get(acme.endpoints.userinfo, access_token)).json()) as JWTPayload
    assert.notEqual(profile.sub, decodeJwt(id_token).sub)
  },
  jwks_503: async ({ acme }) => assert.equal((await fetch(`${acme.issuer}/local/jwks`)).status, 503),
  empty_key_set: async ({ acme }) => assert.deepEqual((await keySet(acme)).keys, []),
  discovery_503: async ({ acme }) => assert.equal((await discovery(acme)).status, 503),
  discovery_404: async ({ acme }) => assert.equal((await discovery(acme)).status, 404),
  discovery_html: async ({ acme }) =>
    assert.match((await discovery(acme)).headers.get('content-type') ?? '', /^text\/html/),
  discovery_without_userinfo: async ({ acme }) => {
    const metadata = (await (await discovery(acme)).json()) as object
    assert.equal('userinfo_endpoint' in metadata, false)
    assert.equal('jwks_uri' in metadata, true)
  },
  discovery_wrong_issuer: async ({ acme }) => {
    const metadata = (await (await discovery(acme)).json()) as { issuer: string }
    assert.notEqual(metadata.issuer, acme.issuer)
  },
}

async function callbackError({ acme }: Stage, error: string): Promise<void> {
  const answer = await acme.authorize()
  assert.deepEqual([answer.get('error'), answer.get('code'), answer.get('state')], [error, null, 'the-state'])
}

for (const fault of Object.keys(faults) as Fault[]) {
  test(`${fault}: ${faults[fault].effect}`, async () => {
    await withIdp(async (client, idp) => {
      const acme = await client('acme')
      idp.answerAs('acme', 'alex')
      idp.setFault('acme', fault)
      await effects[fault]({ idp, acme })
      idp.setFault('acme', null)
      await assertHonest(acme)
    })
  })
}

test('a fault strikes as often as was said', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    const code = await acme.code()
    idp.setFault('acme', 'token_503', { times: 2 })
    const statuses = [await acme.redeem(code), await acme.redeem(code), await acme.redeem(code)]
    assert.deepEqual(
      statuses.map(({ status }) => status),
      [503, 503, 200],
    )
  })
})

test('a fault of one provider leaves the others alone', async () => {
  await withIdp(async (client, idp) => {
    const [acme, google] = [await client('acme'), await client('google')]
    idp.setFault('google', 'token_503')
    assert.equal((await acme.redeem(await acme.code())).status, 200)
    assert.equal((await google.redeem(await google.code())).status, 503)
  })
})

test('a fault that was chosen on the page strikes that sign-in only', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const started = await acme.browse(acme.authorizeUrl({ scope: 'openid offline_access' }))
    const page = started.headers.get('location') ?? ''
    await acme.browse(`${page}/fault`, { fault: 'wrong_nonce' })
    assert.match(await (await acme.browse(page)).text(), /What if: Wrong nonce/)
    const [alex] = await formsOf(await acme.browse(page))
    const chosen = await acme.browse(alex?.action ?? '', alex?.fields)
    const [allow] = await formsOf(await acme.browse(chosen.headers.get('location') ?? ''))
    const code = answerOf(await acme.browse(allow?.action ?? '', {})).get('code') ?? ''
    const tokens = (await (await acme.redeem(code)).json()) as Tokens
    assert.notEqual(decodeJwt(tokens.id_token).nonce, 'the-nonce')
    await assertHonest(acme)
    const renewed = (await (await acme.refresh(tokens.refresh_token)).json()) as Tokens
    await verified(acme, renewed.id_token)
  })
})

async function assertHonest(acme: DevClient): Promise<void> {
  const tokens = await acme.tokens()
  const { payload } = await verified(acme, tokens.id_token)
  assert.equal(payload.nonce, 'the-nonce')
  assert.equal((await acme.get(acme.endpoints.userinfo, tokens.access_token)).status, 200)
  assert.equal((await discovery(acme)).status, 200)
}

async function authorizedCode(acme: DevClient, changes = {}): Promise<string> {
  return (await acme.authorize(changes)).get('code') ?? ''
}

async function signIn(acme: DevClient, changes = {}): Promise<Tokens> {
  return (await (await acme.redeem(await authorizedCode(acme, changes))).json()) as Tokens
}

async function keySet(acme: DevClient): Promise<JSONWebKeySet> {
  return (await (await fetch(`${acme.issuer}/local/jwks`)).json()) as JSONWebKeySet
}

async function verified(acme: DevClient, idToken: string) {
  const options = { issuer: acme.issuer, audience: acme.clientId, algorithms: ['RS256'] }
  return jwtVerify(idToken, createLocalJWKSet(await keySet(acme)), options)
}

function discovery(acme: DevClient): Promise<Response> {
  return fetch(`${acme.issuer}/.well-known/openid-configuration`)
}
