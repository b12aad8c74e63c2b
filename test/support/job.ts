// A background process without requests, port or session. It calls the provider's API on behalf of each user, and prints the
// results.
import { latchkey } from 'latchkey'
import { storeFromEnvironment } from 'latchkey/environment'
import { oidc } from 'latchkey/providers/oidc'

const { ISSUER = '', API_URL = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env
const auth = latchkey({
  providers: [
    oidc({ id: 'h', issuer: ISSUER, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, apiUrl: API_URL }),
  ],
  store: await storeFromEnvironment(process.env),
  keepTokens: true,
  log: () => {},
})

const subjects: Record<string, string> = {}
const failures: string[] = []
let cursor: string | null = null
do {
  const page = await auth.users.list({ cursor, limit: 30 })
  await Promise.all(
    page.users.map(async ({ id: userId }) => {
      try {
        const response = await auth.tokens({ userId, provider: 'h' }).fetch(API_URL)
        subjects[userId] = ((await response.json()) as { sub: string }).sub
      } catch (error) {
        failures.push((error as { code?: string }).code ?? String(error))
      }
    }),
  )
  cursor = page.cursor
} while (cursor !== null)
await auth.close()
console.log(JSON.stringify({ subjects, failures }))
