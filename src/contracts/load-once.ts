// The door to what is loaded at its first use: a start waits for nothing that only a login needs, and many who ask at once share
// one load.

/** Loads by the first call. What failed is loaded again by the next one: a file that was missing for a moment may be there. */
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
