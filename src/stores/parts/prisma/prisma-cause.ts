// Finds the database's error inside Prisma's: https://www.prisma.io/docs/orm/reference/error-reference
interface Said {
  readonly originalCode?: unknown
  readonly originalMessage?: unknown
}

/** An error with the database's own code and message, or the error itself if there are none. */
export function prismaCause(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, meta } = error as Error & { code?: unknown; meta?: { driverAdapterError?: { cause?: Said } } }
  // A conflict or deadlock that Prisma recognized itself.
  if (code === 'P2034') return Object.assign(new Error(error.message), { code: '40001' })
  const said = meta?.driverAdapterError?.cause
  if (said?.originalCode === undefined) return error
  return Object.assign(new Error(String(said.originalMessage)), { code: String(said.originalCode) })
}
