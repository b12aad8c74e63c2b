// The contract suite over the whole catalogue and over the two generic providers.
import type { ProviderOptions } from '../../src/contracts/provider.ts'
import { catalogueKinds, loadCatalogueEntry } from '../../src/providers/definition/catalogue.ts'
import { readStandardClaims } from '../../src/providers/definition/standard-claims.ts'
import { loadFixture } from '../../src/providers/fixtures/index.ts'
import { fixture as oauth2Fixture } from '../../src/providers/fixtures/oauth2.ts'
import { fixture as oidcFixture } from '../../src/providers/fixtures/oidc.ts'
import { oauth2 } from '../../src/providers/oauth2.ts'
import { oidc } from '../../src/providers/oidc.ts'
import { base, providerContract } from './provider.ts'

const options = {
  id: 'another-id',
  name: 'Another name',
  clientId: 'client',
  clientSecret: 'secret',
  clientAuthentication: 'client_secret_basic',
  authorizationParams: { prompt: 'select_account' },
  tokenParams: { resource: 'https://api.example' },
} satisfies ProviderOptions

for (const kind of catalogueKinds) {
  const [create, fixture] = await Promise.all([loadCatalogueEntry(kind), loadFixture(kind)])
  if (!create || !fixture) throw new Error(`${kind} has no entry or no fixture`)
  const scopes = create().scopes.slice(0, 1)
  providerContract({ provider: create({ ...options, scopes, baseUrl: base, issuer: base }), fixture })
}

providerContract({ provider: oidc({ ...options, issuer: base }), fixture: oidcFixture })

providerContract({
  provider: oauth2({
    ...options,
    endpoints: {
      authorization: 'https://acme.example/authorize',
      token: 'https://acme.example/token',
      userinfo: 'https://acme.example/userinfo',
    },
    toIdentity: readStandardClaims,
  }).at({ baseUrl: base, issuer: base }),
  fixture: oauth2Fixture,
})
