// Sessions without a store: the cookie contains the sealed identity, and nothing is looked up. Sign-out clears the cookie and
// is remembered by this process; a copied cookie is still accepted by other processes until it expires.
import type { Claims } from '../contracts/claims.ts'
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { Session, SessionIdentity } from '../contracts/session.ts'
import type { EpochMilliseconds, User } from '../contracts/user.ts'
import type { Platform } from '../crypto/platform.ts'
import { randomText } from '../crypto/platform.ts'
import type { Seal } from '../crypto/seal.ts'
import { LatchkeyError } from '../errors.ts'
import { LimitedMap } from '../web/limited-map.ts'
import { ownCopy } from '../web/own-copy.ts'
import { freezeClaims } from './session-details.ts'
import type { AcceptsUnbound, Lifetimes, ReadSession, Sessions } from './sessions.ts'
import { absoluteEnd, secondsUntil } from './sessions.ts'

/** Leaves room for the cookie's name and attributes within the browsers' limit of 4,096 bytes. */
const MOST_TOKEN_BYTES = 3_800
/** The most opened cookies that are cached, so that a cookie in frequent use is opened once. */
const MOST_OPENED = 10_000
/** The most ended sessions that this process remembers, to refuse copies of their cookies. */
const MOST_ENDED = 100_000

const NO_CLAIMS: Claims = Object.freeze({})

/** Short keys, since this is sent with every request. */
interface Payload {
  readonly i: string
  readonly u: User
  readonly p: SessionIdentity
  readonly c: EpochMilliseconds
  readonly a: EpochMilliseconds
  /** When it was sealed: renewal is measured from it. */
  readonly s: EpochMilliseconds
  readonly e: EpochMilliseconds
  readonly r: string | null
  /** Silent. */
  readonly q?: 1
  /** Claims. */
  readonly d?: Claims
  /** The application's fields, as JSON. */
  readonly f?: string
}

interface OpenedCookie {
  readonly read: ReadSession
  readonly expiresAt: EpochMilliseconds
  readonly renewAt: EpochMilliseconds
  readonly payload: Payload
}

export interface SealedSessionParts {
  readonly seal: Seal
  readonly platform: Platform
  readonly lifetimes: Lifetimes
  readonly now: () => number
  /** Default: none. */
  readonly acceptsUnbound?: AcceptsUnbound | undefined
  /** Called with each session that is created from a cookie. */
  readonly onMade?: ((session: Session) => unknown) | undefined
  /** Called with each session that was ended in this process. */
  readonly onEnded?: ((session: Session) => unknown) | undefined
}

export function sealedSessions(parts: SealedSessionParts): Sessions {
  const { seal, platform, lifetimes, now, acceptsUnbound, onMade } = parts
  const acceptUnbound = acceptsUnbound !== undefined
  const opened = new LimitedMap<string, OpenedCookie>(MOST_OPENED)
  const ended = new LimitedMap<string, true>(MOST_ENDED)

  function read(token: string): MaybePromise<ReadSession | null> {
    const known = opened.get(token)
    if (known) return accept(token, known)
    return whenReady(seal.open<Payload>('session', token, { now: now(), acceptUnbound }), (result) => {
      if (result.state !== 'valid') return null
      // It does not name the application that sealed it.
      if (result.isUnbound && acceptsUnbound?.(result.payload.p.provider) === false) return null
      const entry = remember(token, result.payload, result)
      return accept(token, entry)
    })
  }

  /** Expiry is checked at every request, not only when the cookie was opened. */
  function accept(token: string, entry: OpenedCookie): MaybePromise<ReadSession | null> {
    const moment = now()
    if (entry.expiresAt <= moment || entry.payload.e <= moment || ended.has(entry.payload.i)) {
      opened.delete(token)
      return null
    }
    if (moment < entry.renewAt) return entry.read
    const payload = { ...entry.payload, s: moment }
    return whenReady(sealed(payload), ({ token: renewed, maxAgeSeconds, session }) => ({
      session,
      userFields: payload.f ?? null,
      renewed: { token: renewed, maxAgeSeconds },
    }))
  }

  /** Only opened cookies are cached, so that invalid ones cannot fill the map. */
  function remember(
    token: string,
    payload: Payload,
    result: { readonly expiresAt: number; readonly isNewestKey: boolean },
  ): OpenedCookie {
    const entry: OpenedCookie = {
      read: { session: made(payload, result.expiresAt), userFields: payload.f ?? null, renewed: null },
      expiresAt: result.expiresAt,
      // A cookie of an old key, or without an audience, is resealed at once, so that the old key can be retired.
      renewAt: result.isNewestKey ? payload.s + lifetimes.renewAfter : 0,
      payload,
    }
    opened.set(ownCopy(token), entry)
    return entry
  }

  function sealed(
    payload: Payload,
  ): MaybePromise<{ token: string; maxAgeSeconds: number; session: Session }> {
    const expiresAt = Math.min(payload.s + lifetimes.idle, payload.e)
    return whenReady(seal.seal('session', payload, { expiresAt }), (token) => {
      if (token.length > MOST_TOKEN_BYTES) {
        // Omit a long picture address or name rather than refuse the sign-in.
        const shorter = shortened(payload)
        if (shorter) return sealed(shorter)
        throw new LatchkeyError('session_too_large', { detail: largestFields(payload) })
      }
      return {
        token,
        maxAgeSeconds: secondsUntil(expiresAt, payload.s),
        session: made(payload, expiresAt),
      }
    })
  }

  function made(payload: Payload, expiresAt: EpochMilliseconds): Session {
    const session = toSession(payload, expiresAt)
    onMade?.(session)
    return session
  }

  return {
    read,
    async start(signIn) {
      const moment = now()
      return sealed({
        i: randomText(16, platform.randomBytes),
        u: signIn.user,
        p: signIn.identity,
        c: signIn.continues?.createdAt.getTime() ?? moment,
        a: signIn.authenticatedAt,
        s: moment,
        e: absoluteEnd(signIn, moment, lifetimes),
        r: signIn.acr,
        ...(signIn.isSilent && { q: 1 }),
        ...(signIn.claims && Object.keys(signIn.claims).length > 0 && { d: signIn.claims }),
        ...(signIn.userFields && { f: signIn.userFields }),
      })
    },
    async end(session) {
      ended.set(session.id, true)
      parts.onEnded?.(session)
    },
  }
}

/** Removes the picture, then the name; null if nothing more can be removed. */
function shortened(payload: Payload): Payload | null {
  const { u: user } = payload
  if (user.picture !== null) return { ...payload, u: { ...user, picture: null } }
  return user.name === null ? null : { ...payload, u: { ...user, name: null } }
}

function toSession(payload: Payload, expiresAt: EpochMilliseconds): Session {
  return Object.freeze({
    id: payload.i,
    user: Object.freeze(payload.u),
    identity: Object.freeze(payload.p),
    createdAt: new Date(payload.c),
    authenticatedAt: new Date(payload.a),
    expiresAt: new Date(expiresAt),
    endsAt: new Date(payload.e),
    acr: payload.r,
    isSilent: payload.q === 1,
    claims: payload.d ? freezeClaims(payload.d) : NO_CLAIMS,
    clientId: null,
  })
}

function largestFields({ u: user, d: claims = NO_CLAIMS, f: fields }: Payload): string {
  return Object.entries({ ...user, ...claims, fields })
    .map(([name, value]) => ({ name, bytes: sizeOf(value) }))
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 3)
    .map(({ name, bytes }) => `${name} (${bytes} bytes)`)
    .join(', ')
}

function sizeOf(value: unknown): number {
  return (typeof value === 'string' ? value : (JSON.stringify(value ?? '') ?? '')).length
}
