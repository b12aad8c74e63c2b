// The application's own clients that have no cookies: a telephone, a desktop program, a command line, a front end of
// another site.

/** One first-party client, as the option `clients` describes it. */
export interface ClientOptions {
  /** `client_id`: 1 to 64 of `a-z A-Z 0-9 . _ -`. It is no secret, and such clients have none. */
  readonly id: string
  /** For people, on the page that asks them and in their list of sessions. Default: the id. */
  readonly name?: string | undefined
  /**
   * Where codes may go: `https://app.example.com/signed-in`, `com.example.app:/signed-in`, or
   * `http://127.0.0.1/signed-in`, where any port may follow the address (RFC 8252 §7). Compared to the letter.
   * Default: none.
   */
  readonly redirectUris?: readonly string[] | undefined
  /** It may show a code to type in on another device (RFC 8628). Default: false. */
  readonly device?: boolean | undefined
  /** Its tokens are bound to a key that it holds (DPoP, RFC 9449); without a proof it gets none. Default: false. */
  readonly requireDpop?: boolean | undefined
}

/** The same, checked and complete. */
export interface FirstPartyClient {
  readonly id: string
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly device: boolean
  readonly requireDpop: boolean
}

/** What `latchkey()` knows of them. */
export interface OwnClientOptions {
  /**
   * The application's own clients that have no cookies: telephones, desktop programs, command lines, front ends of other
   * sites. They get stored sessions at `/auth/authorize`, `/auth/device` and `/auth/token` (docs/native-clients.md). Needs a
   * store. Default: none.
   */
  readonly clients?: readonly ClientOptions[] | undefined
  /**
   * Whether a session may be shown by `Authorization: Bearer` (or `DPoP`) beside the cookie. A request that chose the header is
   * judged by it alone: no cookie is looked at. Default: false.
   */
  readonly bearer?: boolean | undefined
  /** How long an access token of such a client is good, in seconds; at most 86,400. Default: 900. */
  readonly accessTokenSeconds?: number | undefined
}

/** The same, resolved. */
export interface OwnClientSettings {
  readonly clients: readonly FirstPartyClient[]
  readonly bearer: boolean
  readonly accessTokenSeconds: number
}
