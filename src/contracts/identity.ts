// The identity of a person at a provider. Only issuer and subject identify it (OpenID Connect Core 1.0 §5.1 and §5.7).

/** A provider's claims or profile, mapped to common fields. */
export interface IdentityFields {
  /** The provider's id of the person: never reassigned, compared exactly (case-sensitive), at most 255 characters. */
  readonly subject: string
  /** The address exactly as the provider sent it; null if the person has none or does not share it. */
  readonly email: string | null
  /** True only if the provider states, as a boolean, that the person controls the address. */
  readonly emailVerified: boolean
  readonly name: string | null
  /** An `https:` URL (on loopback `http:` too), or null. */
  readonly picture: string | null
}

/** The key of an identity: never the e-mail address (OpenID Connect Core §5.7). */
export interface IdentityKey {
  readonly issuer: string
  readonly subject: string
}

/** The verified result of one login: who the person is at the provider. */
export interface Identity extends IdentityFields, IdentityKey {
  /** The provider's id in the application's configuration. */
  readonly provider: string
  /** The provider's session (`sid`, OpenID Connect Back-Channel Logout §2.1), or null. */
  readonly providerSessionId: string | null
  /**
   * Set when a second source, such as the userinfo endpoint, failed, or when the provider sends some fields only once: null
   * then means "unknown", and the stored value is kept.
   */
  readonly isPartial?: true | undefined
  /** The raw claims or profile, frozen, for the application's rules. Latchkey does not store them. */
  readonly claims: Readonly<Record<string, unknown>>
}
