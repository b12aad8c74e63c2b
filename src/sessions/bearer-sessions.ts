// Sessions that a request sends in `Authorization` (RFC 6750 §2.1, RFC 9449 §7.1). The access token is a stored session's
// `id.secret`, sealed for a short time: neither the store nor the seal's secret alone suffices to forge one. Opened tokens are
// cached; their session is looked up at each request, so that its end takes effect at once.
import type { Device } from '../contracts/events.ts'
import { type MaybePromise, whenReady } from '../contracts/maybe-promise.ts'
import type { EpochMilliseconds } from '../contracts/user.ts'
import type { Seal } from '../crypto/seal.ts'
import { LatchkeyError } from '../errors.ts'
import { LimitedMap } from '../web/limited-map.ts'
import { type RequestLine, requestLineOf, type SessionSource, showsSeveral } from './session-source.ts'
import type { ReadSession, RefusedCredential, WaitUntil } from './sessions.ts'

/** The most opened tokens that are cached: about 1 kB each. */
const MOST_OPENED = 10_000
/** RFC 6750 §2.1: the characters of a token. Latchkey's tokens have about 250. */
const AUTHORIZATION = /^(bearer|dpop) +([A-Za-z0-9\-._~+/]{1,2000}=*) *$/i

/** The content of an access token. */
export interface AccessGrant {
  /** `id.secret` of the stored session. */
  readonly token: string
  readonly clientId: string
  /** Thumbprint of the key that it is bound to (RFC 9449 §6.1), or null. */
  readonly thumbprint: string | null
}

/** Short keys, since this is sent with every request. */
interface Payload {
  readonly t: string
  readonly c: string
  readonly j?: string
}

interface OpenedToken {
  readonly grant: AccessGrant
  readonly expiresAt: EpochMilliseconds
}

/** A request with a key-bound token, whose proof must be checked. */
export interface ProofToCheck extends RequestLine {
  readonly proof: string | null
  readonly accessToken: string
  readonly thumbprint: string
}

export interface BearerSessionParts {
  readonly seal: Seal
  readonly now: () => number
  /** Reads the session of an `id.secret`. */
  readonly read: (
    token: string,
    describeDevice: () => Device,
    waitUntil: WaitUntil | undefined,
  ) => MaybePromise<ReadSession | null>
  /** Whether this client is still configured: if not, its tokens are invalid. */
  readonly isClient: (clientId: string) => boolean
  /** Throws a LatchkeyError if the proof is invalid. */
  readonly checkProof: (shown: ProofToCheck) => Promise<void>
}

export interface ShownAuthorization {
  /** The value of the header. */
  readonly header: string
  readonly source: SessionSource
  readonly describeDevice: () => Device
  readonly waitUntil: WaitUntil | undefined
}

export interface BearerSessions {
  /** Returns the session, or the reason for refusing the token. Throws only if the store fails. */
  readonly read: (shown: ShownAuthorization) => MaybePromise<ReadSession | RefusedCredential>
  /** Creates an access token. */
  readonly seal: (grant: AccessGrant, expiresAt: EpochMilliseconds) => MaybePromise<string>
  /** Returns the content of an access token; null if it was not issued here or is no longer valid. */
  readonly open: (token: string) => MaybePromise<AccessGrant | null>
}

export function bearerSessions({
  seal,
  now,
  read,
  isClient,
  checkProof,
}: BearerSessionParts): BearerSessions {
  // The key is the whole header, so that a known one needs no parsing.
  const opened = new LimitedMap<string, OpenedToken>(MOST_OPENED)

  function readShown(shown: ShownAuthorization): MaybePromise<ReadSession | RefusedCredential> {
    // RFC 6750 §2: one token per request. With two, each server on the way might use a different one.
    if (showsSeveral(shown.source)) return severalShown()
    const known = opened.get(shown.header)
    return known ? judge(known, shown) : openShown(shown)
  }

  function openShown(shown: ShownAuthorization): MaybePromise<ReadSession | RefusedCredential> {
    const [, scheme = '', token = ''] = AUTHORIZATION.exec(shown.header) ?? []
    // Fetch §2.2.2: `Headers` joins repeated headers with a comma, which no token contains.
    if (shown.header.includes(',')) return severalShown()
    if (token === '') return refused('the header is not the word Bearer and one token')
    return whenReady(seal.open<Payload>('client-access', token, { now: now() }), (result) => {
      if (result.state === 'expired') return refused('it has expired; use the refresh token')
      if (result.state === 'invalid') return refused('it was not issued here')
      const { t, c, j = null } = result.payload
      if (!isClient(c)) return refused('its client is no longer configured')
      const isDpop = scheme.toLowerCase() === 'dpop'
      // RFC 9449 §7.1: a bound token is refused without its key, whatever scheme the request names.
      if (j !== null && !isDpop) return refused('it is bound to a key: use the scheme DPoP, with a proof')
      if (j === null && isDpop) return refused('it is bound to no key: use the scheme Bearer')
      const entry = { grant: { token: t, clientId: c, thumbprint: j }, expiresAt: result.expiresAt }
      if (j !== null) return prove(entry, token, shown)
      // Only opened tokens are cached, so that invalid ones cannot fill the map.
      opened.set(shown.header, entry)
      return judge(entry, shown)
    })
  }

  function judge(
    { grant, expiresAt }: OpenedToken,
    { header, describeDevice, waitUntil }: ShownAuthorization,
  ): MaybePromise<ReadSession | RefusedCredential> {
    if (expiresAt <= now()) {
      opened.delete(header)
      return refused('it has expired; use the refresh token')
    }
    return whenReady(
      read(grant.token, describeDevice, waitUntil),
      (session) => session ?? refused('its session has ended'),
    )
  }

  async function prove(
    entry: OpenedToken,
    accessToken: string,
    shown: ShownAuthorization,
  ): Promise<ReadSession | RefusedCredential> {
    const line = requestLineOf(shown.source)
    const { thumbprint } = entry.grant
    if (line === null || thumbprint === null) {
      return refused('its proof cannot be checked: the session was read without method and address')
    }
    try {
      await checkProof({ ...line, accessToken, thumbprint })
    } catch (error) {
      if (error instanceof LatchkeyError && error.status < 500) return { refusal: error }
      throw error
    }
    return judge(entry, shown)
  }

  return {
    read: readShown,
    seal: ({ token, clientId, thumbprint }, expiresAt) =>
      seal.seal(
        'client-access',
        { t: token, c: clientId, ...(thumbprint !== null && { j: thumbprint }) } satisfies Payload,
        { expiresAt },
      ),
    open: (token) =>
      whenReady(seal.open<Payload>('client-access', token, { now: now() }), (result) =>
        result.state === 'valid'
          ? { token: result.payload.t, clientId: result.payload.c, thumbprint: result.payload.j ?? null }
          : null,
      ),
  }
}

function severalShown(): RefusedCredential {
  const detail = 'The request shows more than one token: it belongs into one Authorization header.'
  return { refusal: new LatchkeyError('bearer_request_malformed', { detail }) }
}

function refused(why: string): RefusedCredential {
  return { refusal: new LatchkeyError('bearer_invalid', { detail: `The token is refused: ${why}.` }) }
}
