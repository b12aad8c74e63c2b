// A limit on waiting for what can be done without.

/** What `result` becomes, or `otherwise` when that takes too long. */
export function firstOf<T>(result: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const timer = setTimeout(() => resolve(otherwise), milliseconds)
  result.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}
