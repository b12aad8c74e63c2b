// Properties that other middleware sets on a request: many libraries write `auth` and `user`. The application under test sets
// them after Latchkey's middleware; with the header `X-Foreign`, it also overwrites what Latchkey has set.

const user = {
  id: 'mallory',
  name: 'Mallory',
  email: 'mallory@evil.example',
  emailVerified: true,
  picture: null,
}

/** Looks like a signed-in user. */
export const foreignAuth: { readonly user: object; readonly session: object; readonly error: null } = {
  user,
  session: {
    id: 'mallory',
    user,
    identity: { provider: 'local', issuer: 'https://evil.example', subject: 'm', providerSessionId: null },
    createdAt: new Date(),
    authenticatedAt: new Date(),
    expiresAt: new Date(Date.now() + 3_600_000),
    endsAt: new Date(Date.now() + 3_600_000),
    acr: null,
  },
  error: null,
}

/** Sets the properties on a host's request object. `wantsOurs`: also overwrites `latchkey`. */
export function leaveForeignAuth(request: object, wantsOurs: boolean): void {
  Object.assign(request, { auth: foreignAuth, user, session: foreignAuth.session })
  if (wantsOurs) Object.assign(request, { latchkey: foreignAuth })
}
