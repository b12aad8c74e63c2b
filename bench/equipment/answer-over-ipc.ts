// The other half of `child-process.ts`: a process of the bench that answers questions.

/** Answers each question over IPC, and says first that this process is ready. */
export function answerOverIpc<Question>(answer: (question: Question) => Promise<unknown> | unknown): void {
  process.on('message', async (message: { readonly id: number } & Question) => {
    try {
      process.send?.({ id: message.id, answer: await answer(message) })
    } catch (error) {
      process.send?.({ id: message.id, error: error instanceof Error ? error.stack : String(error) })
    }
  })
  // The process that started this one is gone, so this one ends too.
  process.on('disconnect', () => process.exit())
  process.send?.({ id: 0, answer: null })
}
