// RFC 6749 §3.1 and §3.2: servers must ignore unknown parameters. Some refuse those of PKCE instead, with an error that blames the
// client or the request. For such errors the detail names PKCE as a possible cause, and how to turn it off.
import type { Provider } from '../../contracts/provider.ts'
import { variableOf } from '../../contracts/variable-of.ts'
import { LatchkeyError } from '../../errors.ts'

/** Errors of servers that do not know PKCE; others mention it in their description. */
const suspectErrors = new Set(['invalid_client', 'invalid_request'])
const words = /pkce|code[_ ]?(?:verifier|challenge)/i

/** Returns the error, with the suspicion in its detail if it is such a refusal and PKCE was used. */
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
    // Only if the provider itself mentions PKCE is it more than a suspicion.
    facts: words.test(refusal.description ?? '') ? { ...thrown.facts, check: 'pkce' } : thrown.facts,
    retryAfterSeconds,
    ...(thrown.sentence ? { sentence: thrown.sentence } : { forPerson: thrown.forPerson }),
  })
}
