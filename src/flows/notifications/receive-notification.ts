// A provider tells us by itself what became of somebody's account there. Each declares how its requests are read; who signed
// them, how old they are, that each counts once and what follows are the same for all.
import { LatchkeyError } from '../../errors.ts'
import { readText } from '../../web/read-text.ts'
import { json } from '../../web/responses.ts'
import { type Parts, storeOf, type Visit } from '../request/parts.ts'
import { applyNotification } from './apply-notification.ts'
import { issueDeletionReceipt } from './deletion-receipt.ts'

const MOST_BYTES = 65_536

/**
 * `POST /auth/notifications/:provider`: 200, or 400 with `{error}` for what the provider did not sign, an old one or a replay;
 * 501 without a store; 503 while store or provider fail, so that the provider tries again.
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
  // As a hash: whatever a provider writes into its id, every store can keep it.
  const mark = `notification:${await parts.platform.sha256(JSON.stringify([issuer, id]))}`
  // RFC 7519 §4.1.7: one that was seen before must not undo what the person has done since.
  if (await store.marks.isUsed(mark)) throw seenBefore()
  for (const event of events) {
    await laterIfFailing(() => applyNotification(parts, visit, { providerId, issuer, event }))
  }
  const isDeletion = events.some(({ kind }) => kind === 'deletion-requested')
  const receipt = isDeletion ? await issueDeletionReceipt(parts, visit) : null
  // Marked when it is done: a retry after a failure must find it undone.
  if (!(await store.marks.useOnce(mark, expiresAt))) throw seenBefore()
  return json((receipt && provider.notifications.deletionAnswer?.(receipt)) ?? {})
}

/** Whatever fails while something is deleted, the application's own table included, is done by the provider's next try. */
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
