// Whose client the application is at a provider: from the call, completed by the environment.
import type { Provider } from '../contracts/provider.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import type { StartProblems } from '../environment/start-problems.ts'
import { LatchkeyError } from '../errors.ts'
import type { ClientCredentials } from '../oauth/server/provider-client.ts'
import type { Settings } from '../options.ts'
import { isDevelopment } from './development.ts'

/**
 * Null where there is no client id, so that only the local identity provider can stand in.
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
  // An example stands in for each: a person would be sent to the server of another organization.
  if (provider.missingOptions.length > 0) throw optionsMissing(provider)
  return { clientId, clientSecret: clientSecret || null, clientKey }
}

/** Everything that is missing, at once. */
export function checkCredentials(settings: Settings, problems: StartProblems): void {
  const without = settings.providers.filter(
    (provider) => problems.attempt(() => credentialsOf(provider), undefined) === null,
  )
  if (without.length === 0 || isDevelopment(settings)) return
  for (const provider of without) {
    if (provider.missingOptions.length > 0) problems.add(optionsMissing(provider))
  }
  // Nothing may stand in for them here.
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
