// Creates many sessions without as many logins: with Latchkey's own code and the benchmark's secret, written to a file as Cookie
// headers for the load generator.
import { writeFile } from 'node:fs/promises'
import type { Store } from '../../src/contracts/store.ts'
import { platform, randomText } from '../../src/crypto/platform.ts'
import { createSeal } from '../../src/crypto/seal.ts'
import { sealedSessions } from '../../src/sessions/sealed-sessions.ts'
import type { SignIn } from '../../src/sessions/sessions.ts'
import { lifetimesOf } from '../../src/sessions/sessions.ts'
import { storedSessions } from '../../src/sessions/stored-sessions.ts'

/** The number of users that own the sessions. */
const people = 1_000

/** Must equal the audience in bench/servers/latchkey-options.mjs. */
const audience = 'bench'

const lifetimes = lifetimesOf({ idleSeconds: 7 * 86_400, absoluteSeconds: 30 * 86_400 })

export interface MintOptions {
  readonly secret: string
  readonly count: number
  /** The file for the Cookie headers. */
  readonly file: string
  /** Must be migrated already. Undefined: sealed sessions. */
  readonly store: Store | undefined
}

/** Returns the first of the Cookie headers. */
export async function mintSessions({ secret, count, file, store }: MintOptions): Promise<string> {
  const now = Date.now
  const sessions = store
    ? storedSessions({
        store,
        platform,
        lifetimes,
        now,
        audience,
        cacheSeconds: 0,
        onRenewalError: console.error,
      })
    : sealedSessions({ seal: createSeal([secret], platform, audience), platform, lifetimes, now })
  const signIns = Array.from({ length: Math.min(people, count) }, (_, number) => signInOf(number))
  if (store) await inPortions(signIns, (signIn) => createUser(store, signIn))
  const numbers = Array.from({ length: count }, (_, number) => number)
  const headers = await inPortions(numbers, async (number) => {
    const { token } = await sessions.start(signIns[number % signIns.length] ?? signInOf(number))
    return `latchkey-PORT=${token}`
  })
  await writeFile(file, JSON.stringify(headers))
  return headers[0] ?? ''
}

/** Works on several at once, since a database server takes hardly longer for many than for one. */
async function inPortions<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<To[]> {
  const done: To[] = []
  for (let at = 0; at < all.length; at += 200) {
    done.push(...(await Promise.all(all.slice(at, at + 200).map(work))))
  }
  return done
}

async function createUser(store: Store, { user, identity }: SignIn): Promise<void> {
  const { provider, issuer, subject } = identity
  const { email, emailVerified, name, picture } = user
  const linkedAt = Date.now()
  const account = {
    id: randomText(16),
    userId: user.id,
    provider,
    issuer,
    subject,
    linkedAt,
    lastUsedAt: linkedAt,
  }
  await store.users.create(user, { ...account, email, emailVerified, name, picture })
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
