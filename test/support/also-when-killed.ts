// Cleans up what a run created, at its end or when a signal ends it earlier.
import { constants } from 'node:os'

const undone = new Set<() => Promise<void>>()
let isListening = false

/** Returns a function that runs `undo` once: when called, or at SIGINT or SIGTERM, which then end the process. */
export function alsoWhenKilled(undo: () => Promise<void>): () => Promise<void> {
  listen()
  const undoOnce = async (): Promise<void> => {
    if (undone.delete(undoOnce)) await undo()
  }
  undone.add(undoOnce)
  return undoOnce
}

function listen(): void {
  if (isListening) return
  isListening = true
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      // Work in progress may fail during the cleanup. That must not end the process before the cleanup is done.
      process.on('uncaughtException', () => {})
      // Latest first: later parts may depend on earlier ones.
      for (const undo of [...undone].reverse()) await undo().catch(console.error)
      process.exit(128 + constants.signals[signal])
    })
  }
}
