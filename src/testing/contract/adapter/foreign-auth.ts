// What middlewares of others leave at a request: `auth` and `user` are names that many libraries write. The applications
// of the suite put it there behind ours, and with the header `X-Foreign` in the place of what ours has left.

const user = {
  id: 'mallory',
  name: 'Mallory',
  email: 'mallory@evil.example',
  emailVerified: true,
  picture: null,
}

/** Looks like somebody who is signed in. */
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

/** Writes on what a host has for a request. */
export function leaveForeignAuth(request: object, wantsOurs: boolean): void {
  Object.assign(request, { auth: foreignAuth, user, session: foreignAuth.session })
  if (wantsOurs) Object.assign(request, { latchkey: foreignAuth })
}
