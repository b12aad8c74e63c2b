import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import type { Claims, Provider } from '../../../../src/contracts/provider.ts'
import { type ErrorCode, LatchkeyError } from '../../../../src/errors.ts'
import { identityOf } from '../../../../src/oauth/login/identity-of.ts'
import { OutboundError } from '../../../../src/outbound/exchange.ts'
import {
  callback,
  type Draft,
  describe,
  type EvilProvider,
  evilProvider,
  expected,
  issuer,
  json,
  plain,
  signingKey,
  signJwt,
} from '../evil-provider.ts'
import { refused } from '../refused.ts'

async function claimsOf(op: EvilProvider, provider: Partial<Provider>): Promise<Claims> {
  const client = op.client(provider)
  return client.fetchClaims(await op.login(client))
}
const userinfo: Partial<Provider> = { claimsFrom: 'userinfo' }

async function answering(answer: () => Response): Promise<EvilProvider> {
  const op = await evilProvider()
  op.answers.set('/userinfo', answer)
  return op
}

test('the claims of the ID token need no request', async () => {
  const op = await evilProvider()
  const claims = await claimsOf(op, {})
  assert.equal(claims.sub, 'alex')
  assert.equal(op.count('/userinfo'), 0)
})

test('E7 userinfo adds to the ID token, and gets the access token in the header only', async () => {
  const op = await evilProvider()
  const claims = await claimsOf(op, userinfo)
  assert.deepEqual([claims.sub, claims.email, claims.iss], ['alex', 'alex@example.com', issuer])
  const { url, headers, form, method } = op.last('/userinfo')
  assert.equal(headers.get('authorization'), 'Bearer access-token-of-the-test')
  assert.deepEqual([method, url.search, form.size], ['GET', '', 0])
})

test('E7 userinfo about another sub is refused, whatever form it has', async () => {
  const error = await refused(
    claimsOf(await answering(() => json({ sub: 'bo' })), userinfo),
    'provider_userinfo_invalid',
  )
  assert.match(error.detail ?? '', /another subject/)
})

const unusable: Readonly<Record<string, readonly [() => Response, RegExp]>> = {
  'no sub': [() => json({ email: 'alex@example.com' }), /no sub that is a text/],
  'a sub that is a number': [() => json({ sub: 7 }), /no sub that is a text. Found 7/],
  401: [
    () =>
      json({}, 401, { 'www-authenticate': 'Bearer error="invalid_token", error_description="It is over"' }),
    /answered 401 invalid_token: “It is over”/,
  ],
  403: [() => json({ error: 'insufficient_scope' }, 403), /answered 403 insufficient_scope/],
  HTML: [() => new Response('<p>', { headers: { 'content-type': 'text/html' } }), /found "text\/html"/],
  'a list': [() => json([]), /not an object/],
  'a redirect': [
    () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } }),
    /redirect/,
  ],
  'an outage': [() => json({}, 503), /answered 503/],
}
for (const [name, [answer, words]] of Object.entries(unusable)) {
  test(`NH2 userinfo that is unusable (${name}) is not used, and a notice says so`, async () => {
    const op = await answering(answer)
    const claims = await claimsOf(op, userinfo)
    assert.deepEqual([claims.sub, claims.email], ['alex', undefined])
    assert.match(op.notices.join(), words)
    assert.match(op.notices.join(), /claimsFrom/)
  })
}

test('NH2 where the mapping needs what userinfo has, the refusal says what the endpoint answered', async () => {
  const op = await answering(() => json({ error: 'invalid_token', error_description: 'Over.' }, 401))
  const provider = {
    ...userinfo,
    toIdentity: ({ uid }: Claims) => {
      if (typeof uid !== 'string') throw new TypeError('There is no uid.')
      return { subject: uid, email: null, emailVerified: false, name: null, picture: null }
    },
  }
  const client = op.client(provider)
  const tokens = await op.login(client)
  const claims = await client.fetchClaims(tokens)
  assert.throws(
    () => identityOf(describe(provider), tokens, claims),
    (error) =>
      error instanceof LatchkeyError &&
      error.code === 'provider_userinfo_invalid' &&
      /401 invalid_token: “Over.”.*claimsFrom.*There is no uid/.test(error.detail ?? ''),
  )
  assert.equal(identityOf(describe(), tokens, claims).isPartial, true)
  const whole = await claimsOf(await evilProvider(), userinfo)
  assert.equal(identityOf(describe(), tokens, whole).isPartial, undefined)
})

test('NH1 no userinfo endpoint in the metadata keeps nobody out', async () => {
  const op = await evilProvider()
  delete op.metadata.userinfo_endpoint
  assert.equal((await claimsOf(op, userinfo)).sub, 'alex')
  assert.match(op.notices.join(), /names no userinfo_endpoint/)
})

test('NF13 numbers beyond 2^53 in an ID token and in userinfo keep their digits', async () => {
  const op = await answering(() => json('{"sub":"alex","uid":9007199254740993,"n":5}'))
  op.idToken = (draft) => {
    draft.payload = JSON.stringify(draft.claims).replace('{', '{"tenant":9007199254740995,')
  }
  const claims = await claimsOf(op, userinfo)
  assert.deepEqual([claims.uid, claims.tenant, claims.n], ['9007199254740993', '9007199254740995', 5])
  assert.equal(typeof claims.exp, 'number')
})

test('NH2 a profile of the provider’s own adds to the ID token, and what is signed wins', async () => {
  const op = await evilProvider()
  op.answers.set('/api/v3/user', () =>
    json({ email: 'x@example.com', iss: 'https://evil.example', nick: 'al' }),
  )
  const beside: Partial<Provider> = {
    apiBaseUrl: `${issuer}/api/v3/`,
    deviations: { fetchProfile: async ({ get }) => (await get('user')) as Claims },
  }
  const claims = await claimsOf(op, beside)
  assert.deepEqual([claims.nick, claims.iss, claims.email], ['al', issuer, 'x@example.com'])
  op.answers.set('/api/v3/user', () => json({}, 404))
  assert.equal((await claimsOf(op, beside)).sub, 'alex')
  op.answers.set('/api/v3/user', () => json({ sub: 'bo' }))
  await refused(claimsOf(op, beside), 'provider_userinfo_invalid')
})

async function signed(change: (draft: Draft) => void | Promise<void>): Promise<EvilProvider> {
  const op = await evilProvider()
  const draft = op.draft({ nonce: undefined, email: 'signed@example.com' })
  await change(draft)
  op.answers.set(
    '/userinfo',
    () => new Response(signJwt(draft), { headers: { 'content-type': 'application/jwt' } }),
  )
  return op
}
test('E7 signed userinfo is verified', async () => {
  assert.equal((await claimsOf(await signed(() => {}), userinfo)).email, 'signed@example.com')
  for (const change of [
    async (draft: Draft) => {
      draft.key = await signingKey('ES256', 'attacker')
    },
    (draft: Draft) => {
      draft.header.alg = 'none'
    },
    (draft: Draft) => {
      draft.claims.aud = 'other'
    },
    (draft: Draft) => {
      draft.claims.iss = 'https://evil.example'
    },
    (draft: Draft) => {
      draft.header.typ = 'at+jwt'
    },
  ]) {
    await refused(claimsOf(await signed(change), userinfo), 'provider_userinfo_invalid')
  }
  for (const change of [
    (draft: Draft) => {
      draft.header.alg = 'HS256'
    },
  ]) {
    const op = await signed(change)
    assert.equal((await claimsOf(op, userinfo)).email, undefined)
    assert.equal(op.notices.length, 1)
  }
  const other = await signed((draft) => {
    draft.claims.sub = 'bo'
  })
  await refused(claimsOf(other, userinfo), 'provider_userinfo_invalid')
})

test('F4 an address and the word that it is verified come from one place', async () => {
  const mix = async (inToken: object, inUserinfo: object): Promise<unknown[]> => {
    const op = await answering(() => json({ sub: 'alex', ...inUserinfo }))
    op.idToken = ({ claims }) => Object.assign(claims, inToken)
    const { email, email_verified } = await claimsOf(op, userinfo)
    return [email, email_verified]
  }
  const verified = { email: 'b@example.com', email_verified: true }
  assert.deepEqual(await mix({}, verified), ['b@example.com', true])
  assert.deepEqual(await mix({ email: 'a@example.com' }, verified), ['a@example.com', undefined])
  assert.deepEqual(await mix({ email: 'b@example.com' }, verified), ['b@example.com', true])
  assert.deepEqual(await mix({ email_verified: true }, { email: 'c@example.com' }), [
    'c@example.com',
    undefined,
  ])
  assert.deepEqual(await mix({ email: 'b@example.com', email_verified: false }, verified), [
    'b@example.com',
    false,
  ])
})

test('without a verified ID token there are no claims', async () => {
  const op = await evilProvider()
  const client = op.client()
  const tokens = { ...(await op.login(client)), idTokenClaims: null }
  await refused(client.fetchClaims(tokens), 'provider_id_token_invalid')
})

const api: Partial<Provider> = { ...plain, apiBaseUrl: `${issuer}/api/v3/` }
function profiled(path: string): Partial<Provider> {
  return { ...api, deviations: { fetchProfile: async ({ get }) => ({ profile: await get(path) }) } }
}

test('F1 a numeric id beyond 2^53 stays exact', async () => {
  const op = await evilProvider()
  op.answers.set('/api/v3/user', () =>
    json('{"id":90071992547409931234,"n":12,"x":1.5,"list":[9007199254740993]}'),
  )
  assert.deepEqual(await claimsOf(op, profiled('user')), {
    profile: { id: '90071992547409931234', n: 12, x: 1.5, list: ['9007199254740993'] },
  })
  assert.equal(op.last('/api/v3/user').headers.get('authorization'), 'Bearer access-token-of-the-test')
})
test('plain OAuth without a fetchProfile of its own has its userinfo endpoint', async () => {
  const op = await answering(() => json('{"id":9007199254740993}'))
  assert.deepEqual(await claimsOf(op, plain), { id: '9007199254740993' })
})
for (const path of ['/user', '../user', 'https://evil.example/user', '//evil.example/user']) {
  test(`the access token does not go to ${path}, outside of the API’s base`, async () => {
    const op = await evilProvider()
    await refused(claimsOf(op, profiled(path)), 'provider_userinfo_invalid')
    assert.equal(op.requests.at(-1)?.url.pathname, '/token')
  })
}
for (const [name, answer, code] of [
  ['401', () => json({}, 401), 'provider_userinfo_invalid'],
  ['404', () => json({}, 404), 'provider_userinfo_invalid'],
  [
    'a page',
    () => new Response('{}', { headers: { 'content-type': 'text/html' } }),
    'provider_userinfo_invalid',
  ],
  ['broken JSON', () => json('{"secret-of-the-test'), 'provider_userinfo_invalid'],
  ['429', () => json({}, 429), 'provider_unavailable'],
  ['502', () => json({}, 502), 'provider_unavailable'],
] as const) {
  test(`E3, E6 a profile that is ${name} is ${code}`, async () => {
    const op = await evilProvider()
    op.answers.set('/api/v3/user', answer)
    await refused(claimsOf(op, profiled('user')), code)
  })
}
test('a profile without what must be there is refused', async () => {
  const op = await evilProvider()
  const fetchProfile = async (): Promise<Claims> => {
    throw new TypeError('The profile has no id.')
  }
  await refused(claimsOf(op, { ...api, deviations: { fetchProfile } }), 'provider_userinfo_invalid')
})
test('a profile request knows client id and secret, for proofs', async () => {
  const op = await evilProvider()
  op.tokenBody = (body) => Object.assign(body, { openid: 'of-the-answer', id_token: undefined })
  const fetchProfile: NonNullable<Provider['deviations']['fetchProfile']> = async ({
    get: _,
    fetch: __,
    ...rest
  }) => ({ ...rest })
  assert.deepEqual(await claimsOf(op, { ...api, deviations: { fetchProfile } }), {
    accessToken: 'access-token-of-the-test',
    clientId: 'our-client',
    clientSecret: 'our-secret',
    idTokenClaims: null,
    tokenAnswer: {
      access_token: 'access-token-of-the-test',
      token_type: 'Bearer',
      expires_in: 3600,
      refresh_token: 'refresh-token-of-the-test',
      scope: 'openid email',
      openid: 'of-the-answer',
    },
    callback: {},
  })
})

test('a profile beside the ID token: what is signed wins, and an address keeps its own flag', async () => {
  const op = await evilProvider()
  const profiles: Claims[] = [
    { aud: 'another', email: 'alex@example.com', email_verified: true, team: 'red' },
    { email: 'other@example.com', email_verified: true },
  ]
  const client = op.client({ deviations: { fetchProfile: async () => profiles.shift() ?? {} } })
  op.idToken = ({ claims }) => Object.assign(claims, { email: 'alex@example.com' })
  const same = await client.fetchClaims(await op.login(client))
  assert.deepEqual(
    [same.sub, same.aud, same.email, same.email_verified, same.team],
    ['alex', 'our-client', 'alex@example.com', true, 'red'],
  )
  const other = await client.fetchClaims(await op.login(client))
  assert.deepEqual([other.email, other.email_verified], ['alex@example.com', undefined])
})

test('NH16 what a callback brings beside the code reaches fetchProfile, bounded and without the protocol’s own', async () => {
  const op = await evilProvider()
  const client = op.client({ deviations: { fetchProfile: async ({ callback: fields }) => ({ fields }) } })
  const parameters = callback({ user: '{"name":{"firstName":"Alex"}}', iss: issuer, big: 'x'.repeat(9000) })
  parameters.append('twice', 'a')
  parameters.append('twice', 'b')
  const tokens = await client.exchangeCode(parameters, expected)
  assert.deepEqual((await client.fetchClaims(tokens)).fields, { user: '{"name":{"firstName":"Alex"}}' })
  // Without a `fetchProfile` to read them, neither is kept.
  const plainTokens = await op.client().exchangeCode(parameters, expected)
  assert.deepEqual([plainTokens.callback, plainTokens.answer], [undefined, undefined])
})

test('NH17 an id in the token answer, and a profile as text with the token in the query', async () => {
  const op = await evilProvider()
  op.tokenBody = (body) => Object.assign(body, { openid: 'openid-7', id_token: undefined })
  op.answers.set('/api/v3/sns/userinfo', ({ url }) => {
    const { access_token, openid } = Object.fromEntries(url.searchParams)
    return new Response(JSON.stringify({ openid, token: access_token, nickname: 'Alex' }), {
      headers: { 'content-type': 'text/plain' },
    })
  })
  const profile = await claimsOf(op, {
    ...api,
    deviations: {
      requestHeaders: { 'x-version': '2', Accept: 'application/vnd.acme+json' },
      fetchProfile: async ({ fetch, accessToken, tokenAnswer }) => {
        const query = { access_token: accessToken, openid: String(tokenAnswer.openid) }
        const headers = { 'X-Version': '3' }
        return (await fetch('sns/userinfo', { query, headers, tokenScheme: null, read: 'lenient' })) as Claims
      },
    },
  })
  assert.deepEqual([profile.openid, profile.nickname], ['openid-7', 'Alex'])
  const { headers } = op.last('/api/v3/sns/userinfo')
  assert.deepEqual(
    [headers.get('authorization'), headers.get('x-version'), headers.get('accept')],
    [null, '3', 'application/vnd.acme+json'],
  )
})

test('an error of a profile request names neither path nor query: a provider may have its token there', async () => {
  const op = await evilProvider()
  const answers: readonly (readonly [() => Response | Promise<Response>, ErrorCode])[] = [
    [() => json({}, 404), 'provider_userinfo_invalid'],
    [() => json({}, 503), 'provider_unavailable'],
    [() => json({}, 302), 'provider_answer_invalid'],
    [() => json('no json'), 'provider_userinfo_invalid'],
    [() => Promise.reject(new Error('reset')), 'provider_unavailable'],
    [
      () => Promise.reject(new OutboundError('timeout', new URL(`${issuer}/v2/secret-path?q=secret-query`))),
      'provider_unavailable',
    ],
  ]
  for (const [answer, code] of answers) {
    op.answers.set('/api/v3/secret-path', answer)
    const fetchProfile: NonNullable<Provider['deviations']['fetchProfile']> = async ({ get }) =>
      (await get('secret-path?q=secret-query')) as Claims
    const error = await refused(claimsOf(op, { ...api, deviations: { fetchProfile } }), code)
    assert.doesNotMatch(`${error.message} ${error.detail} ${inspect(error)}`, /secret-(?:path|query)/)
    assert.match(`${error.detail}`, /op\.example/)
  }
})
