// One of Latchkey's own checks that failed, with its name: the developer reads the sentence, programs the name (`ErrorFacts.check`).

export class CheckError extends TypeError {
  /** A claim or parameter by its name, or a word of `ErrorFacts.check`. */
  readonly check: string
  readonly isMissing: true | undefined

  constructor(check: string, message: string, { isMissing = false }: { readonly isMissing?: boolean } = {}) {
    super(message)
    this.check = check
    this.isMissing = isMissing || undefined
  }
}
