// Keeps the latest requests, so that a test can count them. Contains no secrets.
import type { Exchange, RequestRecord } from './exchange.ts'

export interface RequestLog {
  /** Oldest first. */
  readonly records: readonly RequestRecord[]
  /** Adds a record. Returns a function that adds later details to it. */
  readonly record: (record: RequestRecord) => Exchange['note']
}

const mostRecords = 1_000

export function createRequestLog(): RequestLog {
  const records: RequestRecord[] = []
  return {
    records,
    record(record) {
      const kept = { ...record }
      records.push(kept)
      if (records.length > mostRecords) records.shift()
      return (more) => void Object.assign(kept, more)
    },
  }
}
