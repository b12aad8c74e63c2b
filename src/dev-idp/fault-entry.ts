// How one fault of the local identity provider is described.

/** Where a fault strikes. */
export type FaultPlace = 'authorization' | 'token' | 'id-token' | 'userinfo' | 'jwks' | 'discovery'

/** A fault that the local identity provider makes on request. */
export interface FaultEntry {
  readonly place: FaultPlace
  /** For the page: a few words. */
  readonly label: string
  /** What the provider does, and so what the application has to withstand. */
  readonly effect: string
  /** Only where there are ID tokens. */
  readonly oidcOnly?: boolean
  /** False: cannot be tied to one sign-in, since the request does not say whose it is. */
  readonly perSignIn?: boolean
}
