// One of several servers on one database: node:http with Latchkey, as bench/servers has it, but also with the session cache
// off, so that each request asks the store.
import { createServer } from 'node:http'
import { latchkey } from 'latchkey'
import { nodeLatchkey, requireUser } from 'latchkey/node'
import { oidc } from 'latchkey/providers/oidc'
import { postgres } from 'latchkey/stores/postgres'
import { redis } from 'latchkey/stores/redis'
import { sqlite } from 'latchkey/stores/sqlite'
import { answer, greeting, listening, publicBody } from '../servers/route.mjs'

const stores = {
  sqlite: ({ database }) => sqlite(database),
  postgres: ({ database }) => postgres(database),
  redis: ({ database, redis: { url, prefix } }) => redis(url, { behind: postgres(database), prefix }),
}

export async function start({ port, providerPort, secret, store, cacheSeconds, ...place }) {
  const auth = latchkey({
    origin: `http://localhost:${port}`,
    secret,
    store: stores[store](place),
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
  const profile = requireUser(auth, (request, response) => answer(response, greeting(request.auth.user.name)))
  const server = createServer(
    nodeLatchkey(auth, (request, response) =>
      request.url === '/' ? answer(response, publicBody) : profile(request, response),
    ),
  )
  await listening(server, port)
}
