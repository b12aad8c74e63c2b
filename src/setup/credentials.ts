// The application's client credentials at a provider, from the options or the environment.
import type { Provider } from '../contracts/provider.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import type { StartProblems } from '../environment/start-problems.ts'
import { LatchkeyError } from '../errors.ts'
import type { ClientCredentials } from '../oauth/server/provider-client.ts'
import type { Settings } from '../options.ts'
import { isDevelopment } from './development.ts'

/**
 * Returns null if there is no client id, so that only the local identity provider can serve the provider.
 *
 * @throws LatchkeyError `config_provider_credentials_missing`, `config_provider_invalid`
 */
export function credentialsOf(provider: Provider): ClientCredentials | null {
  const { clientId, clientSecret, clientKey, variablePrefix } = provider
  if (!clientId) return null
  if (!clientSecret && !clientKey && provider.clientAuthentication !== 'none') {
    throw new LatchkeyError('config_provider_credentials_missing', {
      detail: `${variablePrefix}_CLIENT_SECRET is missing. (A public client says so: ${variablePrefix}_CLIENT_AUTH=none, or clientAuthentication: 'none'.)`,
    })
  }
  // Missing options have example values, which would send a person to the server of another organization.
  if (provider.missingOptions.length > 0) throw optionsMissing(provider)
  return { clientId, clientSecret: clientSecret || null, clientKey }
}

/** Adds everything that is missing to the problems. */
export function checkCredentials(settings: Settings, problems: StartProblems): void {
  const without = settings.providers.filter(
    (provider) => problems.attempt(() => credentialsOf(provider), undefined) === null,
  )
  if (without.length === 0 || isDevelopment(settings)) return
  for (const provider of without) {
    if (provider.missingOptions.length > 0) problems.add(optionsMissing(provider))
  }
  // The local identity provider is not available here.
  const names = without.map(({ variablePrefix: prefix }) => `${prefix}_CLIENT_ID and ${prefix}_CLIENT_SECRET`)
  problems.add(
    new LatchkeyError('config_provider_credentials_missing', { detail: `Missing: ${names.join(', ')}.` }),
  )
}

function optionsMissing({ id, missingOptions, ownOptions, variablePrefix }: Provider): LatchkeyError {
  const wanted = missingOptions.map((option) => {
    const { example, sentence } = ownOptions[option] ?? {}
    return `${option} (${variablePrefix}_${variableOfOption(option)}${example ? `, such as ${example}` : ''}): ${sentence}`
  })
  return new LatchkeyError('config_provider_invalid', {
    detail: `Provider "${id}" needs ${wanted.join(' ')}`,
  })
}
