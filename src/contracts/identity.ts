// Who a provider says somebody is. OpenID Connect Core 1.0 §5.1 and §5.7: only issuer and subject identify.

/** What a provider's claims or profile say about a person, in our words. */
export interface IdentityFields {
  /** The provider's own, never reassigned id of the person; byte-exact and case-sensitive; at most 255 characters. */
  readonly subject: string
  /** As the provider wrote it, or null: people without an e-mail address are people too. */
  readonly email: string | null
  /** True only where the provider itself says, as a boolean, that the person controls the address. */
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

/** Who the provider says this is: the verified outcome of one login. */
export interface Identity extends IdentityFields, IdentityKey {
  /** The id of the provider, as the application configured it. */
  readonly provider: string
  /** The provider's session (`sid`, OpenID Connect Back-Channel Logout §2.1), or null. */
  readonly providerSessionId: string | null
  /**
   * Set where a second source, such as the userinfo endpoint, could not be used, or where the provider tells some fields only
   * once: null then says "unknown", and what is stored of the person stays.
   */
  readonly isPartial?: true | undefined
  /** The raw claims or profile, frozen: for the application's rules; never stored by Latchkey. */
  readonly claims: Readonly<Record<string, unknown>>
}
