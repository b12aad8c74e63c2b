// What a native client is made of, and what it can do.
import type { DeviceOptions } from './device-sign-in.ts'
import type { SessionStorage } from './kept-session.ts'
import type { NativeCrypto } from './platform-crypto.ts'

/** Options of `nativeClient()`. */
export interface NativeClientOptions {
  /** The address of the application's routes: `https://app.example.com/auth`. `http:` on loopback only. */
  readonly issuer: string
  /** As the server's option `clients` has it. */
  readonly clientId: string
  /** Where the browser comes back to, as registered there: `com.example.app:/signed-in`. Not needed for device codes. */
  readonly redirectUri?: string | undefined
  /** Where the session is kept, such as the secure storage of the system. */
  readonly storage: SessionStorage
  /** Further origins that may get the token. Default: the issuer's alone. */
  readonly apiOrigins?: readonly string[] | undefined
  /** Binds the tokens to a key that is kept beside them (RFC 9449). Default: false. */
  readonly dpop?: boolean | undefined
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined
  /** Default: WebCrypto. */
  readonly crypto?: NativeCrypto | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Waits between two questions of the device flow. Default: a timer. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
}

/** A sign-in under way. Plain data: it may be kept while the application is in the background, and must be given to no one else. */
export interface SignInAttempt {
  /** What the system's browser opens. */
  readonly url: string
  readonly state: string
  readonly codeVerifier: string
  readonly redirectUri: string
}

/** Options of `begin()`. */
export interface BeginOptions {
  /** Where the browser comes back to this time, such as a port that was free. Default: the client's. */
  readonly redirectUri?: string | undefined
  /** Asks for a sign-in that is at most so many seconds old. Default: any. */
  readonly maxAge?: number | undefined
}

/** The client of an application on a phone, a desktop or in a terminal: made by `nativeClient()`. */
export interface NativeClient {
  /** Begins a sign-in. @throws NativeClientError `config_invalid` */
  begin(options?: BeginOptions): Promise<SignInAttempt>
  /**
   * Ends it with the address that the browser came back to, and keeps the session.
   * @throws NativeClientError `denied`, `answer_invalid`, `refused`, `unavailable`
   */
  finish(callback: string, attempt: SignInAttempt): Promise<void>
  /** Signs in without a browser here. @throws NativeClientError `denied`, `expired`, `cancelled`, `refused`, `unavailable` */
  signInByDevice(options: DeviceOptions): Promise<void>
  /** Whether a session is kept. It may have ended meanwhile: a call says so. */
  isSignedIn(): Promise<boolean>
  /**
   * A valid access token, refreshed where needed: once, however many callers wait. Null without a session.
   * @throws NativeClientError `unavailable` where it cannot be refreshed at the moment.
   */
  accessToken(): Promise<string | null>
  /**
   * Calls the application with the token. A path resolves against the issuer's origin. A 401 is answered by one refresh and one more try.
   * @throws NativeClientError `signed_out`, `origin_refused`, `unavailable`
   */
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Forgets the session here, and ends it at the server as well as that can be reached. */
  signOut(): Promise<void>
  /** Is called when somebody has signed in, and when the session is gone; answers what stops that. */
  subscribe(listener: (isSignedIn: boolean) => void): () => void
}
