// A provider that is written in code, completed by the variables behind its prefix: what code says, wins.
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { readProviderOptions } from './provider-options.ts'
import type { StartProblems } from './start-problems.ts'
import type { Environment } from './variables.ts'

/** The provider itself where the environment says nothing about it, or something that cannot be used. */
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

/** Adds the variables that were read to an error about the provider that they describe. */
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
