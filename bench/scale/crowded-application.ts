// An application on a filled database, and what its users do: each call is one operation, timed by the caller. Random choices
// are made before the timing starts.
import { randomInt } from 'node:crypto'
import type { Store } from '../../src/contracts/store.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../../test/support/in-process-application.ts'
import { newPerson, signIn } from '../../test/support/journeys.ts'
import type { TestProvider } from '../../test/support/provider.ts'
import { type Crowd, hasExpired, personOf, secret, sessionIdOf, sweepMoment, userIdOf } from './crowd.ts'
import { timedStore } from './timed-store.ts'

export const SWEPT_ROWS = 20

/** Picks a user at random, and returns the operation to time. */
type Draw = () => Promise<() => Promise<void>>

export interface CrowdedApplication {
  readonly operations: Readonly<Record<OperationName, Draw>>
  /** Milliseconds spent in the store since the last call. */
  readonly takeStoreTime: () => number
  readonly close: () => Promise<void>
}

export type OperationName = (typeof operationNames)[number]
export const operationNames = ['session check', 'list', 'sweep', 'login, new', 'login, returning'] as const

export async function openCrowd(
  plainStore: Store,
  crowd: Crowd,
  provider: TestProvider,
): Promise<CrowdedApplication> {
  const { store, take } = timedStore(plainStore)
  const app = await startInProcess({
    providers: [describeProvider('h', provider)],
    store,
    session: { cacheSeconds: 0 },
  })
  const cookieName = await findCookieName(app, provider)
  const draws = {
    'session check': async () => {
      // All users were seen a second ago, so that no check renews a session.
      app.clock = crowd.filledAt + 1_000
      const cookie = `${cookieName}=${sessionIdOf(livingSession(crowd))}.${secret}`
      return async () => {
        const { user } = await app.auth.session(cookie)
        if (!user) throw new Error('a living session was not found')
      }
    },
    list: async () => {
      app.clock = crowd.filledAt + 1_000
      const userId = userIdOf(someUser(crowd))
      return async () => {
        const sessions = await app.auth.sessions.list(userId)
        if (sessions.length > 100) throw new Error('the sessions of several people were listed')
      }
    },
    sweep: async () => {
      // The marks of earlier logins must not count.
      await store.marks.sweep(Math.min(Date.now() + 3_600_000, sweepMoment(crowd) - 3 * 3_600_000), 10_000)
      return async () => {
        const swept = await store.sessions.sweep(sweepMoment(crowd), SWEPT_ROWS)
        await store.marks.sweep(sweepMoment(crowd), SWEPT_ROWS)
        await store.tokens.sweep(sweepMoment(crowd), SWEPT_ROWS)
        if (swept !== SWEPT_ROWS) throw new NothingToSweep(`${swept} rows were swept`)
      }
    },
    'login, new': async () => loginOf(newPerson()),
    'login, returning': async () => loginOf(personOf(someUser(crowd))),
  }

  function loginOf(person: TestProvider['person']): () => Promise<void> {
    app.clock = Date.now()
    const browser = app.browser()
    return async () => {
      const page = await signIn(browser, app, 'h', { at: provider, as: person })
      if (page.status !== 200) throw new Error(`a login ended with ${page.status}: ${page.text}`)
    }
  }

  return { operations: draws, takeStoreTime: take, close: () => app.stop() }
}

/** A database that an earlier run kept may have no expired rows left. */
export class NothingToSweep extends Error {}

async function findCookieName(app: InProcessApplication, provider: TestProvider): Promise<string> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: provider, as: newPerson() })
  const url = new URL(app.origin)
  const header = browser.jar.header({ url, method: 'GET', crossSite: false, topLevel: true }) ?? ''
  return header.slice(0, header.indexOf('='))
}

export const someUser = ({ users }: Crowd): number => randomInt(1, users + 1)

export function livingSession(crowd: Crowd): number {
  const n = randomInt(1, crowd.sessions + 1)
  return hasExpired(n, crowd) ? livingSession(crowd) : n
}
