// The facts of a provider's response that apply to the new session: read once, in one place, so that no flow can drop a limit.
import type { Claims } from '../../contracts/claims.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { isStorable } from '../../web/plain-text.ts'
import type { Parts } from '../request/parts.ts'
import { contextOf } from '../sign-in/fetch-identity.ts'
import type { ProviderAnswer } from '../sign-in/keep-answer.ts'
import { provenMoment } from '../sign-in/proven-moment.ts'
import { fieldsOf } from './apply-fields.ts'
import { namedClaims } from './named-claims.ts'

const MOST_ACR_CHARACTERS = 255

export interface SignInFacts {
  readonly acr: string | null
  /** 0 if no time is proven. */
  readonly authenticatedAt: EpochMilliseconds
  /** The provider's limit (`session_expiry`); null if there is none. */
  readonly endsBefore: EpochMilliseconds | null
  readonly isSilent: boolean
  /** The claims that the option `session.claims` names. */
  readonly claims: Claims
  /** The fields that the option `fieldsFrom` derives from the claims; null without this option. */
  readonly fields: Claims | null
}

/** Throws `session_too_large`, and what `fieldsFrom` throws. */
export async function factsOf(parts: Parts, answer: ProviderAnswer): Promise<SignInFacts> {
  const { acr, session_expiry } = answer.tokens.idTokenClaims ?? {}
  const { ready, identity } = answer
  return {
    acr: typeof acr === 'string' && acr.length <= MOST_ACR_CHARACTERS && isStorable(acr) ? acr : null,
    authenticatedAt: provenMoment(parts, answer),
    endsBefore: typeof session_expiry === 'number' ? session_expiry * 1000 : null,
    isSilent: answer.attempt.intent.kind === 'silent',
    claims: namedClaims(parts, identity.claims),
    fields: await fieldsOf(
      parts,
      identity,
      contextOf(ready.provider, identity, answer.attempt.carried?.data ?? null),
    ),
  }
}
