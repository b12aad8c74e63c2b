// How a guard refuses where it is a function that answers who is signed in: it throws this, and the adapter, or the host, sends
// the answer inside.

export class Refusal extends Error {
  // h3 1 takes it for an error that somebody has thrown on purpose: it is not reported as a failure of the route.
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
