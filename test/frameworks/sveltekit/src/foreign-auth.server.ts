// What other middleware leaves on a request: many libraries write `auth` and `user`. The suite's applications write them
// after Latchkey's middleware, and with the header `X-Foreign` they also overwrite `latchkey`.

const user = {
  id: 'mallory',
  name: 'Mallory',
  email: 'mallory@evil.example',
  emailVerified: true,
  picture: null,
}

/** Looks like a person who is signed in. */
export const foreignAuth = {
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

/** Writes to the object that a host keeps for a request. */
export function leaveForeignAuth(request: object, wantsOurs: boolean): void {
  Object.assign(request, { auth: foreignAuth, user, session: foreignAuth.session })
  if (wantsOurs) Object.assign(request, { latchkey: foreignAuth })
}
