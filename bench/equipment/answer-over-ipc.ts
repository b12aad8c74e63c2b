// The counterpart of `child-process.ts`, in the child process: answers questions.

/** Reports over IPC that this process is ready, then answers each question. */
export function answerOverIpc<Question>(answer: (question: Question) => Promise<unknown> | unknown): void {
  process.on('message', async (message: { readonly id: number } & Question) => {
    try {
      process.send?.({ id: message.id, answer: await answer(message) })
    } catch (error) {
      process.send?.({ id: message.id, error: error instanceof Error ? error.stack : String(error) })
    }
  })
  // The parent process is gone, so this one exits too.
  process.on('disconnect', () => process.exit())
  process.send?.({ id: 0, answer: null })
}
