// The options of a native client, and its methods.
import type { DeviceOptions } from './device-sign-in.ts'
import type { SessionStorage } from './kept-session.ts'
import type { NativeCrypto } from './platform-crypto.ts'

/** Options of `nativeClient()`. */
export interface NativeClientOptions {
  /** The address of the application's routes: `https://app.example.com/auth`. `http:` on loopback only. */
  readonly issuer: string
  /** The client's id in the server's option `clients`. */
  readonly clientId: string
  /** The address that the browser comes back to, as registered: `com.example.app:/signed-in`. Not needed for device codes. */
  readonly redirectUri?: string | undefined
  /** Where the session is stored, such as the system's secure storage. */
  readonly storage: SessionStorage
  /** Further origins that the token may be sent to. Default: only the issuer's. */
  readonly apiOrigins?: readonly string[] | undefined
  /** Binds the tokens to a key that is stored with them (RFC 9449). Default: false. */
  readonly dpop?: boolean | undefined
  /** Default: the platform's `fetch`. */
  readonly fetch?: typeof fetch | undefined
  /** Default: WebCrypto. */
  readonly crypto?: NativeCrypto | undefined
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: (() => number) | undefined
  /** Waits between two polls of the device flow. Default: a timer. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined
}

/** A sign-in that has begun. Plain data: it may be stored while the application is in the background, but must stay secret. */
export interface SignInAttempt {
  /** The address to open in the system's browser. */
  readonly url: string
  /** Ties the answer to this attempt. Made by `begin()`. */
  readonly state: string
  /** The PKCE verifier (RFC 7636), which redeems the code. Secret. */
  readonly codeVerifier: string
  /** The address that the browser comes back to. */
  readonly redirectUri: string
}

/** Options of `begin()`. */
export interface BeginOptions {
  /** The address to come back to this time, such as one with a free port. Default: the client's. */
  readonly redirectUri?: string | undefined
  /** The greatest age of the sign-in, in seconds. Default: any. */
  readonly maxAge?: number | undefined
}

/** The client of an application on a phone, a desktop or in a terminal: made by `nativeClient()`. */
export interface NativeClient {
  /** Begins a sign-in. @throws NativeClientError `config_invalid` */
  begin(options?: BeginOptions): Promise<SignInAttempt>
  /**
   * Completes the sign-in with the address that the browser came back to, and stores the session.
   * @throws NativeClientError `denied`, `answer_invalid`, `refused`, `unavailable`
   */
  finish(callback: string, attempt: SignInAttempt): Promise<void>
  /** Signs in without a browser on this device. @throws NativeClientError `denied`, `expired`, `cancelled`, `refused`, `unavailable` */
  signInByDevice(options: DeviceOptions): Promise<void>
  /** Whether a session is stored. The server may have ended it already, which only a call shows. */
  isSignedIn(): Promise<boolean>
  /**
   * Returns a valid access token, refreshed if needed, once for all waiting callers. Null without a session.
   * @throws NativeClientError `unavailable` if it cannot be refreshed at the moment.
   */
  accessToken(): Promise<string | null>
  /**
   * Calls the application with the token. A path is resolved against the issuer's origin. After a 401 it refreshes once and tries again.
   * @throws NativeClientError `signed_out`, `origin_refused`, `unavailable`
   */
  fetch(url: string, init?: RequestInit): Promise<Response>
  /** Removes the session from this device, and ends it on the server if that can be reached. */
  signOut(): Promise<void>
  /** Calls the listener after a sign-in, and when the session is gone. Returns a function that stops it. */
  subscribe(listener: (isSignedIn: boolean) => void): () => void
}
