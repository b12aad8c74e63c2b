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

/** Headers may hold the key of an API: they work as they are, and print as their names. */
export function quietHeaders(
  headers: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> | undefined {
  if (headers === undefined) return undefined
  const names = () => Object.fromEntries(Object.keys(headers).map((name) => [name, '[hidden]']))
  const quiet = { value: names, enumerable: false }
  const copy = Object.defineProperties({ ...headers }, { toJSON: quiet, [inspect]: quiet })
  return Object.freeze(copy)
}

/** Read by `util.inspect` and `console.log` of Node, Deno and Bun. */
const inspect = Symbol.for('nodejs.util.inspect.custom')
