// Signing in from a command line: in the person's own browser, which returns to a port of this machine, if it can be opened; otherwise
// with a code that the person types in on another device (RFC 8252 §7.3, RFC 8628).
import {
  type DeviceCode,
  type NativeClient,
  NativeClientError,
  type NativeClientOptions,
  nativeClient,
} from '../native/index.ts'
import { listenForCallback } from './listen-for-callback.ts'
import { type OpenBrowser, openBrowserOf } from './open-browser.ts'

/** Options of `terminalClient()`. */
export interface TerminalClientOptions extends Omit<NativeClientOptions, 'redirectUri'> {
  /** The path of the registered `http://127.0.0.1/signed-in`; its port is not compared. Default: `/signed-in`. */
  readonly callbackPath?: string | undefined
  /** Opens the browser; resolves to false if that is impossible. Default: the system's own command. */
  readonly openBrowser?: OpenBrowser | undefined
  /** Writes a line for the person. Default: to standard error, which keeps standard output for the program's own output. */
  readonly print?: ((line: string) => void) | undefined
  /** What the browser shows at the end. Default: "Thank you. You can close this window and go back to the terminal." */
  readonly doneText?: string | undefined
}

/** Options of `signIn()`. */
export interface TerminalSignIn {
  /** `browser`: only in the browser of this machine. `device`: only with a code. Default: the browser if it opens, otherwise a code. */
  readonly by?: 'browser' | 'device' | undefined
  /** Cancels the sign-in. */
  readonly signal?: AbortSignal | undefined
}

/** The client of a command line: made by `terminalClient()`. */
export interface TerminalClient extends Omit<NativeClient, 'begin' | 'finish' | 'signInByDevice'> {
  /**
   * Signs in and keeps the session. Waits for the person, ten minutes at most.
   * @throws NativeClientError `denied`, `expired`, `cancelled`, `refused`, `unavailable`, `answer_invalid`
   */
  signIn(options?: TerminalSignIn): Promise<void>
}

const longestMilliseconds = 600_000

/**
 * Makes no request yet. @throws NativeClientError `config_invalid`
 *
 * @example
 * ```ts
 * import { homedir } from 'node:os'
 * import { fileStorage, terminalClient } from 'latchkey/terminal'
 *
 * const client = terminalClient({
 *   issuer: 'https://app.example.com/auth',
 *   clientId: 'cli',
 *   storage: fileStorage(`${homedir()}/.config/acme/session`),
 * })
 * if (!(await client.isSignedIn())) await client.signIn()
 * const me = await client.fetch('/api/me')
 * console.log(await me.json())
 * ```
 */
export function terminalClient(options: TerminalClientOptions): TerminalClient {
  const {
    callbackPath = '/signed-in',
    openBrowser = openBrowserOf({ platform: process.platform, environment: process.env }),
    print = (line) => void process.stderr.write(`${line}\n`),
    doneText = 'Thank you. You can close this window and go back to the terminal.',
    ...rest
  } = options
  if (!/^\/[A-Za-z0-9._~/-]*$/.test(callbackPath))
    throw new NativeClientError('config_invalid', 'callbackPath must be a path such as "/signed-in".')
  const { begin, finish, signInByDevice, ...client } = nativeClient(rest)

  /** Resolves to false if no browser opens. */
  async function signInByBrowser(signal: AbortSignal): Promise<boolean> {
    const listener = await listenForCallback(callbackPath, { text: doneText })
    try {
      const attempt = await begin({ redirectUri: listener.redirectUri })
      const called = listener.called(attempt.state, signal)
      if (!(await openBrowser(attempt.url))) return false
      print('Your browser has been opened to sign you in. If it shows nothing, open this address there:')
      print(`  ${attempt.url}`)
      const callback = await called
      if (callback === null) throw new NativeClientError('cancelled', 'The sign-in was given up.')
      await finish(callback, attempt)
      return true
    } finally {
      await listener.close()
    }
  }

  function show({ userCode, verificationUri, verificationUriComplete }: DeviceCode): void {
    print(`Open ${verificationUri} on any device, sign in, and type in this code:`)
    print(`  ${userCode}`)
    print(`Or open ${verificationUriComplete} and compare the code.`)
  }

  return Object.freeze<TerminalClient>({
    ...client,
    async signIn({ by, signal } = {}) {
      const tooLate = AbortSignal.timeout(longestMilliseconds)
      const giveUp = signal ? AbortSignal.any([signal, tooLate]) : tooLate
      if (
        by !== 'device' &&
        (await signInByBrowser(giveUp).catch((error) => Promise.reject(late(error, tooLate))))
      )
        return
      if (by === 'browser')
        throw new NativeClientError('refused', 'No browser can be opened on this machine.')
      await signInByDevice({ show, signal: giveUp })
    },
  })
}

function late(error: unknown, tooLate: AbortSignal): unknown {
  const isLate = tooLate.aborted && error instanceof NativeClientError && error.code === 'cancelled'
  return isLate ? new NativeClientError('expired', 'There was no answer in time.') : error
}
