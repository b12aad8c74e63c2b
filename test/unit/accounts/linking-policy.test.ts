import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultLinkingPolicy, type LinkingQuestion } from '../../../src/accounts/linking-policy.ts'
import { accountOf, identityOf } from '../../support/identities.ts'

const identity = identityOf('https://h.example', 'ada')
const own = accountOf(identity, 'user-1')
const other = accountOf(identityOf('https://e.example', 'ada'), 'user-2')
const question: LinkingQuestion = {
  identity,
  account: null,
  linkTo: null,
  candidates: [],
  isAuthoritative: false,
}

test('a known identity signs in as its user', () => {
  assert.deepEqual(defaultLinkingPolicy({ ...question, account: own }), { kind: 'sign-in', userId: 'user-1' })
})

test('a new identity gets a user of its own', () => {
  assert.deepEqual(defaultLinkingPolicy(question), { kind: 'create' })
})

test('F2 the same verified e-mail from a provider that does not run the mailbox links nothing', () => {
  assert.deepEqual(defaultLinkingPolicy({ ...question, candidates: [other] }), { kind: 'create' })
})

test('N14 the same verified e-mail from the provider that runs the mailbox is offered, not merged', () => {
  const decision = defaultLinkingPolicy({ ...question, candidates: [other], isAuthoritative: true })
  assert.deepEqual(decision, { kind: 'offer', candidates: [other] })
})

test('an authoritative provider without candidates creates', () => {
  assert.deepEqual(defaultLinkingPolicy({ ...question, isAuthoritative: true }), { kind: 'create' })
})

test('a signed-in person adds a free identity', () => {
  const decision = defaultLinkingPolicy({ ...question, linkTo: { userId: 'user-2' } })
  assert.deepEqual(decision, { kind: 'link', userId: 'user-2' })
})

test('a signed-in person who adds what is theirs already stays as they are', () => {
  const decision = defaultLinkingPolicy({ ...question, account: own, linkTo: { userId: 'user-1' } })
  assert.deepEqual(decision, { kind: 'sign-in', userId: 'user-1' })
})

test('a signed-in person cannot take an identity from another user', () => {
  const decision = defaultLinkingPolicy({ ...question, account: own, linkTo: { userId: 'user-2' } })
  assert.deepEqual(decision, { kind: 'refuse', code: 'account_linked_elsewhere' })
})
