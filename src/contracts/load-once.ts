// Loads a module at its first use, so that start-up does not load what only a login needs. Concurrent callers share one load.

/**
 * Returns a function that loads at the first call. A failed load is tried again at the next call, since the cause may be
 * temporary.
 */
export function loadOnce<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }
}
