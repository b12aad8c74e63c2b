// Who is signed in, as a front end may know it: what `GET /auth/session` answers.

export interface ClientSession {
  readonly user: ClientBaseUser
  /** ISO 8601. Use moves it ahead. */
  readonly expiresAt: string
}

/** What every user has. Beside it, fields of the application's own that the option `clientFields` names. */
export interface ClientBaseUser {
  readonly id: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  readonly picture: string | null
}
