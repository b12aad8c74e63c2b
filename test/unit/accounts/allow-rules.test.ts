// The gate's rules (docs/security-cases.md F6, F7): claims that only the provider can write, never the suffix of an address.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowEmailDomain, allowOrganization } from '../../../src/accounts/allow-rules.ts'
import { google } from '../../../src/providers/google.ts'
import { identityOf } from '../../support/identities.ts'

const issuer = 'https://accounts.google.com'

/** The arguments that the gate receives for a sign-in with Google. */
function atGoogle(claims: Readonly<Record<string, unknown>>) {
  const provider = google()
  const fields = provider.toIdentity({ sub: '1', ...claims })
  const identity = identityOf(issuer, '1', { ...fields, claims })
  const { email, emailVerified } = fields
  return [
    identity,
    {
      organization: provider.organizationOf?.(claims) ?? null,
      isEmailAuthoritative:
        email !== null && emailVerified && provider.isAuthoritativeForEmail(email, claims),
    },
  ] as const
}

const staff = allowOrganization('example.com')

test('F6 twin: an account that the organization manages is allowed', () => {
  assert.equal(
    staff(...atGoogle({ hd: 'example.com', email: 'ada@example.com', email_verified: true })),
    true,
  )
  assert.equal(staff(...atGoogle({ hd: 'Example.com' })), true)
})

for (const [name, claims] of [
  ['a personal account with an address in the domain', { email: 'eve@example.com', email_verified: true }],
  ['another organization', { hd: 'example.org', email: 'eve@example.com', email_verified: true }],
  ['a domain below it', { hd: 'evil.example.com' }],
  ['a domain that ends like it', { hd: 'notexample.com' }],
  ['a domain that begins like it', { hd: 'example.com.evil.example' }],
  ['an empty claim', { hd: '' }],
  ['a claim of another type', { hd: ['example.com'] }],
] as const) {
  test(`F6 ${name} is not allowed`, () => {
    assert.equal(staff(...atGoogle(claims)), false)
  })
}

test('F6 a claim of that name from a provider that has no such claim means nothing', () => {
  const identity = identityOf('https://evil.example', '1', { claims: { hd: 'example.com' } })
  assert.equal(staff(identity, { organization: null, isEmailAuthoritative: true }), false)
})

const mailboxes = allowEmailDomain('gmail.com', 'example.com')
const verified = { organization: null, isEmailAuthoritative: true }

test('F7 twin: a verified address in the domain, from who runs the mailbox', () => {
  assert.equal(mailboxes(...atGoogle({ email: 'ada@gmail.com', email_verified: true })), true)
  assert.equal(mailboxes(...atGoogle({ email: 'Ada@GMAIL.com', email_verified: true })), true)
  const email = 'ada@example.com'
  assert.equal(mailboxes(...atGoogle({ hd: 'example.com', email, email_verified: true })), true)
})

test('F7 an address that is not verified, or that another provider vouches for, is not allowed', () => {
  const ada = identityOf('https://h.example', 'ada', { email: 'ada@gmail.com' })
  assert.equal(mailboxes(ada, verified), true)
  assert.equal(mailboxes(ada, { ...verified, isEmailAuthoritative: false }), false)
  assert.equal(mailboxes({ ...ada, emailVerified: false }, verified), false)
  assert.equal(mailboxes({ ...ada, email: null }, verified), false)
  // Google verified this address once, but does not run its mailbox.
  assert.equal(mailboxes(...atGoogle({ email: 'ada@example.com', email_verified: true })), false)
})

const trickyAddresses = [
  'a@evil.example,b@gmail.com',
  '"e@evil.example"@gmail.com',
  'x＠gmail.com',
  'a@b@gmail.com',
  'victim@gmail.com.',
  'victim@gmail.com\0.evil.example',
  'victim@gmail.com\n',
  ' victim@gmail.com',
  'victim@gmail.com ',
  '<victim@gmail.com>',
  'victim@gmaıl.com',
  'victim@ｇmail.com',
  'víctim@gmail.com',
  'victim@evil.example%40gmail.com',
  '@gmail.com',
  'gmail.com',
  'victim@notgmail.com',
  'victim@sub.gmail.com',
]
for (const email of trickyAddresses) {
  test(`F7 the address ${JSON.stringify(email)} is not in the domain`, () => {
    assert.equal(mailboxes(identityOf('https://h.example', 'x', { email }), verified), false)
  })
}
