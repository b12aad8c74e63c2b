// A time limit for clients that have none of their own.

/** Rejects with `why` if there is no result in time. A later result is dropped; callers that need it must look again. */
export function within<Result>(
  milliseconds: number,
  result: Promise<Result>,
  why = 'no answer in time',
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>()
  const timer = setTimeout(() => reject(new Error(why)), milliseconds)
  result.then(resolve, reject).finally(() => clearTimeout(timer))
  return promise
}
