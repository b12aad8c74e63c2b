// A limit on waiting for an optional result.

/** Resolves to `result`, or to `otherwise` if that takes too long. */
export function firstOf<T>(result: Promise<T>, milliseconds: number, otherwise: T): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const timer = setTimeout(() => resolve(otherwise), milliseconds)
  result.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}
