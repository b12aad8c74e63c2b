// The signed-in user, as a front end may see it: the response of `GET /auth/session`.

export interface ClientSession {
  readonly user: ClientBaseUser
  /** ISO 8601. Extended when the session is used. */
  readonly expiresAt: string
}

/** The fields that every user has. The option `clientFields` adds fields of the application. */
export interface ClientBaseUser {
  readonly id: string
  readonly email: string | null
  readonly emailVerified: boolean
  readonly name: string | null
  readonly picture: string | null
}
