import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type EvilProvider, evilProvider, json, type SigningKey, signingKey } from '../evil-provider.ts'
import { refused } from '../refused.ts'

const other = (): Promise<SigningKey> => signingKey('ES256', 'other')

interface Variant {
  readonly name: string
  readonly accepted: boolean
  readonly keys: (key: SigningKey) => unknown[] | Promise<unknown[]>
  readonly dropsKid?: boolean
}
const variants: readonly Variant[] = [
  { name: 'D8 no kid and one key', accepted: true, dropsKid: true, keys: ({ jwk }) => [jwk] },
  {
    name: 'D8 no kid and several keys that fit',
    accepted: false,
    dropsKid: true,
    keys: async ({ jwk }) => [jwk, (await other()).jwk],
  },
  {
    name: 'D8 no kid and one that fits',
    accepted: true,
    dropsKid: true,
    keys: async ({ jwk }) => [jwk, (await signingKey('RS256')).jwk],
  },
  { name: 'D8 a kid and several keys', accepted: true, keys: async ({ jwk }) => [(await other()).jwk, jwk] },
  {
    name: 'D8 two keys of one kid',
    accepted: false,
    keys: async ({ jwk }) => [jwk, { ...(await other()).jwk, kid: jwk.kid }],
  },
  { name: 'D9 a key for encryption', accepted: false, keys: ({ jwk }) => [{ ...jwk, use: 'enc' }] },
  {
    name: 'D9 a key for other operations',
    accepted: false,
    keys: ({ jwk }) => [{ ...jwk, key_ops: ['encrypt'] }],
  },
  { name: 'D9 a key for another algorithm', accepted: false, keys: ({ jwk }) => [{ ...jwk, alg: 'ES384' }] },
  {
    name: 'D9 a key with neither use nor alg',
    accepted: true,
    keys: ({ jwk }) => [{ ...jwk, use: undefined, alg: undefined }],
  },
  {
    name: 'D9 a symmetric key',
    accepted: false,
    keys: ({ jwk }) => [{ kty: 'oct', k: 'c2VjcmV0', kid: jwk.kid }],
  },
  { name: 'D9 a broken key', accepted: false, keys: ({ jwk }) => [{ ...jwk, x: 'AAAA' }] },
  { name: 'D9 no key', accepted: false, keys: () => [] },
]
for (const { name, accepted, keys, dropsKid } of variants) {
  test(`${name} is ${accepted ? 'accepted' : 'refused'}`, async () => {
    const op = await evilProvider()
    op.jwks = { keys: await keys(op.key) }
    op.idToken = ({ header }) => {
      if (dropsKid) delete header.kid
    }
    if (accepted) await op.login()
    else await refused(op.login(), 'provider_id_token_invalid')
  })
}
test('D9 an RSA key of 1024 bits is refused', async () => {
  const op = await evilProvider('RS256')
  op.key = await signingKey('RS256', 'small', 1024)
  op.jwks = { keys: [op.key.jwk] }
  await refused(op.login(), 'provider_id_token_invalid')
})

async function rotate(op: EvilProvider, kid = randomUUID()): Promise<void> {
  op.key = await signingKey('ES256', kid)
  op.jwks = { keys: [op.key.jwk] }
}

test('E5 keys are fetched once, and again when they are five minutes old', async () => {
  const op = await evilProvider()
  const client = op.client()
  await op.login(client)
  op.clock += 299_000
  await op.login(client)
  assert.equal(op.count('/jwks'), 1)
  op.clock += 2_000
  await op.login(client)
  assert.equal(op.count('/jwks'), 2)
})
test('E5 keys that rotate between two logins are fetched again, once', async () => {
  const op = await evilProvider()
  const client = op.client()
  await op.login(client)
  await rotate(op)
  await Promise.all([op.login(client), op.login(client), op.login(client)])
  await op.login(client)
  assert.equal(op.count('/jwks'), 2)
})
test('E5 keys that rotate without a kid are met too', async () => {
  const op = await evilProvider()
  op.idToken = ({ header }) => {
    delete header.kid
  }
  const client = op.client()
  await op.login(client)
  await rotate(op)
  await op.login(client)
})
test('E5 a key that was withdrawn is refused when the keys are fetched again', async () => {
  const op = await evilProvider()
  const client = op.client()
  await op.login(client)
  op.jwks = { keys: [(await other()).jwk] }
  op.clock += 301_000
  await refused(op.login(client), 'provider_id_token_invalid')
})
test('E5 a thousand made-up key ids cause a few fetches, and a minute later a new key is found', async () => {
  const op = await evilProvider()
  const client = op.client()
  op.idToken = ({ header }) => {
    header.kid = randomUUID()
  }
  for (let round = 0; round < 100; round++) {
    await Promise.all(
      Array.from({ length: 10 }, () => refused(op.login(client), 'provider_id_token_invalid')),
    )
  }
  assert.ok(op.count('/jwks') <= 4, `${op.count('/jwks')} fetches`)
  op.idToken = () => {}
  op.clock += 61_000
  await rotate(op)
  await op.login(client)
})

const keys = '/jwks'
test('E6 keys that cannot be fetched are never "verification skipped", and the next login asks again', async () => {
  const op = await evilProvider()
  const client = op.client()
  for (const [answer, code] of [
    [() => json({}, 503), 'provider_unavailable'],
    [() => Promise.reject(new TypeError('fetch failed')), 'provider_unavailable'],
    [() => json({}, 404), 'provider_answer_invalid'],
    [() => new Response(null, { status: 301 }), 'provider_answer_invalid'],
    [() => json({ keys: {} }), 'provider_answer_invalid'],
    [() => json({ keys: [null] }), 'provider_answer_invalid'],
    [() => json('<p>'), 'provider_answer_invalid'],
  ] as const) {
    op.answers.set(keys, answer)
    await refused(op.login(client), code)
  }
  op.answers.clear()
  await op.login(client)
})
test('E6 known keys are used while their endpoint is down, for an hour', async () => {
  const op = await evilProvider()
  const client = op.client()
  await op.login(client)
  op.answers.set(keys, () => json({}, 503))
  op.clock += 3_500_000
  await op.login(client)
  op.clock += 200_000
  await refused(op.login(client), 'provider_unavailable')
})
