// What a run has made is taken away at its end, and also when a signal ends the run before that.
import { constants } from 'node:os'

const undone = new Set<() => Promise<void>>()
let isListening = false

/** Answers the same work, done once: when it is called, or else at SIGINT or SIGTERM, which then end the process. */
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
      // What is under way fails now that its ground goes; that must not end the process before all is gone.
      process.on('uncaughtException', () => {})
      // The latest first: what was made later may stand on what was made before.
      for (const undo of [...undone].reverse()) await undo().catch(console.error)
      process.exit(128 + constants.signals[signal])
    })
  }
}
