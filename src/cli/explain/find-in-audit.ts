// Finds the entries of the audit trail with a reference id. Reads newest first, up to a limit.
import { type Environment, storeFromEnvironment } from '../../environment.ts'
import type { LogObject } from './find-in-log.ts'

const PAGE = 500
const MOST_ENTRIES = 50_000

/** Returns them in the format of log entries. Rejects with `store_unavailable`. */
export async function findInAudit(
  environment: Environment,
  reference: string,
): Promise<readonly LogObject[]> {
  const store = await storeFromEnvironment(environment)
  try {
    let before: string | undefined
    for (let read = 0; read < MOST_ENTRIES; read += PAGE) {
      const page = await store.audit.list({ before, limit: PAGE })
      const found = page.filter(({ referenceId }) => referenceId === reference)
      if (found.length > 0) {
        return found.toReversed().map(({ at, type, provider, reason, userId }) => ({
          time: new Date(at).toISOString(),
          event: type,
          provider: provider ?? undefined,
          code: type === 'refused' ? (reason ?? undefined) : undefined,
          userId,
          referenceId: reference,
        }))
      }
      before = page.at(-1)?.id
      if (page.length < PAGE) break
    }
    return []
  } finally {
    await store.close()
  }
}
