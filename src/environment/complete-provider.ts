// Completes a provider that is configured in code with the variables of its prefix. Options in code take precedence.
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { readProviderOptions } from './provider-options.ts'
import type { StartProblems } from './start-problems.ts'
import type { Environment } from './variables.ts'

/** Returns the provider unchanged if the environment has no variables for it, or invalid ones. */
export function completeProvider(
  provider: Provider,
  environment: Environment,
  problems: StartProblems,
): Provider {
  const { id, variablePrefix: prefix, ownOptions } = provider
  const options = readProviderOptions({ environment, id, prefix, ownOptions }, problems)
  if (options === null) return provider
  return problems.attempt(
    () => namingVariables({ environment, prefix }, () => provider.withDefaults(options)),
    provider,
  )
}

/** Adds the names of the variables that were read to a provider's configuration error. */
export function namingVariables<T>(
  { environment, prefix }: { readonly environment: Environment; readonly prefix: string },
  make: () => T,
): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof LatchkeyError) || error.code !== 'config_provider_invalid') throw error
    const names = Object.keys(environment).filter(
      (name) => name.startsWith(`${prefix}_`) && environment[name],
    )
    throw new LatchkeyError('config_provider_invalid', {
      detail: `${error.detail} It is described by ${names.join(', ')}.`,
      cause: error,
    })
  }
}
