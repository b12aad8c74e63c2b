// Reads the session of a request by its kind of credential. Synchronous if the sessions are.
import type { Device } from '../../contracts/events.ts'
import type { MaybePromise } from '../../contracts/maybe-promise.ts'
import type { AnyUser } from '../../contracts/user.ts'
import type { Seal } from '../../crypto/seal.ts'
import type { Settings } from '../../options.ts'
import { type BearerSessions, bearerSessions, type ProofToCheck } from '../../sessions/bearer-sessions.ts'
import { ANONYMOUS, answerFor, findCredential, type ShownCredential } from '../../sessions/session-check.ts'
import type { SessionSource } from '../../sessions/session-source.ts'
import type { ReadSession, RefusedCredential, Sessions, WaitUntil } from '../../sessions/sessions.ts'
import { type Core, storeOf } from '../request/parts.ts'
import type { Places } from '../request/place.ts'

export interface CredentialCheckParts {
  readonly settings: Settings
  readonly seal: Seal
  readonly places: Places
  readonly read: Sessions['read']
}

export interface CredentialCheck {
  readonly read: (
    shown: ShownCredential,
    source: SessionSource,
    describeDevice: () => Device,
    waitUntil?: WaitUntil,
  ) => MaybePromise<ReadSession | RefusedCredential | null>
  /** Returns the check of one visit; `userOf` returns the user of a session. */
  readonly checkBy: (userOf: (read: ReadSession) => MaybePromise<AnyUser | null>) => Core['checkOwn']
  readonly bearer: BearerSessions
}

export function createCredentialCheck(parts: CredentialCheckParts): CredentialCheck {
  const { settings, seal, read } = parts
  const checkProof = (shown: ProofToCheck) => checkProofOf(parts, shown)
  const isClient = (clientId: string) => settings.clients.some(({ id }) => id === clientId)
  const bearer = bearerSessions({ seal, now: settings.now, read, isClient, checkProof })
  const readShown: CredentialCheck['read'] = ({ reader, token }, source, describeDevice, waitUntil) => {
    // A cookie contains the session token itself; the token in a header must be opened first.
    if (reader.credential === 'cookie') return read(token, describeDevice, waitUntil)
    return bearer.read({ header: token, source, describeDevice, waitUntil })
  }
  return {
    bearer,
    read: readShown,
    checkBy: (userOf) => (source, place, describeDevice) => {
      const shown = findCredential(source, place.credentials)
      if (!shown) return ANONYMOUS
      return answerFor(shown, readShown(shown, source, describeDevice), userOf)
    },
  }
}

/** Throws `dpop_proof_invalid`. Loads the code with the first bound token, since few applications use them. */
async function checkProofOf(
  { settings, places }: CredentialCheckParts,
  { method, target, host, proof, accessToken, thumbprint }: ProofToCheck,
): Promise<void> {
  const { verifyDpopProof } = await import('../../oauth/resource/dpop-proof.ts')
  const { now, basePath, publicBasePath, clockToleranceSeconds } = settings
  const place = places.find(host) ?? places.latest()
  // If a proxy strips a prefix, the client has signed the URL with the prefix.
  const stripped = publicBasePath.endsWith(basePath) ? publicBasePath.slice(0, -basePath.length) : ''
  await verifyDpopProof(proof, {
    method,
    url: `${place?.origin ?? ''}${stripped}${target}`,
    now: now(),
    clockToleranceSeconds,
    accessToken,
    thumbprint,
    useOnce: (mark, expiresAt) => storeOf({ settings }).marks.useOnce(mark, expiresAt),
    isNonceKnown: null,
  })
}
