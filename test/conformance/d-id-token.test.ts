// Cases D: the ID token (OpenID Connect Core §3.1.3.7, §16; RFC 8725; RFC 7515; RFC 7519).
import assert from 'node:assert/strict'
import { createPublicKey, type KeyObject } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { type Application, startApplication } from '../support/application.ts'
import { encode, makeKey, type SigningKey, signCompact } from '../support/compact-jwt.ts'
import { newPerson, signIn, whoIs } from '../support/journeys.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { json, leftHalfHash } from '../support/provider-answers.ts'
import type { IdTokenDraft, TokenContext } from '../support/provider-behaviour.ts'
import { assertRefused } from './assert-refused.ts'

type Bend = (draft: IdTokenDraft, context: TokenContext) => void

let app: Application
let rs: TestProvider
let es: TestProvider
let e: TestProvider
const byAlg = new Map<string, TestProvider>()
const algs = ['RS256', 'ES256', 'PS256', 'EdDSA', 'ES384']

before(async () => {
  for (const alg of algs) byAlg.set(alg.toLowerCase(), await startProvider({ alg }))
  rs = providerOf('RS256')
  es = providerOf('ES256')
  e = await startProvider({ clientId: es.clientId })
  app = await startApplication({ providers: { ...Object.fromEntries(byAlg), e } })
})
afterEach(() => {
  for (const provider of [...byAlg.values(), e]) provider.reset()
})
after(async () => {
  await app.stop()
  await Promise.all([...byAlg.values(), e].map((provider) => provider.stop()))
})

function providerOf(alg: string): TestProvider {
  const provider = byAlg.get(alg.toLowerCase())
  assert.ok(provider)
  return provider
}

async function assertTokenRefused(bend: Bend, provider: TestProvider = es): Promise<void> {
  const id = provider === e ? 'e' : ([...byAlg].find(([, each]) => each === provider)?.[0] ?? '')
  await assertRefused(app, { id, provider }, (browser) => {
    provider.behaviour.idToken = bend
    return signIn(browser, app, id, { at: provider, as: newPerson() })
  })
}

async function assertTokenAccepted(bend: Bend, provider: TestProvider = es): Promise<void> {
  const id = [...byAlg].find(([, each]) => each === provider)?.[0] ?? ''
  const browser = app.browser()
  const person = newPerson()
  provider.behaviour.idToken = bend
  const page = await signIn(browser, app, id, { at: provider, as: person })
  assert.ok((await whoIs(browser, app)) !== null, `${page.status} ${page.text}`)
}

const now = (): number => Math.floor(Date.now() / 1000)
let attackerKey: SigningKey | undefined
const attacker = (): SigningKey => {
  attackerKey ??= makeKey('ES256')
  return attackerKey
}

for (const alg of algs) {
  test(`D4 twin: a good ${alg} signature is accepted`, () =>
    assertTokenAccepted(() => undefined, providerOf(alg)))
  test(`D4 a changed ${alg} signature is refused`, () =>
    assertTokenRefused((draft) => {
      const [header, payload, signature = ''] = signCompact({ ...draft, payload: draft.claims }).split('.')
      const bytes = Buffer.from(signature, 'base64url')
      bytes[10] = (bytes[10] ?? 0) ^ 1
      draft.raw = `${header}.${payload}.${encode(bytes)}`
    }, providerOf(alg)))
}

for (const alg of ['none', 'None', 'nOnE', 'NONE', '']) {
  test(`D1 alg ${JSON.stringify(alg)} is refused`, () =>
    assertTokenRefused((draft) => {
      draft.header.alg = alg
      draft.alg = 'none'
      // There is no hash for this algorithm; without the claim, the refusal cannot come from at_hash.
      delete draft.claims.at_hash
    }))
  test(`D1 alg ${JSON.stringify(alg)} with something for a signature is refused`, () =>
    assertTokenRefused((draft) => {
      delete draft.claims.at_hash
      draft.raw = `${signCompact({ ...draft, header: { ...draft.header, alg }, alg: 'none', payload: draft.claims })}AAAA`
    }))
}
test('D1 an empty signature is refused', () =>
  assertTokenRefused((draft) => {
    draft.alg = 'none'
  }))
test('D1 a header without alg is refused', () =>
  assertTokenRefused((draft) => {
    draft.alg = 'ES256'
    delete draft.header.alg
  }))

const publicKeyForms: Readonly<Record<string, (key: KeyObject) => Uint8Array>> = {
  PEM: (key) => Buffer.from(key.export({ type: 'spki', format: 'pem' })),
  DER: (key) => key.export({ type: 'spki', format: 'der' }),
  'the JWK': (key) => Buffer.from(JSON.stringify(key.export({ format: 'jwk' }))),
  'the modulus': (key) => Buffer.from(String(key.export({ format: 'jwk' }).n), 'base64url'),
}
for (const [form, read] of Object.entries(publicKeyForms)) {
  test(`D2 HS256 keyed with the public key as ${form} is refused`, () =>
    assertTokenRefused((draft) => {
      draft.header.alg = 'HS256'
      delete draft.claims.at_hash
      draft.key = read(createPublicKey(rs.signingKey.privateKey))
    }, rs))
}

test('D3 HS256 keyed with the client secret is refused where the provider announces RS256', () =>
  assertTokenRefused((draft) => {
    draft.header.alg = 'HS256'
    delete draft.claims.at_hash
    draft.key = Buffer.from(rs.clientSecret ?? '')
  }, rs))
for (const alg of ['PS256', 'RS512', 'RS384']) {
  test(`D3 ${alg} of the right key is refused where the provider announces RS256`, () =>
    assertTokenRefused((draft) => {
      draft.header.alg = alg
      delete draft.claims.at_hash
    }, rs))
}

test('D5 a key that is not in the JWKS is refused, under any kid', async () => {
  for (const kid of [attacker().kid, es.signingKey.kid]) {
    await assertTokenRefused((draft) => {
      draft.key = attacker().privateKey
      draft.header.kid = kid
    })
  }
})

const keyHeaders: Readonly<Record<string, () => Record<string, unknown>>> = {
  jwk: () => ({ jwk: attacker().publicJwk }),
  jku: () => ({ jku: `${e.origin}/keys`, kid: attacker().kid }),
  x5u: () => ({ x5u: `${e.origin}/certificate` }),
  x5c: () => ({
    x5c: [
      Buffer.from(createPublicKey(attacker().privateKey).export({ type: 'spki', format: 'der' })).toString(
        'base64',
      ),
    ],
  }),
}
for (const [name, header] of Object.entries(keyHeaders)) {
  test(`D6 a key that the header brings by ${name} is not used, and nothing is fetched`, async () => {
    for (const withKid of [true, false]) {
      await assertTokenRefused((draft) => {
        draft.key = attacker().privateKey
        if (!withKid) delete draft.header.kid
        Object.assign(draft.header, header())
      })
    }
    assert.equal(e.requests.length, 0)
  })
  test(`D6 twin: a good signature beside ${name} is accepted, and nothing is fetched`, async () => {
    await assertTokenAccepted((draft) => {
      Object.assign(draft.header, header(), { kid: es.signingKey.kid })
    })
    assert.equal(e.requests.length, 0)
  })
}

const critical: Readonly<Record<string, Record<string, unknown>>> = {
  'an unknown critical header': { crit: ['policy'], policy: 'x' },
  'an empty crit': { crit: [] },
  'a crit that is no list': { crit: 'exp' },
  'b64 false': { crit: ['b64'], b64: false },
  'b64 without crit': { b64: false },
}
for (const [name, header] of Object.entries(critical)) {
  test(`D7 ${name} is refused`, () =>
    assertTokenRefused((draft) => {
      Object.assign(draft.header, header)
    }))
}

type Change = (draft: IdTokenDraft) => void
const claim =
  (name: string, value: unknown): Change =>
  (draft) => {
    if (value === undefined) delete draft.claims[name]
    else draft.claims[name] = value
  }

const refusedClaims: Readonly<Record<string, Change>> = {
  'D10 iss missing': claim('iss', undefined),
  'D10 iss of somebody else': claim('iss', 'https://evil.example'),
  'D10 iss in another case': (draft) => claim('iss', String(draft.claims.iss).replace('http', 'HTTP'))(draft),
  'D10 iss with a slash': (draft) => claim('iss', `${draft.claims.iss}/`)(draft),
  'D10 iss as a list': (draft) => claim('iss', [draft.claims.iss])(draft),
  'D10 iss null': claim('iss', null),
  'D11 aud missing': claim('aud', undefined),
  'D11 aud of somebody else': claim('aud', 'somebody'),
  'D11 aud null': claim('aud', null),
  'D11 aud an empty list': claim('aud', []),
  'D11 aud a list without us': claim('aud', ['a', 'b']),
  'D11 aud a list with another and no azp': (draft) => claim('aud', [draft.claims.aud, 'other'])(draft),
  'D11 aud a list with another, and its azp': (draft) => {
    claim('aud', [draft.claims.aud, 'other'])(draft)
    claim('azp', 'other')(draft)
  },
  'D11 azp of somebody else': claim('azp', 'other'),
  'D11 azp that is no text': claim('azp', 7),
  'D12 exp missing': claim('exp', undefined),
  'D12 exp past beyond the tolerance': (draft) => {
    claim('exp', now() - 120)(draft)
    claim('iat', now() - 900)(draft)
  },
  'D12 exp as text': claim('exp', String(now() + 600)),
  'D12 exp null': claim('exp', null),
  'D12 exp not finite': (draft) => {
    draft.payload = JSON.stringify(draft.claims).replace(/"exp":\d+/, '"exp":"Infinity"')
  },
  'D12 iat missing': claim('iat', undefined),
  'D12 iat as text': claim('iat', String(now())),
  'D12 iat far in the future': (draft) => {
    claim('iat', now() + 3600)(draft)
    claim('exp', now() + 7200)(draft)
  },
  'D12 nbf in the future': claim('nbf', now() + 3600),
  'D12 nbf as text': claim('nbf', 'now'),
  'D13 nonce missing': claim('nonce', undefined),
  'D13 nonce wrong': claim('nonce', 'something-else'),
  'D13 nonce empty': claim('nonce', ''),
  'D13 nonce null': claim('nonce', null),
  'D13 nonce as a list': (draft) => claim('nonce', [draft.claims.nonce])(draft),
  'D15 at_hash wrong': claim('at_hash', 'AAAAAAAAAAAAAAAAAAAAAA'),
  'D15 at_hash empty': claim('at_hash', ''),
  'D15 at_hash a number': claim('at_hash', 5),
  'D15 c_hash wrong': claim('c_hash', 'AAAAAAAAAAAAAAAAAAAAAA'),
  'D15 c_hash a number': claim('c_hash', 5),
  'D15 at_hash cut short': (draft) => claim('at_hash', String(draft.claims.at_hash).slice(0, 10))(draft),
}
for (const [name, change] of Object.entries(refusedClaims)) {
  test(`${name} is refused`, () => assertTokenRefused(change))
}

const acceptedClaims: Readonly<Record<string, Change>> = {
  'D11 aud as a list of one': (draft) => claim('aud', [draft.claims.aud])(draft),
  'D11 azp that is us': (draft) => claim('azp', draft.claims.aud)(draft),
  'D12 exp within the tolerance': (draft) => {
    claim('exp', now() - 20)(draft)
    claim('iat', now() - 600)(draft)
  },
  'D12 iat within the tolerance': claim('iat', now() + 20),
  'D12 nbf within the tolerance': claim('nbf', now() + 20),
  'D12 iat with a fraction': claim('iat', now() - 0.5),
  'D15 at_hash absent': claim('at_hash', undefined),
}
for (const [name, change] of Object.entries(acceptedClaims)) {
  test(`${name} is accepted`, () => assertTokenAccepted(change))
}

const refusedSubjects: Readonly<Record<string, unknown>> = {
  missing: undefined,
  empty: '',
  'a number': 1234,
  null: null,
  'a list': ['x'],
  'of 256 characters': 's'.repeat(256),
}
for (const [name, sub] of Object.entries(refusedSubjects)) {
  test(`D14 sub ${name} is refused`, () =>
    assertTokenRefused((draft) => {
      // Userinfo returns the same sub, so the refusal cannot come from a mismatch.
      es.behaviour.userinfo = () => json({ sub })
      claim('sub', sub)(draft)
    }))
}

test('D14 sub of 255 characters is accepted', async () => {
  const sub = newPerson().sub.padEnd(255, 's')
  const browser = app.browser()
  await signIn(browser, app, 'es256', { at: es, as: newPerson({ sub }) })
  assert.equal((await whoIs(browser, app))?.sub, sub)
})

for (const alg of algs) {
  test(`D15 a wrong at_hash is refused with ${alg} too`, () =>
    assertTokenRefused((draft) => {
      draft.claims.at_hash = encode('0'.repeat(String(draft.claims.at_hash).length > 40 ? 32 : 16))
    }, providerOf(alg)))
}

test('D15 a c_hash that is right is accepted', () =>
  assertTokenAccepted((draft, { grant }) => {
    draft.claims.c_hash = leftHalfHash('ES256', grant?.code ?? '')
  }))

test('D13 the nonce of an older login is refused', async () => {
  const nonces: unknown[] = []
  es.behaviour.idToken = (draft) => {
    nonces.push(draft.claims.nonce)
  }
  const browser = app.browser()
  await signIn(browser, app, 'es256', { at: es, as: newPerson() })
  await assertTokenRefused((draft) => {
    draft.claims.nonce = nonces[0]
  })
})

const encrypted =
  (header: Record<string, unknown>): Change =>
  (draft) => {
    draft.raw = [
      encode(JSON.stringify(header)),
      ...['key', 'iv-iv-iv-iv-', 'x'.repeat(64), 'tag-tag-tag-tag-'].map((part) => encode(part)),
    ].join('.')
  }
const refusedShapes: Readonly<Record<string, Change>> = {
  'D17 a JWE whose password costs a thousand million rounds': encrypted({
    alg: 'PBES2-HS256+A128KW',
    enc: 'A128GCM',
    p2c: 1e9,
    p2s: 'c2FsdA',
  }),
  'D17 a JWE with compression': encrypted({ alg: 'dir', enc: 'A128GCM', zip: 'DEF' }),
  'D17 a JWE by RSA1_5': encrypted({ alg: 'RSA1_5', enc: 'A128CBC-HS256' }),
  'D17 a token of 5 MB': (draft) => {
    draft.claims.bulk = 'x'.repeat(5 * 1024 * 1024)
  },
  'D18 invalid UTF-8': (draft) => {
    const text = JSON.stringify({ ...draft.claims, sub: 'AB' })
    draft.payload = Buffer.from(text).map((byte, index) => (index === text.indexOf('"AB"') + 1 ? 0xff : byte))
  },
  'D18 data behind the claims': (draft) => {
    draft.payload = `${JSON.stringify(draft.claims)}{"sub":"admin"}`
  },
  'D18 claims that are a list': (draft) => {
    draft.payload = JSON.stringify([draft.claims])
  },
  'D18 claims that are null': (draft) => {
    draft.payload = 'null'
  },
  'D18 a header that is no object': (draft) => {
    draft.raw = signCompact({ ...draft, payload: draft.claims }).replace(/^[^.]+/, encode('"ES256"'))
  },
  'D18 four dots': (draft) => {
    draft.raw = `${signCompact({ ...draft, payload: draft.claims })}..`
  },
  'D18 three dots': (draft) => {
    draft.raw = `${signCompact({ ...draft, payload: draft.claims })}.x`
  },
  'D18 one dot': (draft) => {
    draft.raw = signCompact({ ...draft, payload: draft.claims })
      .split('.')
      .slice(0, 2)
      .join('.')
  },
  'D18 padding': (draft) => {
    draft.raw = `${signCompact({ ...draft, payload: draft.claims })}==`
  },
  'D18 padding in the claims': (draft) => {
    const [header, , ...rest] = signCompact({ ...draft, payload: draft.claims }).split('.')
    draft.raw = [header, `${encode(JSON.stringify(draft.claims))}==`, ...rest].join('.')
  },
}
for (const [name, change] of Object.entries(refusedShapes)) {
  test(`${name} is refused`, () => assertTokenRefused(change))
}

test('D18 of two equal claims the last one counts, or the token is refused (RFC 7519 §4)', async () => {
  const browser = app.browser()
  es.behaviour.idToken = (draft) => {
    draft.payload = JSON.stringify(draft.claims).replace('"sub":', '"sub":"first","sub":')
  }
  const person = newPerson()
  const page = await signIn(browser, app, 'es256', { at: es, as: person })
  assert.ok(page.status < 500)
  const me = await whoIs(browser, app)
  assert.ok(me === null || me.sub === person.sub)
})

test("D19 H's valid token served by E is refused", () =>
  assertTokenRefused((draft, { grant }) => {
    draft.claims = { ...draft.claims, iss: es.issuer, aud: es.clientId, nonce: grant?.request.get('nonce') }
    draft.key = es.signingKey.privateKey
    draft.header.kid = es.signingKey.kid
  }, e))
test("D19 H's claims signed by E are refused", () =>
  assertTokenRefused((draft) => {
    draft.claims.iss = es.issuer
  }, e))

test('D20 no endpoint signs in with an ID token, neither once nor twice', async () => {
  const idToken = es.makeIdToken(
    { grant: null, provider: es, request: { form: new URLSearchParams() } as never },
    null,
  )
  const browser = app.browser()
  for (let time = 0; time < 2; time++) {
    const page = await browser.tab(app.url('/auth/login')).post('/auth/callback/es256', { id_token: idToken })
    assert.ok(page.status >= 400 && page.status < 500)
    assert.equal(await whoIs(browser, app), null)
  }
})

for (const typ of ['at+jwt', 'application/at+jwt', 'logout+jwt', 'AT+JWT', 'secevent+jwt', 'dpop+jwt']) {
  test(`D21 a token of type ${typ} is not an ID token`, () =>
    assertTokenRefused((draft) => {
      draft.header.typ = typ
    }))
}
test('D21 a token with logout events is not an ID token', () =>
  assertTokenRefused((draft) => {
    draft.claims.events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  }))
for (const typ of [undefined, 'JWT', 'jwt']) {
  test(`D21 twin: type ${typ} is accepted`, () =>
    assertTokenAccepted((draft) => {
      if (typ === undefined) delete draft.header.typ
      else draft.header.typ = typ
    }))
}
