// One of Latchkey's own checks failed. Developers read the message; programs read the check's name (`ErrorFacts.check`).

export class CheckError extends TypeError {
  /** The name of a claim or parameter, or a word of `ErrorFacts.check`. */
  readonly check: string
  readonly isMissing: true | undefined

  constructor(check: string, message: string, { isMissing = false }: { readonly isMissing?: boolean } = {}) {
    super(message)
    this.check = check
    this.isMissing = isMissing || undefined
  }
}
