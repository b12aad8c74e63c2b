// The description of a fault of the local identity provider.

/** Where a fault occurs. */
export type FaultPlace = 'authorization' | 'token' | 'id-token' | 'userinfo' | 'jwks' | 'discovery'

/** A fault that the local identity provider produces on request. */
export interface FaultEntry {
  readonly place: FaultPlace
  /** A few words for the page. */
  readonly label: string
  /** What the provider then does. */
  readonly effect: string
  /** Whether it needs ID tokens. Default: false. */
  readonly oidcOnly?: boolean
  /** `false`: cannot be limited to one sign-in, since the request does not show which one it belongs to. Default: true. */
  readonly perSignIn?: boolean
}
