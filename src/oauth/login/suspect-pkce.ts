// RFC 6749 §3.1 and §3.2: unknown parameters are to be ignored. Some servers refuse those of PKCE instead, with words that
// blame the client or the request: then the detail names PKCE as a suspect, and how to leave it out.
import type { Provider } from '../../contracts/provider.ts'
import { variableOf } from '../../contracts/variable-of.ts'
import { LatchkeyError } from '../../errors.ts'

/** What servers answer that know no PKCE; some others say it in words. */
const suspectErrors = new Set(['invalid_client', 'invalid_request'])
const words = /pkce|code[_ ]?(?:verifier|challenge)/i

/** The error, with the suspicion in its detail where it is a refusal that fits and the parameter was sent. */
export function suspectPkce(
  thrown: unknown,
  provider: Provider,
  parameter: 'code_challenge' | 'code_verifier',
): unknown {
  if (!(thrown instanceof LatchkeyError) || provider.deviations.pkce === 'none') return thrown
  const { code, detail, refusal, cause, retryAfterSeconds } = thrown
  if (!refusal) return thrown
  const isSuspect = suspectErrors.has(refusal.error ?? '') || words.test(refusal.description ?? '')
  if (!isSuspect) return thrown
  return new LatchkeyError(code, {
    detail: `${detail} If all else is right: some providers answer so to PKCE (${parameter}). The option pkce: 'none', or the variable ${variableOf(provider.id)}_PKCE=0 (with OIDC_ before it for those of OIDC_PROVIDERS), leaves it out.`,
    refusal,
    cause,
    // Only the provider's own words make it more than a suspicion.
    facts: words.test(refusal.description ?? '') ? { ...thrown.facts, check: 'pkce' } : thrown.facts,
    retryAfterSeconds,
    ...(thrown.sentence ? { sentence: thrown.sentence } : { forPerson: thrown.forPerson }),
  })
}
