// The three files that a new catalogue entry starts with, by path. Each place to fill in holds an example.

export function providerSkeleton(
  id: string,
  protocol: 'oidc' | 'oauth2',
  today: Date,
): Readonly<Record<string, string>> {
  const name = id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim()
  const words = {
    id,
    name,
    call: id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    day: today.toISOString().slice(0, 10),
  }
  return {
    [`src/providers/${id}.ts`]: protocol === 'oidc' ? oidcEntry(words) : oauthEntry(words),
    [`src/providers/fixtures/${id}.ts`]: protocol === 'oidc' ? oidcFixture(words) : oauthFixture(words),
    [`test/unit/providers/${id}.test.ts`]: entryTest(words),
  }
}

interface Words {
  readonly id: string
  /** The name shown to people. */
  readonly name: string
  /** The name of the function that the file exports. */
  readonly call: string
  readonly day: string
}

function oidcEntry(words: Words): string {
  const { id, name } = words
  return `// ${name}: OpenID Connect by discovery.
// https://${id}.example/docs
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'

/**
 * Sign in with ${name}.
 *
 * Credentials: \`${variable(id)}_CLIENT_ID\`, \`${variable(id)}_CLIENT_SECRET\`. Scopes: \`openid email profile\`.
 */
${factory(words)}

const description: ProviderDescription = {
  name: '${name}',
  kind: '${id}',
  protocol: 'oidc',
  // Compared exactly, including a trailing slash.
  issuer: 'https://${id}.example',
  scopes: ['openid', 'email', 'profile'],
  // Where the e-mail address and the name come from: the ID token, or only the userinfo endpoint.
  claimsFrom: 'id-token',
  toIdentity: readStandardClaims,
${brandAndConsole(words)}
}
`
}

function oauthEntry(words: Words): string {
  const { id, name } = words
  return `// ${name}: plain OAuth 2.0; the profile says who signed in.
// https://${id}.example/docs
import type { Claims, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { type IdentityDraft, readNumericSubject } from './definition/read-identity.ts'

/**
 * Sign in with ${name}.
 *
 * Credentials: \`${variable(id)}_CLIENT_ID\`, \`${variable(id)}_CLIENT_SECRET\`. Scopes: \`profile email\`.
 */
${factory(words)}

const description: ProviderDescription = {
  name: '${name}',
  kind: '${id}',
  protocol: 'oauth2',
  // The origin of the authorization endpoint. Part of each account's key, so it must never change.
  issuer: 'https://${id}.example',
  endpoints: {
    authorization: 'https://${id}.example/oauth/authorize',
    token: 'https://${id}.example/oauth/token',
    userinfo: 'https://${id}.example/api/me',
  },
  scopes: ['profile', 'email'],
  apiBaseUrl: 'https://${id}.example/api',
  toIdentity,
${brandAndConsole(words)}
}

/** The id never changes and is never given to another person, unlike many user names. */
function toIdentity(profile: Claims): IdentityDraft {
  return {
    subject: readNumericSubject(profile.id),
    email: profile.email,
    // True only if the documentation says that the person has proven to own the mailbox.
    emailVerified: false,
    name: profile.name,
    picture: profile.avatar_url,
  }
}
`
}

function factory({ id, call }: Words): string {
  return `export function ${call}<const Id extends string = '${id}'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, description)
}`
}

function brandAndConsole({ id, name }: Words): string {
  const letter = /^[a-z]/i.test(name) ? name.charAt(0).toUpperCase() : 'A'
  return `  // The provider's color, and its mark as the path of a 24 by 24 icon, or a letter.
  brand: brandOf('#5b21b6', '${letter}'),
  consoleUrl: 'https://${id}.example/developers',`
}

function fixtureHead({ id, name, day }: Words): string {
  return `export const fixture: ProviderFixture = defineFixture({
  kind: '${id}',
  // The pages with the facts below, and the day on which you read them. \`unverified: true\` if you could not open them.
  sources: ['https://${id}.example/docs'],
  lastVerified: '${day}',
  // In the format of ${name}'s ids: digits, a UUID, at most 255 characters.`
}

function oidcFixture(words: Words): string {
  return `// The answers of ${words.name}. Everything left out follows OpenID Connect (define-fixture.ts).
import type { Claims } from '../../contracts/provider.ts'
import type { Person, ProviderFixture } from '../../contracts/provider-fixture.ts'
import { defineFixture } from './define-fixture.ts'

${fixtureHead(words)}
  subjectOf: (person) => String(70_000_000 + person.number),
  claims,
})

/** Omits unknown values, as the provider does. */
function claims(person: Person): Claims {
  return {
    name: person.name,
    ...(person.picture !== null && { picture: person.picture }),
    ...(person.email !== null && { email: person.email, email_verified: person.emailVerified }),
  }
}
`
}

function oauthFixture(words: Words): string {
  return `// The answers of ${words.name}. Everything left out follows RFC 6749 (define-fixture.ts).
import type { Person, ProviderFixture } from '../../contracts/provider-fixture.ts'
import { defineFixture } from './define-fixture.ts'
import { jsonAnswer } from './json-answer.ts'

${fixtureHead(words)}
  subjectOf: (person) => String(70_000_000 + person.number),
  api: { '/api/me': (person, subject) => jsonAnswer(profileOf(person, subject)) },
  // The expected identity, where it differs from the person's data.
  expected: () => ({ emailVerified: false }),
})

function profileOf(person: Person, subject: string): object {
  return {
    id: Number(subject),
    login: person.username,
    name: person.name,
    email: person.email,
    avatar_url: person.picture,
  }
}
`
}

function entryTest({ id, name, call }: Words): string {
  return `// What is particular to ${name}: all else is held by the contract suite.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ${call} } from '../../../src/providers/${id}.ts'

test('accounts are those of one issuer, whatever the instance is called', () => {
  assert.equal(${call}().issuer, 'https://${id}.example')
  assert.equal(${call}({ id: 'second' }).issuer, ${call}().issuer)
})
`
}

function variable(id: string): string {
  return id.toUpperCase().replaceAll('-', '_')
}
