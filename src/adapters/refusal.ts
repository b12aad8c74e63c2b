// How a guard refuses if it is a function that returns who is signed in: it throws this error, and the adapter or the host sends
// the response inside it.

export class Refusal extends Error {
  // h3 1 treats it as an error that was thrown on purpose, and does not report it as a failure of the route.
  static readonly __h3_error__ = true
  override readonly name = 'Refusal'
  readonly response: Response

  constructor(response: Response) {
    super(`The guard of a route answered ${response.status}.`)
    this.response = response
  }

  get status(): number {
    return this.response.status
  }

  get statusCode(): number {
    return this.response.status
  }
}
