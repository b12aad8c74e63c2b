// Claims of a provider, not yet verified.

/** JSON from a provider: the claims of an ID token, a userinfo response or a profile. */
export type Claims = Readonly<Record<string, unknown>>
