// The state that an application with its own sessions must keep until the browser comes back from the provider: plain data, so that
// any session can store it. RFC 6749 §10.12, RFC 7636 §7.1, RFC 9700 §4.4.
import type { Provider } from '../../contracts/provider.ts'
import { randomText } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import type { AuthorizationRequest } from './authorization-url.ts'
import type { ExpectedCallback } from './check-callback.ts'
import { stateText } from './state-text.ts'

/** A login that has begun. Keep it in the server-side session of the browser that began it, and use it only once. */
export interface Attempt extends ExpectedCallback {
  /** The provider's id. */
  readonly provider: string
  /** The provider's issuer. */
  readonly issuer: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

/** The options of one login; all are optional. */
export type BeginOptions = Pick<
  AuthorizationRequest,
  'scopes' | 'prompt' | 'maxAgeSeconds' | 'acrValues' | 'loginHint' | 'params'
>

interface NewAttempt extends BeginOptions {
  readonly redirectUri: string
  readonly expiresAt: number
}

/** State, nonce and verifier are new at each call: 256 random bits each. */
export function createAttempt(
  provider: Provider,
  { redirectUri, expiresAt, maxAgeSeconds, acrValues }: NewAttempt,
): Attempt {
  return {
    provider: provider.id,
    issuer: provider.issuer,
    redirectUri,
    expiresAt,
    state: stateText(provider, randomText(32)),
    nonce: randomText(32),
    codeVerifier: randomText(32),
    ...(maxAgeSeconds !== undefined && { maxAgeSeconds }),
    ...(acrValues !== undefined && { acrValues }),
  }
}

/** @throws LatchkeyError `attempt_missing`, `attempt_wrong_provider`, `attempt_expired`. */
export function checkAttempt(
  attempt: Attempt | null | undefined,
  { provider, now }: { readonly provider: Provider; readonly now: () => number },
): asserts attempt is Attempt {
  // RFC 9700 §4.7: without an attempt in this browser's session, this login was started elsewhere.
  if (!attempt) throw new LatchkeyError('attempt_missing')
  // RFC 9700 §4.4: the answer of one provider must not be redeemed at another.
  if (attempt.provider !== provider.id || attempt.issuer !== provider.issuer) {
    throw new LatchkeyError('attempt_wrong_provider')
  }
  if (attempt.expiresAt <= now()) throw new LatchkeyError('attempt_expired')
}
