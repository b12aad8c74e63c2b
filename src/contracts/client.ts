// First-party clients that have no cookies: phone apps, desktop programs, command-line tools, front ends of another site.

/** One first-party client, as the option `clients` describes it. */
export interface ClientOptions {
  /** `client_id`: 1 to 64 of `a-z A-Z 0-9 . _ -`. It is not a secret, and these clients have no secret. */
  readonly id: string
  /** The name that people see, on the consent page and in their list of sessions. Default: the id. */
  readonly name?: string | undefined
  /**
   * Where authorization codes may be sent: `https://app.example.com/signed-in`, `com.example.app:/signed-in`, or
   * `http://127.0.0.1/signed-in`, where the port is ignored (RFC 8252 §7). Otherwise compared exactly. Default: none.
   */
  readonly redirectUris?: readonly string[] | undefined
  /** Allows the device flow: the client shows a code that is typed in on another device (RFC 8628). Default: false. */
  readonly device?: boolean | undefined
  /** Tokens are bound to a key of the client (DPoP, RFC 9449); token requests without a proof are refused. Default: false. */
  readonly requireDpop?: boolean | undefined
}

/** `ClientOptions`, checked and with defaults. */
export interface FirstPartyClient {
  readonly id: string
  readonly name: string
  readonly redirectUris: readonly string[]
  readonly device: boolean
  readonly requireDpop: boolean
}

/** The options of `latchkey()` for first-party clients. */
export interface OwnClientOptions {
  /**
   * First-party clients that have no cookies: phone apps, desktop programs, command-line tools, front ends of other sites. They
   * get stored sessions at `/auth/authorize`, `/auth/device` and `/auth/token` (docs/native-clients.md). Needs a store.
   * Default: none.
   */
  readonly clients?: readonly ClientOptions[] | undefined
  /**
   * Accepts sessions by `Authorization: Bearer` (or `DPoP`) as well as by cookie. If a request has this header, its cookies are
   * ignored. Default: false.
   */
  readonly bearer?: boolean | undefined
  /** Lifetime of the access tokens of these clients, in seconds; at most 86,400. Default: 900. */
  readonly accessTokenSeconds?: number | undefined
}

/** `OwnClientOptions`, resolved. */
export interface OwnClientSettings {
  readonly clients: readonly FirstPartyClient[]
  readonly bearer: boolean
  readonly accessTokenSeconds: number
}
