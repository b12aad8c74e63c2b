// Apple's server-to-server notifications: a JSON body with one JWT, whose claim `events` is the event as a JSON string.
// https://developer.apple.com/documentation/signinwithapple/processing-changes-for-sign-in-with-apple-accounts
import type {
  Claims,
  NotificationEvent,
  NotificationKind,
  ProviderNotifications,
} from '../../contracts/provider.ts'
import { parseJsonObject } from '../../outbound/json.ts'

/** The documentation says `account-deleted`, but Apple was seen to send `account-delete`. */
const kinds: ReadonlyMap<string, NotificationKind> = new Map<string, NotificationKind>([
  ['consent-revoked', 'consent-revoked'],
  ['account-delete', 'account-deleted'],
  ['account-deleted', 'account-deleted'],
  ['email-disabled', 'email-disabled'],
  ['email-enabled', 'email-enabled'],
])

/** Apple's own tokens of this kind are valid for a day. */
const MOST_AGE_SECONDS = 86_400

/** `appIds`: ids that are accepted in addition to the client id. */
export function appleNotifications(appIds: readonly string[] = []): ProviderNotifications {
  return {
    mostAgeSeconds: MOST_AGE_SECONDS,
    async read({ body, clientId, verifyJwt }) {
      const { payload } = parseJsonObject(body)
      if (typeof payload !== 'string') throw new TypeError('payload is missing')
      const claims = await verifyJwt(payload, [clientId, ...appIds])
      const { jti, iat, events } = claims
      if (typeof jti !== 'string' || jti === '') throw new TypeError('jti is missing')
      if (typeof iat !== 'number') throw new TypeError('iat is missing')
      return { id: jti, issuedAt: iat, events: readEvents(events) }
    },
  }
}

/** Reads one event, or a list, since the claim's name suggests one. */
function readEvents(events: unknown): readonly NotificationEvent[] {
  const value = typeof events === 'string' ? parsed(events) : events
  return (Array.isArray(value) ? value : [value]).map(readEvent)
}

function readEvent(event: unknown): NotificationEvent {
  const { type, sub } = (typeof event === 'object' && event !== null ? event : {}) as Claims
  if (typeof type !== 'string' || typeof sub !== 'string')
    throw new TypeError('events names no type or no sub')
  return { kind: kinds.get(type) ?? null, type, subject: sub }
}

function parsed(text: string): unknown {
  return text.trimStart().startsWith('[') ? (JSON.parse(text) as unknown) : parseJsonObject(text)
}
