// The step of a login's timeline that shows the resulting identity.
import type { Identity } from '../../contracts/identity.ts'
import type { TraceStep } from '../../contracts/inspection.ts'

export function identityStep(identity: Identity): TraceStep {
  const { issuer, subject, email, emailVerified, name, picture, isPartial } = identity
  return {
    place: 'identity',
    sentence:
      email === null
        ? 'The provider’s claims name the person, without an e-mail address.'
        : 'The provider’s claims name the person.',
    facts: { issuer, sub: subject, email, emailVerified, name, picture, isPartial: isPartial ?? false },
  }
}
