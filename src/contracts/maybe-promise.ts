// A value that may be there at once. The session check on Node has no promise in it (docs/decisions/0013);
// the same code waits where the platform has only asynchronous cryptography or the store is across a network.

/** A value, or the promise of one. `await` takes both; `whenReady` costs no promise where none is needed. */
export type MaybePromise<T> = T | Promise<T>

/** Applies `next` to the value: at once where it is there, later where it is promised. */
export function whenReady<T, U>(
  value: MaybePromise<T>,
  next: (value: T) => MaybePromise<U>,
): MaybePromise<U> {
  return value instanceof Promise ? value.then(next) : next(value)
}
