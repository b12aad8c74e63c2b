// A first-party client without cookies: a phone, a desktop program, a command line. It sends the person to the system's browser, stores
// the resulting session, and calls the application with valid tokens. RFC 8252, RFC 7636, RFC 9207.
import { checkIssuer, formOf, originOf } from './address.ts'
import { codeIn } from './callback-code.ts'
import { createClientRequests, refusalIn } from './client-requests.ts'
import { signInByDevice, waitFor } from './device-sign-in.ts'
import { type KeptSession, readSession, sessionIn, writeSession } from './kept-session.ts'
import { NativeClientError } from './native-client-error.ts'
import type { NativeClient, NativeClientOptions } from './native-client-options.ts'
import { hashText, platformCrypto, randomText } from './platform-crypto.ts'
import { createProofKey, type ProofKey, proofKeyOf } from './proof-key.ts'
import { createServerClock } from './server-clock.ts'

/** Looked up at each call, because a host may install another `fetch` later. */
const platformFetch = (...request: Parameters<typeof fetch>): Promise<Response> => fetch(...request)

/** An access token is refreshed this long before its end. */
const earlyMilliseconds = 30_000

/**
 * Makes no request yet. @throws NativeClientError `config_invalid`
 *
 * @example
 * ```ts
 * import { nativeClient } from 'latchkey/native'
 *
 * declare const secrets: { get(): Promise<string | null>; set(text: string | null): Promise<void> }
 * declare function openBrowser(url: string): Promise<string>
 *
 * export const client = nativeClient({
 *   issuer: 'https://app.example.com/auth',
 *   clientId: 'phone',
 *   redirectUri: 'com.example.app:/signed-in',
 *   storage: { load: () => secrets.get(), save: (text) => secrets.set(text) },
 * })
 *
 * export async function signIn(): Promise<void> {
 *   const attempt = await client.begin()
 *   await client.finish(await openBrowser(attempt.url), attempt)
 * }
 * ```
 */
export function nativeClient(options: NativeClientOptions): NativeClient {
  const { issuer, clientId, storage, crypto = platformCrypto, now = Date.now, dpop = false } = options
  checkIssuer(issuer)
  const origin = originOf(issuer) ?? ''
  const fetch = options.fetch ?? platformFetch
  const clock = createServerClock(now)
  const requests = createClientRequests({ issuer, fetch, clock })
  const allowed = [origin, ...(options.apiOrigins ?? []).map((each) => originOf(each) ?? '')]
  const owner = { issuer, clientId }
  const listeners = new Set<(isSignedIn: boolean) => void>()
  let refreshing: Promise<KeptSession | null> | null = null
  /** The key of the session, or of the sign-in that is running. */
  let key: ProofKey | null = null

  const load = async (): Promise<KeptSession | null> => readSession(await storage.load(), owner)
  const tell = (isSignedIn: boolean): void => {
    for (const listener of listeners) listener(isSignedIn)
  }

  async function keep(
    body: Readonly<Record<string, unknown>>,
    proofKey: ProofKey | null,
  ): Promise<KeptSession> {
    const refreshKey = await randomText(crypto, 24)
    const session = sessionIn(body, { now: now(), privateJwk: proofKey?.privateJwk ?? null, refreshKey })
    // Saved before it is used: losing the refresh token would end the session. Its idempotency key is saved with it, so that a refresh
    // with a lost answer can be repeated even after a restart.
    await storage.save(writeSession(session, owner))
    key = proofKey
    return session
  }

  async function keyFor({ privateJwk }: KeptSession): Promise<ProofKey | null> {
    if (privateJwk === null) return null
    if (key?.privateJwk.x !== privateJwk.x) key = await proofKeyOf(privateJwk, clock.now)
    return key
  }

  async function forget(): Promise<void> {
    await storage.save(null)
    tell(false)
  }

  /** A session with an access token that is valid and not the refused one; null if there is no session any more. */
  async function validSession(refused: string | null = null): Promise<KeptSession | null> {
    const session = await load()
    if (!session || isLiving(session, refused)) return session
    const lock = storage.lock ?? ((work) => work())
    refreshing ??= lock(() => refresh(refused)).finally(() => {
      refreshing = null
    })
    return refreshing
  }

  function isLiving({ accessToken, expiresAt }: KeptSession, refused: string | null): boolean {
    return accessToken !== refused && expiresAt - earlyMilliseconds > now()
  }

  async function refresh(refused: string | null): Promise<KeptSession | null> {
    // Another process may have refreshed it already.
    const session = await load()
    if (!session || isLiving(session, refused)) return session
    const proofKey = await keyFor(session)
    const fields = { grant_type: 'refresh_token', client_id: clientId, refresh_token: session.refreshToken }
    try {
      const answer = await requests.post('/token', fields, {
        key: proofKey,
        idempotencyKey: session.refreshKey,
      })
      if (answer.status === 200) return await keep(answer.body, proofKey)
      if (answer.body.error !== 'invalid_grant') throw refusalIn(answer)
    } catch (error) {
      // A token that has not expired can still be used.
      const isLivingStill = session.accessToken !== refused && session.expiresAt > now()
      if (isLivingStill && error instanceof NativeClientError && error.code === 'unavailable') return session
      throw error
    }
    await forget()
    return null
  }

  async function call(
    url: string,
    init: RequestInit,
    session: KeptSession,
    nonce: string | null = null,
  ): Promise<Response> {
    const proofKey = await keyFor(session)
    const headers = new Headers(init.headers)
    headers.set('authorization', `${proofKey ? 'DPoP' : 'Bearer'} ${session.accessToken}`)
    if (proofKey) {
      const { accessToken } = session
      headers.set('dpop', await proofKey.prove({ method: init.method ?? 'GET', url, accessToken, nonce }))
    }
    try {
      return await fetch(url, { ...init, headers, credentials: 'omit' })
    } catch (error) {
      if (init.signal?.aborted) throw error
      throw new NativeClientError('unavailable', `${originOf(url)} does not answer.`, error)
    }
  }

  return Object.freeze<NativeClient>({
    async begin({ redirectUri = options.redirectUri, maxAge } = {}) {
      if (redirectUri === undefined) throw new NativeClientError('config_invalid', 'redirectUri is missing.')
      const [state, codeVerifier] = await Promise.all([randomText(crypto, 16), randomText(crypto, 32)])
      const query = formOf({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: redirectUri,
        code_challenge: await hashText(crypto, codeVerifier),
        code_challenge_method: 'S256',
        state,
        max_age: maxAge === undefined ? undefined : String(maxAge),
      })
      return { url: `${issuer}/authorize?${query}`, state, codeVerifier, redirectUri }
    },

    async finish(callback, { state, codeVerifier, redirectUri }) {
      const code = codeIn(callback, { state, redirectUri, issuer })
      const proofKey = dpop ? await createProofKey(clock.now) : null
      const grant = { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri }
      const answer = await requests.post(
        '/token',
        { ...grant, code, code_verifier: codeVerifier },
        { key: proofKey },
      )
      if (answer.status !== 200) throw refusalIn(answer)
      await keep(answer.body, proofKey)
      tell(true)
    },

    async signInByDevice(deviceOptions) {
      const proofKey = dpop ? await createProofKey(clock.now) : null
      const parts = { requests, clientId, key: proofKey, now, wait: options.wait ?? waitFor }
      await keep(await signInByDevice(parts, deviceOptions), proofKey)
      tell(true)
    },

    isSignedIn: async () => (await load()) !== null,
    accessToken: async () => (await validSession())?.accessToken ?? null,

    async fetch(given, init = {}) {
      const url = given.startsWith('/') && !given.startsWith('//') ? `${origin}${given}` : given
      const target = originOf(url)
      // Checked before any token is read: an address from outside must not decide where the token is sent.
      if (target === null || !allowed.includes(target))
        throw new NativeClientError(
          'origin_refused',
          `${target ?? 'This address'} is none of the apiOrigins.`,
        )
      const session = await validSession()
      if (!session) throw new NativeClientError('signed_out', 'There is no session.')
      const first = await call(url, init, session)
      const nonce = session.isBound ? first.headers.get('dpop-nonce') : null
      // A streamed body has been used up.
      const canRepeat = init.body === undefined || init.body === null || typeof init.body === 'string'
      if (first.status !== 401 || !canRepeat) return first
      if (nonce !== null) return call(url, init, session, nonce)
      // Only the server of this client says what time it is, not another API.
      if (session.isBound && target === origin && clock.learn(first)) return call(url, init, session)
      const renewed = await validSession(session.accessToken)
      if (!renewed) throw new NativeClientError('signed_out', 'The session has ended.')
      return renewed.accessToken === session.accessToken ? first : call(url, init, renewed)
    },

    async signOut() {
      // A refresh that is running would store its session afterwards.
      await refreshing?.catch(() => null)
      const session = await load()
      await forget()
      if (!session) return
      // If the server cannot be reached, the session expires there by itself; on this device it is gone in any case.
      await requests.post('/revoke', { client_id: clientId, token: session.refreshToken }).catch(() => null)
    },

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  })
}
