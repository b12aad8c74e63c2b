// Wraps a provider's secrets in functions, since code that prints, logs or serializes a provider does not call functions.
// Copies by spread keep working, and reveal nothing either.
import type { ClientKey, SecretMaker } from '../../contracts/provider.ts'

/** Returns a function that returns the secret. */
export function hiddenSecret(secret: string | SecretMaker | undefined): SecretMaker | undefined {
  return typeof secret === 'string' ? async () => secret : secret
}

/** Returns a function that returns the key. */
export function hiddenKey(key: ClientKey | (() => ClientKey) | undefined): (() => ClientKey) | undefined {
  return key === undefined || typeof key === 'function' ? key : () => key
}

/** Copies a record that may contain secrets, such as headers or variables. The copy works the same, but prints only its names. */
export function quietTexts<Texts extends Readonly<Record<string, string | undefined>>>(texts: Texts): Texts {
  const names = () => Object.fromEntries(Object.keys(texts).map((name) => [name, '[hidden]']))
  const quiet = { value: names, enumerable: false }
  return Object.freeze(Object.defineProperties({ ...texts }, { toJSON: quiet, [inspect]: quiet }))
}

/** The symbol that `util.inspect` and `console.log` use in Node, Deno and Bun. */
const inspect = Symbol.for('nodejs.util.inspect.custom')
