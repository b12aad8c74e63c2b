// For load balancers and orchestrators: whether this process answers, and whether it can do its work.
import type { Store } from '../contracts/store.ts'
import type { Settings } from '../options.ts'
import { within } from '../outbound/within.ts'
import { json } from '../web/responses.ts'

/** `GET /auth/gateway/health`: the process answers. Nothing else is checked. */
export function answerHealth(): Response {
  return json({ status: 'ok' })
}

/** `GET /auth/gateway/ready`: 200 if the store answers and has its tables, otherwise 503. */
export async function answerReadiness({ store }: Pick<Settings, 'store'>): Promise<Response> {
  const isReady = store === null || (await isAnswering(store))
  return isReady ? json({ status: 'ready' }) : json({ status: 'not ready', reason: 'store' }, { status: 503 })
}

const LONGEST_MILLISECONDS = 2_000

/** Checks both facets, because sessions and users may be in different places. */
async function isAnswering({ sessions, users }: Store): Promise<boolean> {
  try {
    await within(LONGEST_MILLISECONDS, Promise.all([sessions.find('ready'), users.find('ready')]))
    return true
  } catch {
    return false
  }
}
