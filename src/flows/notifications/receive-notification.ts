// Receives a provider's notification about an account. Each provider declares how its requests are read; the checks of
// signature, age and reuse, and the effects, are the same for all.
import { LatchkeyError } from '../../errors.ts'
import { readText } from '../../web/read-text.ts'
import { json } from '../../web/responses.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { applyNotification } from './apply-notification.ts'
import { issueDeletionReceipt } from './deletion-receipt.ts'

const MOST_BYTES = 65_536

/**
 * `POST /auth/notifications/:provider`: 200, or 400 with `{error}` if the signature is invalid, the notification is too old or
 * was received before; 501 without a store; 503 while store or provider fail, so that the provider retries.
 */
export async function receiveNotification(parts: Parts, visit: Visit, providerId: string): Promise<Response> {
  const store = storeOf(parts)
  const { provider, client } = await parts.providers.get(providerId, visit, { issuer: '' })
  if (!provider.notifications) throw new LatchkeyError('request_not_found')
  const notification = await client.readNotification({
    body: await readText(visit.request, MOST_BYTES),
    mediaType: mediaTypeOf(visit.request),
    query: visit.url.searchParams,
  })
  if (!notification) throw new LatchkeyError('request_not_found')
  const { issuer, id, events, expiresAt } = notification
  // Hashed, since not every store can keep arbitrary ids.
  const mark = `notification:${await parts.platform.sha256(JSON.stringify([issuer, id]))}`
  // RFC 7519 §4.1.7: a replay must not undo what the person has done since.
  if (await store.marks.isUsed(mark)) throw seenBefore()
  for (const event of events) {
    await laterIfFailing(() => applyNotification(parts, visit, { providerId, issuer, event }))
  }
  const isDeletion = events.some(({ kind }) => kind === 'deletion-requested')
  const receipt = isDeletion ? await issueDeletionReceipt(parts, visit) : null
  // Marked at the end, so that a retry after a failure is processed.
  if (!(await store.marks.useOnce(mark, expiresAt))) throw seenBefore()
  return json((receipt && provider.notifications.deletionAnswer?.(receipt)) ?? {})
}

/** Turns any failure, including one in the application's own table, into a 503, so that the provider retries. */
async function laterIfFailing(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    throw cause instanceof LatchkeyError ? cause : new LatchkeyError('store_unavailable', { cause })
  }
}

function seenBefore(): LatchkeyError {
  return new LatchkeyError('provider_notification_invalid', {
    detail: 'This notification was handled before.',
  })
}

function mediaTypeOf({ headers }: Request): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  return type.trim().toLowerCase()
}
