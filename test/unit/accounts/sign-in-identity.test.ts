import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AccountParts } from '../../../src/accounts/account-parts.ts'
import { addAccount } from '../../../src/accounts/add-account.ts'
import { defaultLinkingPolicy } from '../../../src/accounts/linking-policy.ts'
import { signInIdentity } from '../../../src/accounts/sign-in-identity.ts'
import { LatchkeyError } from '../../../src/errors.ts'
import { memory } from '../../../src/stores/memory.ts'
import { identityOf } from '../../support/identities.ts'

function parts(): AccountParts {
  let count = 0
  return {
    store: memory(),
    ownUsers: null,
    policy: defaultLinkingPolicy,
    canSignInWith: () => true,
    onLeftOver: () => {},
    now: () => 1_000,
    newId: () => `id-${++count}`,
  }
}

const login = { linkTo: null, context: { organization: null, isEmailAuthoritative: false, data: null } }
const authoritative = { organization: null, isEmailAuthoritative: true, data: null }

async function signIn(at: AccountParts, identity = identityOf('https://h.example', 'ada')) {
  const outcome = await signInIdentity(at, { identity, ...login })
  assert.equal(outcome.kind, 'signed-in')
  assert.ok(outcome.kind === 'signed-in')
  return outcome
}

test('the first sign-in makes a user, the second finds it', async () => {
  const at = parts()
  const first = await signIn(at)
  const second = await signIn(at)
  assert.equal(first.isNew, true)
  assert.equal(second.isNew, false)
  assert.equal(second.user.id, first.user.id)
})

test('100 first sign-ins at once make one user', async () => {
  const at = parts()
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => signIn(at)))
  assert.equal(new Set(outcomes.map(({ user }) => user.id)).size, 1)
  assert.equal(outcomes.filter(({ isNew }) => isNew).length, 1)
})

test('F1 the same subject at two issuers is two users', async () => {
  const at = parts()
  const one = await signIn(at, identityOf('https://h.example', 'ada'))
  const two = await signIn(at, identityOf('https://e.example', 'ada'))
  assert.notEqual(one.user.id, two.user.id)
})

test('F1 subjects are compared byte for byte', async () => {
  const at = parts()
  const lower = await signIn(at, identityOf('https://h.example', 'ada'))
  const upper = await signIn(at, identityOf('https://h.example', 'ADA'))
  assert.notEqual(lower.user.id, upper.user.id)
})

test('F5 a changed e-mail keeps the user, whose profile follows', async () => {
  const at = parts()
  const before = await signIn(at)
  const after = await signIn(at, identityOf('https://h.example', 'ada', { email: 'new@example.com' }))
  assert.equal(after.user.id, before.user.id)
  assert.equal(after.user.email, 'new@example.com')
})

test('F5 what the application changed on the user is not overwritten by a sign-in', async () => {
  const at = parts()
  const { user } = await signIn(at)
  const { email, emailVerified, picture } = user
  await at.store.users.update(user.id, { email, emailVerified, picture, name: 'Countess' })
  const again = await signIn(at, identityOf('https://h.example', 'ada', { name: 'Ada L.' }))
  assert.equal(again.user.name, 'Countess')
})

test('F5 a new subject with the old e-mail is another user', async () => {
  const at = parts()
  const before = await signIn(at)
  const other = await signIn(at, identityOf('https://h.example', 'eve', { email: 'ada@example.com' }))
  assert.notEqual(other.user.id, before.user.id)
})

test('people without an e-mail address are people too', async () => {
  const { user } = await signIn(
    parts(),
    identityOf('https://h.example', 'x', { email: null, emailVerified: false }),
  )
  assert.equal(user.email, null)
})

test('N14 an authoritative provider is offered the other account; nothing is written', async () => {
  const at = parts()
  const { user } = await signIn(at)
  const identity = identityOf('https://g.example', 'ada-g', { email: 'ada@example.com' })
  const outcome = await signInIdentity(at, { identity, linkTo: null, context: authoritative })
  assert.equal(outcome.kind, 'offer')
  assert.equal(await at.store.users.findAccount(identity), null)
  assert.equal((await at.store.users.listAccounts(user.id)).length, 1)
})

test('F3 an account with an unverified e-mail is never offered', async () => {
  const at = parts()
  await signIn(
    at,
    identityOf('https://e.example', 'squatter', { email: 'ada@example.com', emailVerified: false }),
  )
  const identity = identityOf('https://g.example', 'ada', { email: 'ada@example.com' })
  const outcome = await signInIdentity(at, { identity, linkTo: null, context: authoritative })
  assert.ok(outcome.kind === 'signed-in' && outcome.isNew)
})

test('linking an identity that somebody else has is refused and changes nothing', async () => {
  const at = parts()
  const identity = identityOf('https://g.example', 'ada')
  const owner = await signIn(at, identity)
  const { user } = await signIn(at, identityOf('https://h.example', 'bob'))
  await assert.rejects(addAccount(at, identity, user.id), (error) => {
    return error instanceof LatchkeyError && error.code === 'account_linked_elsewhere'
  })
  assert.equal((await at.store.users.findAccount(identity))?.userId, owner.user.id)
  const free = identityOf('https://g.example', 'bob')
  assert.ok((await addAccount(at, free, user.id)).kind === 'signed-in')
  assert.equal((await at.store.users.listAccounts(user.id)).length, 2)
})
