// One Latchkey for every host: the benchmark's provider, the claims of the ID token, sealed sessions or a store.
import { latchkey } from 'latchkey'
import { oidc } from 'latchkey/providers/oidc'

export async function createAuth({ port, providerPort, store, database, secret, migrate }) {
  const auth = latchkey({
    origin: `http://localhost:${port}`,
    secret,
    store: await stores[store]?.(database),
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
  if (migrate) await auth.migrate()
  return auth
}

/** Loaded on demand, as an application imports the one that it uses. */
const stores = {
  sealed: () => undefined,
  memory: async () => (await import('latchkey/stores/memory')).memory(),
  sqlite: async (file) => (await import('latchkey/stores/sqlite')).sqlite(file),
  postgres: async (url) => (await import('latchkey/stores/postgres')).postgres(url),
}
