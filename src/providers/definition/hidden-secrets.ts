// Secrets of a provider as closures: a provider is printed, logged and serialized by many hands, and none of them calls a
// function. Copies by spread keep working, and stay as silent.
import type { ClientKey, SecretMaker } from '../../contracts/provider.ts'

/** The same secret, as a function that answers it. */
export function hiddenSecret(secret: string | SecretMaker | undefined): SecretMaker | undefined {
  return typeof secret === 'string' ? async () => secret : secret
}

/** The same key, as a function that answers it. */
export function hiddenKey(key: ClientKey | (() => ClientKey) | undefined): (() => ClientKey) | undefined {
  return key === undefined || typeof key === 'function' ? key : () => key
}

/** A copy of texts some of which are secret, as headers or variables are: it works as they do, and prints as their names. */
export function quietTexts<Texts extends Readonly<Record<string, string | undefined>>>(texts: Texts): Texts {
  const names = () => Object.fromEntries(Object.keys(texts).map((name) => [name, '[hidden]']))
  const quiet = { value: names, enumerable: false }
  return Object.freeze(Object.defineProperties({ ...texts }, { toJSON: quiet, [inspect]: quiet }))
}

/** Read by `util.inspect` and `console.log` of Node, Deno and Bun. */
const inspect = Symbol.for('nodejs.util.inspect.custom')
