// Revocable sessions: the browser has `id.secret`, the store a hash of the secret. A stolen table cannot be used to sign in,
// and deleting the row ends the session.
import type { Device } from '../contracts/events.ts'
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session, SessionRecord } from '../contracts/session.ts'
import type { Store } from '../contracts/store.ts'
import type { User } from '../contracts/user.ts'
import type { Platform } from '../crypto/platform.ts'
import { randomText } from '../crypto/platform.ts'
import { timeOrderedHandle } from '../crypto/time-ordered-handle.ts'
import { ownCopy } from '../web/own-copy.ts'
import { hasMoved, latestDevice } from './device-change.ts'
import { type KnownSession, sessionCache } from './session-cache.ts'
import { readDetails, writeDetails } from './session-details.ts'
import type { AcceptsUnbound, Lifetimes, ReadSession, Sessions, WaitUntil } from './sessions.ts'
import { absoluteEnd, secondsUntil } from './sessions.ts'

const ID_LENGTH = 22
/** The id, and 32 bytes of secret, base64url. */
const TOKEN = /^([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/

export interface StoredSessionParts {
  readonly store: Store
  readonly platform: Platform
  readonly lifetimes: Lifetimes
  readonly now: () => number
  /** The application to which the sessions belong: those of another one in the same store are not accepted. Default: none. */
  readonly audience?: string | undefined
  /** Default: none. */
  readonly acceptsUnbound?: AcceptsUnbound | undefined
  /** How long a session may be cached between two reads of the store; 0 reads it each time. */
  readonly cacheSeconds: number
  /** Receives the error of a failed renewal, which does not affect the request. */
  readonly onRenewalError: (error: unknown) => void
  /** Called when a session is used from another device than before, once per change. */
  readonly onMoved?: (record: SessionRecord, after: Device) => unknown
  /** Called with each session that is created from a record. */
  readonly onMade?: ((session: Session) => unknown) | undefined
  /** Called when a session was added. */
  readonly onStarted?: (() => void) | undefined
}

interface ShownToken {
  readonly token: string
  readonly secret: string
  readonly describeDevice: () => Device
  readonly waitUntil: WaitUntil | undefined
}

const unknownDevice = (): Device => ({ userAgent: null, clientAddress: null })

export function storedSessions(parts: StoredSessionParts): Sessions {
  const { store, platform, lifetimes, now, audience, acceptsUnbound } = parts
  const renewing = new Set<string>()
  const cache = sessionCache({
    store,
    toSession: ({ session, user }) => made(session, user),
    cacheMilliseconds: parts.cacheSeconds * 1000,
  })

  function read(
    token: string,
    describeDevice: () => Device = unknownDevice,
    waitUntil?: WaitUntil,
  ): MaybePromise<ReadSession | null> {
    const known = cache.peek(token.slice(0, ID_LENGTH))
    // The same token was verified before.
    if (known?.proven && platform.equals(known.proven, token)) return judge(known, describeDevice, waitUntil)
    const match = TOKEN.exec(token)
    if (!match) return null
    const [, id = '', secret = ''] = match
    return whenReady(cache.find(id), (found) =>
      found ? prove(found, { token, secret, describeDevice, waitUntil }) : null,
    )
  }

  function prove(found: KnownSession, shown: ShownToken): MaybePromise<ReadSession | null> {
    const { secretHash, provider } = found.record
    return whenReady(hashOf(shown.secret), (hash) => {
      if (platform.equals(secretHash, hash)) return admit(found, shown)
      // The hash may be from a release before 0.2, and then does not include the application.
      if (audience === undefined || !acceptsUnbound?.(provider)) return null
      return whenReady(platform.sha256(shown.secret), (unbound) =>
        platform.equals(secretHash, unbound) ? admit(found, shown) : null,
      )
    })
  }

  /** The hash includes the application, so that sessions of another application in this store are not accepted. */
  function hashOf(secret: string): MaybePromise<string> {
    return platform.sha256(audience === undefined ? secret : `${audience}\n${secret}`)
  }

  function admit(found: KnownSession, { token, describeDevice, waitUntil }: ShownToken): ReadSession | null {
    found.proven = ownCopy(token)
    return judge(found, describeDevice, waitUntil)
  }

  /** The expiry is checked at every request, whether the record was cached or read. */
  function judge(
    { record, read }: KnownSession,
    describeDevice: () => Device,
    waitUntil: WaitUntil | undefined,
  ): ReadSession | null {
    const moment = now()
    if (record.expiresAt <= moment || record.endsAt <= moment) {
      // Another server may have extended the expiry: the next check reads the store.
      cache.forget(record.id)
      return null
    }
    if (moment - record.lastSeenAt >= lifetimes.renewAfter) {
      const work = renew(record, moment, describeDevice())
      if (work) waitUntil?.(work)
    }
    return read
  }

  /** In the background: the cookie lasts until the absolute end, so the browser needs no new one. */
  function renew(record: SessionRecord, moment: number, seen: Device): Promise<unknown> | null {
    if (renewing.has(record.id)) return null
    renewing.add(record.id)
    const device = latestDevice(record, seen)
    const expiresAt = Math.min(moment + lifetimes.idle, record.endsAt)
    return store.sessions
      .extend(record.id, { lastSeenAt: moment, expiresAt, ...device })
      .then((isAlive) => {
        // The new device is now stored, so the same change is not reported again.
        return isAlive && hasMoved(record, device) ? parts.onMoved?.(record, device) : null
      })
      .catch(parts.onRenewalError)
      .finally(() => renewing.delete(record.id))
  }

  function made(record: SessionRecord, user: User): Session {
    const session = toSession(record, user)
    parts.onMade?.(session)
    return session
  }

  return {
    read,
    async start(signIn) {
      const moment = now()
      const secret = randomText(32, platform.randomBytes)
      const endsAt = absoluteEnd(signIn, moment, lifetimes)
      const record: SessionRecord = {
        id: signIn.id ?? timeOrderedHandle(moment, platform),
        secretHash: await hashOf(secret),
        userId: signIn.user.id,
        ...signIn.identity,
        createdAt: signIn.continues?.createdAt.getTime() ?? moment,
        authenticatedAt: signIn.authenticatedAt,
        lastSeenAt: moment,
        expiresAt: Math.min(moment + lifetimes.idle, endsAt),
        endsAt,
        acr: signIn.acr,
        sealedIdToken: signIn.sealedIdToken,
        userAgent: signIn.userAgent,
        clientAddress: signIn.clientAddress,
        details: writeDetails(signIn),
      }
      await store.sessions.insert(record)
      parts.onStarted?.()
      return {
        session: made(record, signIn.user),
        token: `${record.id}.${secret}`,
        maxAgeSeconds: secondsUntil(endsAt, moment),
      }
    },
    async end(session) {
      await store.sessions.delete(session.id)
    },
  }
}

function toSession(record: SessionRecord, user: User): Session {
  const { provider, issuer, subject, providerSessionId } = record
  const { isSilent, claims, clientId } = readDetails(record.details)
  return Object.freeze({
    id: record.id,
    user: Object.freeze(user),
    identity: Object.freeze({ provider, issuer, subject, providerSessionId }),
    createdAt: new Date(record.createdAt),
    authenticatedAt: new Date(record.authenticatedAt),
    expiresAt: new Date(record.expiresAt),
    endsAt: new Date(record.endsAt),
    acr: record.acr,
    isSilent,
    claims,
    clientId,
  })
}
