// Checks the configured providers together: two that are valid on their own may conflict.
import type { Provider } from '../contracts/provider.ts'
import { completeProvider } from '../environment/complete-provider.ts'
import type { StartProblems } from '../environment/start-problems.ts'
import { LatchkeyError } from '../errors.ts'
import { checkBackchannel } from '../outbound/check-backchannel.ts'

export interface ProviderSurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly isProduction: boolean
  readonly problems: StartProblems
}

/** Completes each provider from the environment, and checks that ids and identity keys are unique. Adds faults to the problems. */
export function readProviders(
  providers: readonly Provider[] | undefined,
  { environment, isProduction, problems }: ProviderSurroundings,
): readonly Provider[] {
  if (!providers || providers.length === 0) {
    problems.add(
      invalid(
        'No provider is on: latchkey({ providers: [google(), github()] }), or PROVIDERS=google,github with optionsFromEnvironment.',
      ),
    )
    return []
  }
  const ids = new Set<string>()
  for (const { id } of providers) {
    if (ids.has(id)) problems.add(invalid(`Two providers have the id "${id}".`))
    ids.add(id)
  }
  const completed = providers.map((provider) => completeProvider(provider, environment, problems))
  for (const provider of completed) {
    problems.attempt(() => checkBackchannel(provider, !isProduction), undefined)
  }
  problems.attempt(() => checkIdentityKeys(completed), undefined)
  return Object.freeze(completed)
}

/**
 * An identity is found by issuer and subject (OpenID Connect Core §5.7). If two providers had the same issuer, "alice" of one
 * would sign in as "alice" of the other.
 */
function checkIdentityKeys(providers: readonly Provider[]): void {
  for (const provider of providers) checkSameness(provider, providers)
  const owners = new Map<string, Provider>()
  for (const provider of providers) {
    const { id, issuer, sameIdentitiesAs, missingOptions } = provider
    // Its issuer is an example: only the local identity provider can serve it, with a different issuer for each id.
    if (missingOptions.length > 0) continue
    const owner = owners.get(issuer) ?? provider
    owners.set(issuer, owner)
    if ((owner.sameIdentitiesAs ?? owner.id) === (sameIdentitiesAs ?? id)) continue
    throw invalid(
      `The providers "${owner.id}" and "${id}" have one issuer, ${issuer}: a subject of the one would be the same person as that of the other. Give them issuers of their own (the option issuer of oauth2), or say that they know the same people: sameIdentitiesAs: "${owner.id}" on "${id}".`,
    )
  }
}

/** `sameIdentitiesAs` must name a provider with the same issuer that does not have this option itself. */
function checkSameness({ id, issuer, sameIdentitiesAs }: Provider, providers: readonly Provider[]): void {
  if (sameIdentitiesAs === undefined) return
  const other = providers.find((each) => each.id === sameIdentitiesAs)
  if (other === undefined || other.id === id || other.sameIdentitiesAs !== undefined) {
    throw invalid(
      `Provider "${id}": sameIdentitiesAs must be the id of another configured provider that has no sameIdentitiesAs itself.`,
    )
  }
  if (other.issuer !== issuer) {
    throw invalid(
      `Provider "${id}": sameIdentitiesAs names "${other.id}", which has another issuer: ${other.issuer}.`,
    )
  }
}

function invalid(detail: string): LatchkeyError {
  return new LatchkeyError('config_provider_invalid', { detail })
}
