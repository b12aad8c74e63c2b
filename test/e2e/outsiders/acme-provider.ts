// A provider from outside this repository, written against the package alone: a profile in an envelope, errors with status 200.
import {
  brandOf,
  defineFixture,
  defineProvider,
  jsonAnswer,
  type Provider,
  type ProviderFixture,
  type ProviderOptions,
  readProfile,
  rewriteTokenResponse,
  tokenAnswerOf,
} from 'latchkey/kit'
import { providerContract, type TestRunner } from 'latchkey/testing/contract'

function acme<const Id extends string = 'acme'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    kind: 'acme',
    name: 'Acme',
    protocol: 'oauth2',
    issuer: 'https://acme.example',
    endpoints: {
      authorization: 'https://acme.example/oauth/authorize',
      token: 'https://acme.example/oauth/token',
      userinfo: 'https://acme.example/api/me',
    },
    scopes: ['profile', 'email'],
    apiBaseUrl: 'https://acme.example/api/',
    toIdentity: readProfile({
      subject: 'data.uuid',
      email: 'data.mail',
      emailVerified: 'data.mail_verified',
      name: ['data.name'],
    }),
    deviations: {
      normalizeTokenResponse: (response) =>
        rewriteTokenResponse(response, ({ fault, reason }) =>
          typeof fault === 'string'
            ? { status: 400, body: { error: fault, error_description: reason } }
            : null,
        ),
    },
    brand: brandOf('#7a1fa2', 'A'),
  })
}

const fixture: ProviderFixture = defineFixture({
  kind: 'acme',
  sources: ['https://acme.example/docs/oauth'],
  lastVerified: '2026-11-27',
  api: {
    '/api/me': ({ email, emailVerified, name }, uuid) =>
      jsonAnswer({ data: { uuid, mail: email, mail_verified: emailVerified, name } }),
  },
  tokenAnswer: (grant) => jsonAnswer(tokenAnswerOf(grant)),
  tokenError: (fault, reason) => jsonAnswer({ fault, reason }),
  sendsIssuer: false,
  expected: () => ({ picture: null }),
  cases: [{ name: 'an empty envelope', claims: { data: {} }, expected: 'refused' }],
})

export function testProvider(runner: TestRunner): void {
  providerContract({ runner, create: acme, fixture, isEntry: true })
}
