// A value that may be available synchronously. The session check on Node uses no promise (docs/decisions/0013); the same code
// awaits where cryptography is asynchronous or the store is across a network.

/** A value or a promise of it. `await` accepts both; `whenReady` creates no promise for a plain value. */
export type MaybePromise<T> = T | Promise<T>

/** Applies `next` to the value: synchronously for a plain value, later for a promise. */
export function whenReady<T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value)
}
