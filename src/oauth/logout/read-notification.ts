// Reads a notification that a provider sends to this server, as the provider declares it, and limits its age: the rules for all
// providers in one place. Any sender can make such a request, so nothing in it counts before its signature is verified.
import type { Claims, SignedNotification } from '../../contracts/provider.ts'
import type { ErrorCode } from '../../errors.ts'
import { readCompactJwt } from '../login/compact-jwt.ts'
import { checkSubject } from '../login/id-token.ts'
import { verifySignedJwt } from '../login/verify-signed-jwt.ts'
import type { ProviderConnection } from '../server/connection.ts'
import { both, Moment } from '../server/expected-and-found.ts'
import { translating } from '../server/translate-error.ts'

/** The parts of the request that the reader uses. */
export interface ReceivedNotification {
  readonly body: string
  readonly mediaType: string
  readonly query: URLSearchParams
}

export interface VerifiedNotification extends SignedNotification {
  readonly issuer: string
  /** Epoch milliseconds; from then on the notification is refused for its age, even with the clock tolerance. */
  readonly expiresAt: number
}

const MOST_AGE_SECONDS = 3_600
/** One request is about one person, or a few. */
const MOST_EVENTS = 20

const otherwise: ErrorCode = 'provider_notification_invalid'

export function readNotification(
  connection: ProviderConnection,
  received: ReceivedNotification,
): Promise<VerifiedNotification | null> {
  const { notifications, issuer } = connection.provider
  if (notifications === undefined) return Promise.resolve(null)
  return translating({ what: 'notification', at: 'notification', otherwise }, async () => {
    const { id, issuedAt, events } = await notifications.read({
      ...received,
      clientId: connection.clientId,
      verifyJwt: (jwt, audiences) => verifyJwt(connection, jwt, audiences),
      verifyHmac: (text, signature) => verifyHmac(connection, text, signature),
    })
    if (typeof id !== 'string' || id === '' || id.length > 4096) throw new TypeError('it has no id')
    if (events.length === 0 || events.length > MOST_EVENTS)
      throw new TypeError('it names no event, or too many')
    for (const { subject } of events) checkSubject(subject)
    const mostAgeSeconds = notifications.mostAgeSeconds ?? MOST_AGE_SECONDS
    checkAge(connection, issuedAt, mostAgeSeconds)
    const expiresAt = Math.ceil((issuedAt + mostAgeSeconds + connection.clockToleranceSeconds + 1) * 1000)
    return { id, issuedAt, events, issuer, expiresAt }
  })
}

function checkAge(
  { now, clockToleranceSeconds }: ProviderConnection,
  issuedAt: unknown,
  mostAgeSeconds: number,
): void {
  const seconds = now() / 1000
  const latest = seconds + clockToleranceSeconds
  if (typeof issuedAt !== 'number' || issuedAt > latest) {
    const expected = new Moment('at most', latest, clockToleranceSeconds)
    throw new TypeError(`its time is missing or in the future.${both(expected, issuedAt)}`)
  }
  // One that was held back would undo what the person has done since; and no id can be remembered forever.
  const earliest = seconds - mostAgeSeconds - clockToleranceSeconds
  if (issuedAt < earliest) {
    const expected = new Moment('after', earliest, mostAgeSeconds + clockToleranceSeconds)
    throw new TypeError(`it is too old.${both(expected, issuedAt)}`)
  }
}

async function verifyJwt(
  connection: ProviderConnection,
  jwt: string,
  audiences: readonly string[],
): Promise<Claims> {
  const unverified = readCompactJwt(jwt, 'JWT')
  const { issuer } = connection.provider
  await verifySignedJwt(connection, unverified, {
    issuer,
    audiences,
    requiredClaims: [],
    purpose: 'notification',
  })
  return unverified.exactClaims
}

async function verifyHmac(
  { clientSecret }: ProviderConnection,
  text: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const secret = await clientSecret()
  // A key that is publicly known proves nothing.
  if (!secret) return false
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, signature, utf8.encode(text))
}
