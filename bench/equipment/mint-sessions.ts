// Many sessions without as many logins: made by Latchkey's own code under the benchmark's secret, and written down as
// Cookie headers for the load generator.
import { writeFile } from 'node:fs/promises'
import type { Store } from '../../src/contracts/store.ts'
import { sealedSessions } from '../../src/sessions/sealed-sessions.ts'
import type { SignIn } from '../../src/sessions/sessions.ts'
import { lifetimesOf } from '../../src/sessions/sessions.ts'
import { storedSessions } from '../../src/sessions/stored-sessions.ts'
import { platform, randomText } from '../../src/web/platform.ts'
import { createSeal } from '../../src/web/seal.ts'

/** Users that own the sessions. */
const people = 1_000

const lifetimes = lifetimesOf({ idleSeconds: 7 * 86_400, absoluteSeconds: 30 * 86_400 })

export interface MintOptions {
  readonly secret: string
  readonly count: number
  /** Where the Cookie headers go. */
  readonly file: string
  /** None: sealed sessions. Migrated already. */
  readonly store?: Store
}

/** Answers the first of the Cookie headers. */
export async function mintSessions({ secret, count, file, store }: MintOptions): Promise<string> {
  const now = Date.now
  const sessions = store
    ? storedSessions({ store, platform, lifetimes, now, cacheSeconds: 0, onRenewalError: console.error })
    : sealedSessions({ seal: createSeal([secret]), platform, lifetimes, now })
  const signIns = Array.from({ length: Math.min(people, count) }, (_, number) => signInOf(number))
  for (const { user, identity } of store ? signIns : []) {
    await store?.createUser(user, {
      id: randomText(16),
      userId: user.id,
      provider: identity.provider,
      issuer: identity.issuer,
      subject: identity.subject,
      email: user.email,
      emailVerified: user.emailVerified,
      name: user.name,
      picture: user.picture,
      linkedAt: Date.now(),
      lastUsedAt: Date.now(),
    })
  }
  const headers: string[] = []
  for (let number = 0; number < count; number++) {
    const signIn = signIns[number % signIns.length]
    if (signIn) headers.push(`latchkey-PORT=${(await sessions.start(signIn)).token}`)
  }
  await writeFile(file, JSON.stringify(headers))
  return headers[0] ?? ''
}

function signInOf(number: number): SignIn {
  const subject = `minted-${number}`
  return {
    user: {
      id: randomText(16),
      email: `${subject}@example.com`,
      emailVerified: true,
      name: 'Ada Lovelace',
      picture: 'https://example.com/a.png',
      createdAt: Date.now(),
    },
    identity: { provider: 'bench', issuer: 'https://bench.example', subject, providerSessionId: null },
    authenticatedAt: Date.now(),
    acr: null,
    sealedIdToken: null,
    userAgent: 'bench',
    clientAddress: '127.0.0.1',
  }
}
