// What a provider says, before anything of it is believed.

/** JSON as it came from a provider: claims of an ID token, a userinfo answer, a profile. */
export type Claims = Readonly<Record<string, unknown>>
