// Merges two sets of options: those in the application's code override those from its environment.
import type { ProviderOptions } from '../../contracts/provider-options.ts'

/** Options that are objects; their properties are merged one by one. */
const merged = ['endpoints', 'claimNames', 'authorizationParams', 'tokenParams', 'requestHeaders'] as const

/** `given` overrides `defaults`, except for options that are `undefined`. */
export function optionsOver<Options extends ProviderOptions>(
  given: Options,
  defaults: ProviderOptions,
): Options {
  const options = { ...defaults, ...definedOf(given) }
  const parts = merged.map((name) => {
    const both = given[name] && defaults[name] && { ...defaults[name], ...definedOf(given[name]) }
    return [name, both ?? options[name]]
  })
  return { ...options, ...definedOf(Object.fromEntries(parts)) } as unknown as Options
}

function definedOf(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}
