// PKCE (RFC 7636) according to the provider's fixture. By default, S256 is required.
import type { ProviderFixture } from '../contracts/provider-fixture.ts'
import { ProtocolError } from './protocol-error.ts'
import { equalSecrets, sha256 } from './random-token.ts'

type Policy = NonNullable<ProviderFixture['pkce']>

/** The challenge that a code is bound to. */
export interface CodeChallenge {
  readonly value: string
  readonly method: 'S256' | 'plain'
}

type Find = (name: string) => string | null

/** Returns `null` if the code is not bound, which only some providers allow. Throws `invalid_request`. */
export function readCodeChallenge(find: Find, policy: Policy = 'S256'): CodeChallenge | null {
  const value = find('code_challenge')
  const method = find('code_challenge_method') ?? 'plain'
  if (policy === 'refused') {
    refusePkce(value !== null || find('code_challenge_method') !== null)
    return null
  }
  if (value === null) {
    if (policy === 'ignored') return null
    // RFC 9700 §2.1.1: PKCE for every client.
    throw new ProtocolError('invalid_request', 'PKCE is required: code_challenge is missing.')
  }
  const wanted = policy === 'plain' ? 'plain' : 'S256'
  // RFC 9700 §2.1.1: `plain`, the default of RFC 7636 §4.3, reveals the verifier in the URL.
  if (method !== wanted) {
    throw new ProtocolError('invalid_request', `PKCE is required with code_challenge_method ${wanted}.`)
  }
  if (wanted === 'plain' && !verifierShape.test(value)) {
    throw new ProtocolError('invalid_request', 'code_challenge must have 43 to 128 unreserved characters.')
  }
  if (wanted === 'S256' && !/^[A-Za-z0-9_-]{43}$/.test(value)) {
    throw new ProtocolError('invalid_request', 'code_challenge must be a SHA-256 hash in base64url.')
  }
  return { value, method: wanted }
}

const verifierShape = /^[A-Za-z0-9._~-]{43,128}$/

/** RFC 7636 §4.6: checks the verifier against the challenge. Throws `invalid_request` or `invalid_grant`. */
export function checkCodeVerifier(
  verifier: string | null,
  challenge: CodeChallenge | null,
  policy: Policy = 'S256',
): void {
  if (policy === 'refused') refusePkce(verifier !== null)
  if (challenge === null) return
  if (verifier === null) throw new ProtocolError('invalid_request', 'The parameter code_verifier is missing.')
  const expected = challenge.method === 'plain' ? verifier : sha256(verifier)
  if (!verifierShape.test(verifier) || !equalSecrets(expected, challenge.value)) {
    throw new ProtocolError('invalid_grant', 'code_verifier does not fit the code_challenge.')
  }
}

/** Against RFC 6749 §3.1, some providers refuse unknown parameters. */
function refusePkce(isUsed: boolean): void {
  if (isUsed) throw new ProtocolError('invalid_request', 'PKCE is not supported: leave its parameters out.')
}
