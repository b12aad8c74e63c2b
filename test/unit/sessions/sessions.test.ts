// One suite for both kinds of session, then the tests for each kind alone.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { User } from '../../../src/contracts/user.ts'
import { platform } from '../../../src/crypto/platform.ts'
import { createSeal } from '../../../src/crypto/seal.ts'
import { sealedSessions } from '../../../src/sessions/sealed-sessions.ts'
import { lifetimesOf, type Sessions, type SignIn } from '../../../src/sessions/sessions.ts'
import { storedSessions } from '../../../src/sessions/stored-sessions.ts'
import { memory } from '../../../src/stores/memory.ts'

const SECRET = 'a secret of at least thirty-two bytes'
const lifetimes = lifetimesOf({ idleSeconds: 1_000, absoluteSeconds: 3_000 })
const user: User = {
  id: 'user-1',
  email: null,
  emailVerified: false,
  name: 'Ada',
  picture: null,
  createdAt: 0,
}
const signIn: SignIn = {
  user,
  identity: { provider: 'h', issuer: 'https://h.example', subject: 's', providerSessionId: null },
  acr: null,
  authenticatedAt: 1_000_000_000,
  sealedIdToken: null,
  userAgent: null,
  clientAddress: null,
}

interface Bench {
  readonly sessions: Sessions
  readonly advance: (seconds: number) => Promise<void>
}

function sealed(secrets: readonly string[] = [SECRET]): Bench {
  let time = 1_000_000
  const sessions = sealedSessions({ seal: createSeal(secrets), platform, lifetimes, now: () => time })
  return {
    sessions,
    advance: async (seconds) => {
      time += seconds * 1000
    },
  }
}

async function stored(): Promise<Bench & { readonly store: ReturnType<typeof memory> }> {
  let time = 1_000_000
  const store = memory()
  const identity = { issuer: 'https://h.example', subject: 's' }
  const fields = { email: null, emailVerified: false, name: 'Ada', picture: null }
  await store.users.create(user, {
    ...identity,
    ...fields,
    id: 'a',
    userId: user.id,
    provider: 'h',
    linkedAt: 0,
    lastUsedAt: 0,
  })
  const onRenewalError = (error: unknown) => {
    throw error
  }
  const sessions = storedSessions({
    store,
    platform,
    lifetimes,
    now: () => time,
    cacheSeconds: 60,
    onRenewalError,
  })
  return {
    store,
    sessions,
    advance: async (seconds) => {
      time += seconds * 1000
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

for (const [kind, make] of [
  ['sealed', async () => sealed()],
  ['stored', stored],
] as const) {
  describe(`${kind} sessions`, () => {
    test('a started session is read; its twin with one character changed is not', async () => {
      const { sessions } = await make()
      const { token, session } = await sessions.start(signIn)
      assert.equal((await sessions.read(token))?.session.id, session.id)
      for (const at of [0, 5, token.length - 1]) {
        const flipped = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
        assert.equal(await sessions.read(flipped), null)
      }
    })

    test('the check needs no promise', async () => {
      const { sessions } = await make()
      const { token } = await sessions.start(signIn)
      assert.ok(!(sessions.read(token) instanceof Promise))
    })

    test('G1 each sign-in has a new id and a new token', async () => {
      const { sessions } = await make()
      const one = await sessions.start(signIn)
      const two = await sessions.start(signIn)
      assert.notEqual(one.session.id, two.session.id)
      assert.notEqual(one.token, two.token)
    })

    test('G2 an ended session stays ended', async () => {
      const { sessions } = await make()
      const { token, session } = await sessions.start(signIn)
      assert.ok(await sessions.read(token))
      await sessions.end(session)
      assert.equal(await sessions.read(token), null)
    })

    test('G3 unused for the idle time it ends; a second before it lives', async () => {
      const { sessions, advance } = await make()
      const { token } = await sessions.start(signIn)
      await advance(999)
      assert.ok(await sessions.read(token))
      const other = await make()
      const unused = await other.sessions.start(signIn)
      await other.advance(1_000)
      assert.equal(await other.sessions.read(unused.token), null)
    })

    test('G3 use moves the rolling expiry, never past the absolute one', async () => {
      const { sessions, advance } = await make()
      let { token } = await sessions.start(signIn)
      for (let used = 0; used < 2_900; used += 900) {
        const read = await sessions.read(token)
        assert.ok(read, `alive after ${used} s`)
        token = read.renewed?.token ?? token
        await advance(900)
      }
      assert.equal(await sessions.read(token), null)
    })

    test('U16 the provider’s ceiling ends it, however much it is used; ours where it is earlier', async () => {
      const { sessions, advance } = await make()
      const endsBefore = 1_000_000 + 500_000
      const { session, token } = await sessions.start({ ...signIn, endsBefore })
      assert.equal(session.endsAt.getTime(), endsBefore)
      await advance(499)
      assert.ok(await sessions.read(token))
      await advance(1)
      assert.equal(await sessions.read(token), null)
      const other = await make()
      const late = await other.sessions.start({ ...signIn, endsBefore: 1_000_000 + 9_000_000 })
      assert.equal(late.session.endsAt.getTime(), 1_000_000 + 3_000_000)
    })

    test('a session knows the identity that started it, and is frozen', async () => {
      const { sessions } = await make()
      const { token } = await sessions.start(signIn)
      const read = await sessions.read(token)
      assert.deepEqual(read?.session.identity, signIn.identity)
      assert.ok(Object.isFrozen(read?.session) && Object.isFrozen(read?.session.user))
    })

    test('G13 junk is nobody', async () => {
      const { sessions } = await make()
      for (const junk of [
        '',
        '.',
        'a.b',
        '%',
        '\u0000',
        'A'.repeat(10_000),
        `${'A'.repeat(22)}.${'A'.repeat(43)}`,
      ]) {
        assert.equal(await sessions.read(junk), null)
      }
    })
  })
}

test('G6 a cookie of the old key is read and sealed anew; without that key it is nobody', async () => {
  const old = sealed(['an older secret of thirty-two bytes!!'])
  const { token } = await old.sessions.start(signIn)
  const rotated = sealed([SECRET, 'an older secret of thirty-two bytes!!'])
  const read = await rotated.sessions.read(token)
  assert.ok(read?.renewed)
  assert.ok(await sealed().sessions.read(read.renewed.token))
  assert.equal(await sealed().sessions.read(token), null)
})

test('a plain read of a young sealed session seals nothing anew', async () => {
  const { sessions, advance } = sealed()
  const { token } = await sessions.start(signIn)
  await advance(99)
  assert.equal((await sessions.read(token))?.renewed, null)
  await advance(2)
  assert.ok((await sessions.read(token))?.renewed)
})

test('a profile that fits no cookie is refused with the largest fields named', async () => {
  const { sessions } = sealed()
  const large = { ...signIn, user: { ...user, email: 'n'.repeat(4_000) } }
  await assert.rejects(sessions.start(large), /session_too_large: email \(4000 bytes\)/)
  assert.ok(await sessions.start(signIn))
})

test('the store holds a hash of the secret, never the token', async () => {
  const { sessions, store } = await stored()
  const { token, session } = await sessions.start(signIn)
  const [, secret = ''] = token.split('.')
  const found = await store.sessions.find(session.id)
  assert.ok(found && !JSON.stringify(found).includes(secret))
  assert.ok(token.length < 200)
})

test('G2 a deleted row is the end, also while a renewal is under way', async () => {
  const { sessions, store, advance } = await stored()
  const { token, session } = await sessions.start(signIn)
  await advance(500)
  assert.ok(await sessions.read(token))
  await store.sessions.delete(session.id)
  await advance(1)
  assert.equal(await sessions.read(token), null)
})
