// Two sets of options in one: what the application's code says, over what its environment says.
import type { ProviderOptions } from '../../contracts/provider-options.ts'

/** Options that are objects of single settings, merged one by one. */
const merged = ['endpoints', 'claimNames', 'authorizationParams', 'tokenParams', 'requestHeaders'] as const

/** `given` wins wherever it says something; an option that is undefined says nothing. */
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
