// The contract suite over the whole catalogue and over the two generic providers.
import * as runner from 'node:test'
import type { ProviderEndpoints } from '../../src/contracts/provider.ts'
import { catalogueKinds, loadCatalogueEntry } from '../../src/providers/definition/catalogue.ts'
import { readStandardClaims } from '../../src/providers/definition/standard-claims.ts'
import { loadFixture } from '../../src/providers/fixtures/index.ts'
import { fixture as oauth2Fixture } from '../../src/providers/fixtures/oauth2.ts'
import { fixture as oidcFixture } from '../../src/providers/fixtures/oidc.ts'
import { oauth2 } from '../../src/providers/oauth2.ts'
import { oidc } from '../../src/providers/oidc.ts'
import { base } from '../../src/testing/contract/provider/served-fixture.ts'
import { providerContract } from '../../src/testing/contract/provider-contract.ts'

for (const kind of catalogueKinds) {
  const [create, fixture] = await Promise.all([loadCatalogueEntry(kind), loadFixture(kind)])
  if (!create || !fixture) throw new Error(`${kind} has no entry or no fixture`)
  providerContract({ runner, create, fixture, isEntry: true })
}

providerContract({
  runner,
  create: ({ endpoints, ...options }) =>
    oidc({
      ...options,
      id: options.id ?? 'oidc',
      issuer: options.issuer ?? base,
      endpoints: endpoints as ProviderEndpoints | undefined,
    }),
  fixture: oidcFixture,
})

const acmeEndpoints = {
  authorization: 'https://acme.example/authorize',
  token: 'https://acme.example/token',
  userinfo: 'https://acme.example/userinfo',
}

providerContract({
  runner,
  create({ endpoints, baseUrl, ...options }) {
    const made = oauth2({
      ...options,
      id: options.id ?? 'oauth2',
      endpoints: { ...acmeEndpoints, ...endpoints },
      toIdentity: readStandardClaims,
    })
    // The endpoints are options themselves, so only `at` moves them.
    const isMoved = baseUrl !== undefined && !endpoints && !options.backchannelUrl
    return isMoved ? made.at({ baseUrl, issuer: options.issuer }) : made
  },
  fixture: oauth2Fixture,
})
