// Cases D8 and D9: which key of the JWKS verifies (RFC 7515 §4.1.4, RFC 7517 §4, RFC 7518 §3.3). The application caches
// key sets, so each variant has its own provider.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { makeKey, type SigningKey } from '../support/compact-jwt.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json } from '../support/provider-answers.ts'
import { assertRefused } from './assert-refused.ts'

interface Variant {
  readonly name: string
  readonly accepted: boolean
  /** The keys of the JWKS, given the signing key. */
  readonly jwks: (signing: SigningKey) => readonly unknown[]
  readonly dropsKid?: boolean
  readonly alg?: string
  /** The key that signs instead of the provider's. */
  readonly signs?: (provider: TestProvider) => SigningKey
}

const pss = makeKey('PS256')
const rsa1024 = makeKey('RS256', { modulusLength: 1024 })
const other = makeKey('ES256')
const p384 = makeKey('ES384')
const edwards = makeKey('EdDSA')

const variants: readonly Variant[] = [
  { name: 'D8 no kid and one key', accepted: true, dropsKid: true, jwks: (key) => [key.publicJwk] },
  {
    name: 'D8 no kid and one key that fits among others that do not',
    accepted: true,
    dropsKid: true,
    jwks: (key) => [p384.publicJwk, edwards.publicJwk, key.publicJwk],
  },
  {
    name: 'D8 no kid and several keys that fit',
    accepted: false,
    dropsKid: true,
    jwks: (key) => [key.publicJwk, other.publicJwk],
  },
  { name: 'D8 a kid and several keys', accepted: true, jwks: (key) => [other.publicJwk, key.publicJwk] },
  {
    name: 'D8 the kid of another key',
    accepted: false,
    jwks: (key) => [other.publicJwk, { ...key.publicJwk, kid: 'unused' }],
  },
  {
    name: 'D8 a key without kid, for a token that has one',
    accepted: false,
    jwks: (key) => [without(key, 'kid'), other.publicJwk],
  },
  { name: 'D9 a key for encryption', accepted: false, jwks: (key) => [{ ...key.publicJwk, use: 'enc' }] },
  {
    name: 'D9 a key for other operations',
    accepted: false,
    jwks: (key) => [{ ...key.publicJwk, use: undefined, key_ops: ['encrypt'] }],
  },
  {
    name: 'D9 a key with neither use nor alg',
    accepted: true,
    jwks: (key) => [{ ...key.publicJwk, use: undefined, alg: undefined }],
  },
  {
    name: 'D9 a key for another algorithm',
    accepted: false,
    jwks: (key) => [{ ...key.publicJwk, alg: 'ES384' }],
  },
  {
    name: 'D9 a key on another curve',
    accepted: false,
    jwks: (key) => [{ ...p384.publicJwk, kid: key.kid, alg: undefined }],
  },
  {
    name: 'D9 a key of another type',
    accepted: false,
    jwks: (key) => [{ kty: 'oct', k: 'c2VjcmV0', kid: key.kid, alg: 'HS256', use: 'sig' }],
  },
  {
    name: 'D9 an RSA key of 1024 bits',
    accepted: false,
    alg: 'RS256',
    signs: () => rsa1024,
    jwks: () => [rsa1024.publicJwk],
  },
  {
    name: 'D3 PS256 where RS256 is announced, by a key that fits both,',
    accepted: false,
    alg: 'RS256',
    signs: () => pss,
    jwks: () => [{ ...pss.publicJwk, alg: undefined }],
  },
  {
    name: 'D3 PS256 where it is announced, by the same key,',
    accepted: true,
    alg: 'PS256',
    signs: () => pss,
    jwks: () => [{ ...pss.publicJwk, alg: undefined }],
  },
  { name: 'D9 an empty key set', accepted: false, jwks: () => [] },
  { name: 'D9 a key set of rubbish', accepted: false, jwks: () => [null, 7, 'x', {}, { kty: 'EC' }] },
  {
    name: 'D9 rubbish beside a good key',
    accepted: true,
    jwks: (key) => [{ kty: 'XX', kid: 'x' }, key.publicJwk],
  },
]

let app: Application
const providers: Record<string, TestProvider> = {}
let h: TestProvider

before(async () => {
  h = await startProvider()
  for (const [index, variant] of variants.entries()) {
    const provider = await startProvider({
      alg: 'ES256',
      behaviour: {
        jwks: () => json({ keys: variant.jwks(provider.signingKey) }),
        metadata: (metadata) => {
          if (variant.alg !== undefined) metadata.id_token_signing_alg_values_supported = [variant.alg]
        },
        idToken: (draft, { provider: self }) => {
          const signing = variant.signs?.(self)
          if (signing !== undefined) {
            draft.key = signing.privateKey
            draft.header = { alg: signing.alg, kid: signing.kid }
            delete draft.claims.at_hash
          }
          if (variant.dropsKid === true) delete draft.header.kid
        },
      },
    })
    providers[`v${index}`] = provider
  }
  app = await startApplication({ providers: { ...providers, h } })
})
after(async () => {
  await app.stop()
  await Promise.all([h, ...Object.values(providers)].map((provider) => provider.stop()))
})

for (const [index, { name, accepted }] of variants.entries()) {
  test(`${name} is ${accepted ? 'accepted' : 'refused'}`, async () => {
    const id = `v${index}`
    const provider = providers[id]
    assert.ok(provider)
    const person = newPerson()
    provider.person = person
    if (!accepted) return assertRefused(app, { id: 'h', provider: h }, (browser) => signIn(browser, app, id))
    const browser = app.browser()
    const page = await signIn(browser, app, id)
    assert.equal((await whoIs(browser, app))?.sub, person.sub, `${page.status} ${page.text}`)
  })
}

function without(key: SigningKey, member: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(key.publicJwk).filter(([name]) => name !== member))
}
