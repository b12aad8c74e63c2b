// Signs in without a browser: with a code that the person types in on another device (RFC 8628). Polls at the interval of the server.
import type { ClientRequests } from './client-requests.ts'
import { refusalIn } from './client-requests.ts'
import { NativeClientError } from './native-client-error.ts'
import type { ProofKey } from './proof-key.ts'

/** What the person must see: the address to open, and the code to compare. */
export interface DeviceCode {
  /** Such as `WDJB-MJHT`. */
  readonly userCode: string
  /** The address to open on another device. */
  readonly verificationUri: string
  /** The address with the code in it, for a link or a QR code. The page still asks the person to compare the code. */
  readonly verificationUriComplete: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/** Options of `signInByDevice()`. */
export interface DeviceOptions {
  /** Shows the code to the person. */
  readonly show: (code: DeviceCode) => void | Promise<void>
  /** Cancels the sign-in. */
  readonly signal?: AbortSignal | undefined
}

export interface DeviceParts {
  readonly requests: ClientRequests
  readonly clientId: string
  readonly key: ProofKey | null
  readonly now: () => number
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>
}

const grantType = 'urn:ietf:params:oauth:grant-type:device_code'

/** Returns the token endpoint's answer. @throws NativeClientError `denied`, `expired`, `cancelled`, `refused`, `unavailable`. */
export async function signInByDevice(
  { requests, clientId, key, now, wait }: DeviceParts,
  { show, signal }: DeviceOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const begun = await requests.post('/device', { client_id: clientId })
  if (begun.status !== 200) throw refusalIn(begun)
  const { device_code, user_code, verification_uri, verification_uri_complete, expires_in, interval } =
    begun.body
  const expiresAt = now() + Number(expires_in) * 1000
  await show({
    userCode: String(user_code),
    verificationUri: String(verification_uri),
    verificationUriComplete: String(verification_uri_complete),
    expiresAt,
  })
  let seconds = typeof interval === 'number' ? interval : 5
  while (now() < expiresAt) {
    await wait(seconds * 1000, signal)
    if (signal?.aborted) throw new NativeClientError('cancelled', 'The sign-in was given up.')
    const fields = { grant_type: grantType, client_id: clientId, device_code: String(device_code) }
    const answer = await requests.post('/token', fields, { key }).catch((error: unknown) => {
      // RFC 8628 §3.5: after a network failure, poll less often.
      if (error instanceof NativeClientError && error.code === 'unavailable') return null
      throw error
    })
    if (answer?.status === 200) return answer.body
    const word = answer?.body.error
    if (word === 'access_denied') throw new NativeClientError('denied', 'The person said no.')
    if (word === 'expired_token') break
    if (answer === null || word === 'slow_down') seconds += 5
    else if (word !== 'authorization_pending') throw refusalIn(answer)
  }
  throw new NativeClientError('expired', 'There was no answer in time.')
}

export function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds)
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    if (signal?.aborted) done()
    else signal?.addEventListener('abort', done)
  })
}
