// The options of Latchkey on every host: the benchmark's provider, the claims of the ID token, sealed sessions or a store.
import { latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'

export async function createAuth({ port, providerPort, secret, cacheSeconds, ...place }) {
  return latchkey({
    origin: `http://localhost:${port}`,
    secret,
    // Sessions are minted before the ports are known.
    audience: 'bench',
    store: await stores[place.store](place),
    ...(cacheSeconds === undefined ? {} : { session: { cacheSeconds } }),
    log: () => {},
    providers: [
      oidc({
        id: 'bench',
        issuer: `http://127.0.0.1:${providerPort}`,
        clientId: 'bench',
        clientSecret: 'bench-secret',
        claimsFrom: 'id-token',
      }),
    ],
  })
}

/** Loaded on demand, since an application imports only the one that it uses. */
const stores = {
  sealed: async () => undefined,
  sqlite: async ({ database }) => (await import('latchkey/stores/sqlite')).sqlite(database),
  postgres: async ({ database }) => (await import('latchkey/stores/postgres')).postgres(database),
  async redis({ database, redis: { url, prefix } }) {
    const [{ redis }, behind] = await Promise.all([
      import('latchkey/stores/redis'),
      stores.postgres({ database }),
    ])
    return redis(url, { behind, prefix })
  },
}
