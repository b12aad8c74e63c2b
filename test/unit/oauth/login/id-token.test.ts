import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import type { ExpectedCallback } from '../../../../src/oauth/server/provider-client.ts'
import { type Draft, type EvilProvider, evilProvider, issuer, signingKey } from '../evil-provider.ts'
import { refused } from '../refused.ts'

type Bend = (draft: Draft, op: EvilProvider) => void

async function bent(bend: Bend, alg?: string): Promise<EvilProvider> {
  const op = await evilProvider(alg)
  op.idToken = (draft) => bend(draft, op)
  return op
}
async function assertRefused(bend: Bend, more: Partial<ExpectedCallback> = {}, alg?: string): Promise<void> {
  const op = await bent(bend, alg)
  await refused(op.login(op.client(), more), 'provider_id_token_invalid')
}
async function assertAccepted(bend: Bend, more: Partial<ExpectedCallback> = {}, alg?: string): Promise<void> {
  const op = await bent(bend, alg)
  const { idTokenClaims } = await op.login(op.client(), more)
  assert.equal(idTokenClaims?.iss, issuer)
  assert.ok(Object.isFrozen(idTokenClaims))
}

const algs = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]
const flip: Bend = (draft) => {
  draft.finish = (jwt) => {
    const [header, payload, signature = ''] = jwt.split('.')
    const bytes = Buffer.from(signature, 'base64url')
    bytes[10] = (bytes[10] ?? 0) ^ 1
    return `${header}.${payload}.${bytes.toString('base64url')}`
  }
}
for (const alg of algs) {
  test(`D4 a good ${alg} signature is accepted, a changed one refused`, async () => {
    await assertAccepted(() => {}, {}, alg)
    await assertRefused(flip, {}, alg)
  })
}

const header =
  (fields: Record<string, unknown>): Bend =>
  (draft) => {
    Object.assign(draft.header, fields)
  }
const claim =
  (fields: Record<string, unknown>): Bend =>
  (draft) => {
    Object.assign(draft.claims, fields)
  }
const fromNow =
  (name: string, seconds: number): Bend =>
  (draft, op) => {
    draft.claims[name] = op.seconds + seconds
  }
const finish =
  (change: (jwt: string) => string): Bend =>
  (draft) => {
    draft.finish = change
  }
const payload =
  (change: (text: string) => string): Bend =>
  (draft) => {
    draft.payload = change(JSON.stringify(draft.claims))
  }

for (const alg of ['none', 'None', 'nOnE', '', undefined, 7, 'HS256', 'RS1', 'ES256K']) {
  test(`D1, D2, D3 alg ${JSON.stringify(alg)} is refused`, async () => {
    await assertRefused(header({ alg }))
    await assertRefused((draft, op) => {
      header({ alg })(draft, op)
      finish((jwt) => jwt.replace(/[^.]*$/, ''))(draft, op)
    })
  })
}
test('D3 HS256 is refused even where the provider announces it, and where it announces nothing', async () => {
  for (const announced of [['HS256', 'ES256'], ['HS256'], [], undefined]) {
    const op = await bent(header({ alg: 'HS256' }))
    op.metadata.id_token_signing_alg_values_supported = announced
    await refused(op.login(), 'provider_id_token_invalid')
  }
})
test('D3 an announced algorithm is accepted, RS256 without any announcement, and no other', async () => {
  const es = await evilProvider()
  es.metadata.id_token_signing_alg_values_supported = ['none', 'RS256', 'ES256']
  await es.login()
  es.metadata.id_token_signing_alg_values_supported = ['RS256']
  await refused(es.login(), 'provider_id_token_invalid')
  const rs = await evilProvider('RS256')
  rs.metadata.id_token_signing_alg_values_supported = undefined
  await rs.login()
})
test('D3 the registered algorithm alone is accepted', async () => {
  const op = await evilProvider()
  op.metadata.id_token_signing_alg_values_supported = ['RS256', 'ES256']
  await op.login(op.client({ idTokenSigningAlg: 'ES256' }))
  await refused(op.login(op.client({ idTokenSigningAlg: 'RS256' })), 'provider_id_token_invalid')
})

for (const name of ['jwk', 'jku', 'x5u', 'x5c']) {
  test(`D5, D6 a key that the header brings by ${name} is not used, and nothing is fetched from there`, async () => {
    const attacker = await signingKey('ES256', 'attacker')
    const brought = {
      jwk: attacker.jwk,
      jku: 'https://evil.example/k',
      x5u: 'https://evil.example/c',
      x5c: ['MII'],
    }
    for (const kid of ['attacker', undefined]) {
      const op = await bent((draft) => {
        draft.key = attacker
        Object.assign(draft.header, { [name]: brought[name as keyof typeof brought], kid })
      })
      await refused(op.login(), 'provider_id_token_invalid')
      assert.ok(op.requests.every(({ url }) => url.origin === issuer))
    }
    await assertAccepted(header({ [name]: brought[name as keyof typeof brought] }))
  })
}

const refusedTokens: Readonly<Record<string, Bend>> = {
  'D7 an unknown crit': header({ crit: ['policy'], policy: 1 }),
  'D7 an empty crit': header({ crit: [] }),
  'D7 b64 false': header({ crit: ['b64'], b64: false }),
  'D7 b64 without crit': header({ b64: false }),
  'D10 iss missing': claim({ iss: undefined }),
  'D10 iss of another': claim({ iss: 'https://evil.example' }),
  'D10 iss in another case': claim({ iss: 'https://OP.example' }),
  'D10 iss with a slash': claim({ iss: `${issuer}/` }),
  'D10 iss as a list': claim({ iss: [issuer] }),
  'D11 aud missing': claim({ aud: undefined }),
  'D11 aud of another': claim({ aud: 'other' }),
  'D11 aud empty': claim({ aud: [] }),
  'D11 aud a list without us': claim({ aud: ['a', 'b'] }),
  'D11 aud a list with another, no azp': claim({ aud: ['our-client', 'other'] }),
  'D11 aud a list with another, and its azp': claim({ aud: ['our-client', 'other'], azp: 'other' }),
  'D11 azp of another': claim({ azp: 'other' }),
  'D11 azp null': claim({ azp: null }),
  'D12 exp missing': claim({ exp: undefined }),
  'D12 exp past beyond the tolerance': fromNow('exp', -61),
  'D12 exp as text': claim({ exp: '9999999999' }),
  'D12 exp null': claim({ exp: null }),
  'D12 iat missing': claim({ iat: undefined }),
  'D12 iat as text': claim({ iat: '1' }),
  'D12 iat in the future': fromNow('iat', 62),
  'D12 nbf in the future': fromNow('nbf', 62),
  'D13 nonce missing': claim({ nonce: undefined }),
  'D13 nonce of another attempt': claim({ nonce: 'nonce-of-an-older-attempt' }),
  'D13 nonce empty': claim({ nonce: '' }),
  'D13 nonce as a list': claim({ nonce: ['nonce-of-this-attempt'] }),
  'D14 sub missing': claim({ sub: undefined }),
  'D14 sub empty': claim({ sub: '' }),
  'D14 sub a number': claim({ sub: 7 }),
  'D14 sub of 256 characters': claim({ sub: 'x'.repeat(256) }),
  'D14 sub with half of a character': claim({ sub: 'alex\ud800' }),
  'D14 sub with a control character': claim({ sub: 'alex\u0000' }),
  'D15 at_hash wrong': claim({ at_hash: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  'D15 at_hash null': claim({ at_hash: null }),
  'D15 at_hash empty': claim({ at_hash: '' }),
  'D16 session_expiry past': fromNow('session_expiry', -61),
  'D16 session_expiry as text': claim({ session_expiry: 'x' }),
  'D17 an encrypted token': finish(
    () => `${Buffer.from('{"alg":"PBES2-HS256+A128KW","p2c":1000000000}').toString('base64url')}.a.b.c.d`,
  ),
  'D17 a token of 5 MB': claim({ padding: 'x'.repeat(5_000_000) }),
  'D18 one dot': finish((jwt) => jwt.slice(0, jwt.lastIndexOf('.'))),
  'D18 three dots': finish((jwt) => `${jwt}.`),
  'D18 trailing data': finish((jwt) => `${jwt}\n`),
  'D18 a blank before': finish((jwt) => ` ${jwt}`),
  'D18 padding': finish((jwt) => `${jwt}=`),
  'D18 standard base64': finish((jwt) => `${jwt.slice(0, -1)}/`),
  'D18 a repeated claim': payload((text) => text.replace('{', '{"sub":"admin",')),
  'D18 a repeated claim in disguise': payload((text) => text.replace('{', '{"\\u0073ub":"admin",')),
  'D18 a repeated claim deep inside': payload((text) => text.replace('{', '{"a":[{"b":1,"b":2}],')),
  'D18 data behind the claims': payload((text) => `${text}{}`),
  'D18 claims that are a list': payload((text) => `[${text}]`),
  'D18 a byte order mark': payload((text) => `\ufeff${text}`),
  'D18 broken UTF-8': (draft) => {
    draft.payload = Buffer.concat([
      Buffer.from(JSON.stringify(draft.claims).slice(0, -1)),
      Buffer.from(',"x":"\xff"}', 'latin1'),
    ])
  },
  'D21 an access token': header({ typ: 'at+jwt' }),
  'D21 an access token by its media type': header({ typ: 'application/AT+JWT' }),
  'D21 a logout token': header({ typ: 'logout+jwt' }),
  'D21 a logout token without a type': claim({
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  }),
  'D21 a typ that is no text': header({ typ: ['JWT'] }),
}
for (const [name, bend] of Object.entries(refusedTokens)) {
  test(`${name} is refused`, () => assertRefused(bend))
}

const acceptedTokens: Readonly<Record<string, Bend>> = {
  'D11 aud a list of us alone': claim({ aud: ['our-client'] }),
  'D11 aud a list with another, and our azp': claim({ aud: ['our-client', 'other'], azp: 'our-client' }),
  'D11 our azp': claim({ azp: 'our-client' }),
  'D12 exp past within the tolerance': fromNow('exp', -58),
  'D12 iat ahead within the tolerance': fromNow('iat', 58),
  'D12 nbf ahead within the tolerance': fromNow('nbf', 58),
  'D14 sub of 255 characters': claim({ sub: 'x'.repeat(255) }),
  'D14 sub beyond the first plane': claim({ sub: '\u{1f511}' }),
  'D16 session_expiry ahead': fromNow('session_expiry', 600),
  'D18 the same name in two objects': claim({ a: { b: 1 }, c: [{ b: 2 }, { b: 3 }] }),
  'D21 typ JWT': header({ typ: 'JWT' }),
}
for (const [name, bend] of Object.entries(acceptedTokens)) {
  test(`${name} is accepted`, () => assertAccepted(bend))
}

test('D13 nonces that are no text do not match by accident', async () => {
  await assertRefused(claim({ nonce: undefined }), { nonce: '' })
})

const hashes: Readonly<Record<string, string>> = {
  ES256: 'sha256',
  PS384: 'sha384',
  RS512: 'sha512',
  EdDSA: 'sha512',
}
for (const [alg, hash] of Object.entries(hashes)) {
  test(`D15 at_hash of ${alg} is half of ${hash}`, async () => {
    const digest = createHash(hash).update('access-token-of-the-test').digest()
    const at_hash = digest.subarray(0, digest.length / 2).toString('base64url')
    await assertAccepted(claim({ at_hash }), {}, alg)
    await assertRefused(claim({ at_hash: digest.toString('base64url') }), {}, alg)
    await assertRefused(claim({ at_hash: at_hash.toLowerCase() }), {}, alg)
  })
}

test('D16 max_age needs an auth_time that is recent', async () => {
  const more = { maxAgeSeconds: 100 }
  await assertAccepted(fromNow('auth_time', -100), more)
  await assertAccepted(fromNow('auth_time', -155), more)
  await assertRefused(fromNow('auth_time', -165), more)
  await assertRefused(fromNow('auth_time', 65), more)
  await assertRefused(claim({ auth_time: undefined }), more)
  await assertRefused(claim({ auth_time: 'now' }), more)
  await assertAccepted(fromNow('auth_time', -9999))
  await assertAccepted(fromNow('auth_time', 0), { maxAgeSeconds: 0 })
})
test('D16 a demanded acr must be there', async () => {
  const more = { acrValues: ['gold', 'silver'] }
  await assertAccepted(claim({ acr: 'silver' }), more)
  await assertRefused(claim({ acr: 'bronze' }), more)
  await assertRefused(claim({ acr: undefined }), more)
  await assertRefused(claim({ acr: ['gold'] }), more)
  await assertAccepted(claim({ acr: 'bronze' }))
})

test('D19 a token of another provider is refused, even with the same client id', async () => {
  const other = await signingKey('ES256', 'other-provider')
  await assertRefused((draft) => {
    draft.key = other
    draft.header.kid = other.jwk.kid
    draft.claims.iss = 'https://other.example'
  })
})
