// An application over a database with a crowd in it, and what its people do: each call is one operation, timed by the
// caller.
import { createHash, randomBytes, randomInt } from 'node:crypto'
import type { Store } from '../../src/contracts/store.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../test/support/in-process-application.ts'
import { newPerson, signIn } from '../../test/support/journeys.ts'
import type { TestProvider } from '../../test/support/provider.ts'
import { type Crowd, hasExpired, sessionIdOf, userIdOf } from './fill.ts'

const SWEPT_ROWS = 20

const secret: string = randomBytes(32).toString('base64url')
/** As Latchkey stores it. */
export const secretHash: string = createHash('sha256').update(secret).digest('base64url')

export interface CrowdedApplication {
  readonly operations: Readonly<Record<OperationName, () => Promise<void>>>
  readonly close: () => Promise<void>
}

export type OperationName = (typeof operationNames)[number]
export const operationNames = ['session check', 'login, new', 'login, returning', 'list', 'sweep'] as const

export async function openCrowd(
  store: Store,
  crowd: Crowd,
  provider: TestProvider,
): Promise<CrowdedApplication> {
  const app = await startInProcess({
    providers: [describeProvider('h', provider)],
    store,
    session: { cacheSeconds: 0 },
  })
  const cookieName = await findCookieName(app, provider)
  return {
    operations: {
      'session check': async () => {
        const { user } = await app.auth.session(
          `${cookieName}=${sessionIdOf(livingSession(crowd))}.${secret}`,
        )
        if (!user) throw new Error('a living session was not found')
      },
      'login, new': () => login(app, provider, newPerson()),
      'login, returning': () => login(app, provider, newPerson({ sub: `subject-${someUser(crowd)}` })),
      list: async () => {
        const sessions = await app.auth.sessions.list(userIdOf(someUser(crowd)))
        if (sessions.length > 100) throw new Error('the sessions of several people were listed')
      },
      sweep: async () => {
        if ((await store.sweep(Date.now(), SWEPT_ROWS)) !== SWEPT_ROWS)
          throw new Error('nothing is left to sweep')
      },
    },
    close: () => app.stop(),
  }
}

async function login(
  app: InProcessApplication,
  provider: TestProvider,
  person: TestProvider['person'],
): Promise<void> {
  // Its clock stands where it was started, which filling the next database may have left far behind.
  app.clock = Date.now()
  const page = await signIn(app.browser(), app, 'h', { at: provider, as: person })
  if (page.status !== 200) throw new Error(`a login ended with ${page.status}: ${page.text}`)
}

async function findCookieName(app: InProcessApplication, provider: TestProvider): Promise<string> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: provider, as: newPerson() })
  const url = new URL(app.origin)
  const header = browser.jar.header({ url, method: 'GET', crossSite: false, topLevel: true }) ?? ''
  return header.slice(0, header.indexOf('='))
}

const someUser = ({ users }: Crowd): number => randomInt(1, users + 1)

function livingSession({ sessions }: Crowd): number {
  const n = randomInt(1, sessions + 1)
  return hasExpired(n) ? n - 1 : n
}
