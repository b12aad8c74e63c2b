// A login attempt: what must be remembered until the provider's callback, sealed in a separate cookie so that parallel tabs do
// not interfere. State and nonce are labelled hashes of the PKCE verifier, so each attempt has one secret and ten fit into the
// cookies.

import type { LoginData } from '../../contracts/gate.ts'
import type { Provider } from '../../contracts/provider.ts'
import { randomText } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import { stateText } from '../../oauth/login/state-text.ts'
import { clearCookie, fitsCookie, readCookie, setCookie } from '../../web/cookies.ts'
import type { Parts, ReadyProvider, Visit } from '../request/parts.ts'
import type { Carried } from '../sign-in/carried-data.ts'
import type { Demand } from '../sign-in/demand.ts'
import { attemptCookieName, attemptsToDrop } from './attempt-cookies.ts'
import { missingCookie, missingState } from './missing-attempt.ts'

export type Intent =
  | { readonly kind: 'login' }
  /** Add the identity to the user of this session, and no other. */
  | { readonly kind: 'link'; readonly sessionId: string }
  /** Sign in again, as the same person (step-up). */
  | { readonly kind: 'confirm'; readonly userId: string }
  /** Sign in without interaction at the provider; if that fails, show the sign-in page. */
  | { readonly kind: 'silent' }
  /** Ask for more permissions for this linked account, in this session only. */
  | { readonly kind: 'authorize'; readonly sessionId: string; readonly accountId: string }

export interface LoginAttempt {
  readonly providerId: string
  /** The configured issuer, to which the seal is bound. */
  readonly issuer: string
  /** The place of the provider, if each login chooses one. */
  readonly loginPlace: string | null
  readonly redirectUri: string
  /** 256 random bits, from which `state` and `nonce` are derived. */
  readonly codeVerifier: string
  readonly state: string
  readonly nonce: string
  readonly returnTo: string
  readonly intent: Intent
  readonly demand: Demand
  /** The scopes to request; null for the provider's configured ones. */
  readonly scopes: readonly string[] | null
  /** The provider was asked to always prompt the person. */
  readonly isConsentAsked: boolean
  /** Begun without a click on Latchkey's pages. */
  readonly isUnasked: boolean
  /** The data that the application attached to the login. */
  readonly carried: Carried | null
  readonly expiresAt: number
}

/** Short keys: a request may contain ten of these cookies. */
interface Payload {
  readonly p: string
  readonly v: string
  readonly u: string
  readonly r: string
  readonly l?: string
  readonly c?: string
  readonly s?: 1
  readonly m?: number
  readonly a?: readonly string[]
  readonly k?: string
  readonly o?: readonly string[]
  readonly q?: 1
  readonly d?: string
  /** The carried data, the page for new people, and the expiry. */
  readonly x?: readonly [LoginData, string | null, number]
}

export interface AttemptWish {
  readonly returnTo: string
  readonly intent: Intent
  readonly demand?: Demand | undefined
  readonly scopes?: readonly string[] | null | undefined
  readonly isConsentAsked?: boolean | undefined
  /** Begun without a click on Latchkey's pages, so it must not drop a login that a click began. */
  readonly isUnasked?: boolean | undefined
  readonly carried?: Carried | null | undefined
}

export async function createAttempt(
  parts: Parts,
  visit: Visit,
  wish: AttemptWish & { readonly ready: ReadyProvider },
): Promise<LoginAttempt> {
  const { configured: provider, loginPlace } = wish.ready
  const codeVerifier = randomText(32, parts.platform.randomBytes)
  return {
    providerId: provider.id,
    issuer: provider.issuer,
    loginPlace,
    redirectUri: redirectUriOf(parts, visit, provider.id),
    codeVerifier,
    ...(await derive(parts, provider, codeVerifier)),
    returnTo: wish.returnTo,
    intent: wish.intent,
    demand: wish.demand ?? {},
    scopes: wish.scopes ?? null,
    isConsentAsked: wish.isConsentAsked ?? false,
    isUnasked: wish.isUnasked ?? false,
    carried: wish.carried ?? null,
    expiresAt: parts.settings.now() + parts.settings.attemptLifetimeSeconds * 1000,
  }
}

/** Returns Set-Cookie values: the new attempt, and the deletion of those that were dropped for it. */
export async function attemptCookies(
  parts: Parts,
  visit: Visit,
  attempt: LoginAttempt,
): Promise<readonly string[]> {
  const { secure } = visit.place.cookies
  const value = await parts.seal.seal('attempt', payloadOf(attempt), {
    expiresAt: attempt.expiresAt,
    context: attempt.issuer,
  })
  const { isUnasked } = attempt
  const name = attemptCookieName(visit, await attemptId(parts, attempt.state), isUnasked)
  // Browsers silently drop a larger cookie, and the callback would find no login.
  if (!fitsCookie(name, value)) {
    throw new LatchkeyError('request_too_large', {
      detail:
        'What this login must remember does not fit into a cookie: fewer scopes or acr values are needed.',
    })
  }
  const dropped = attemptsToDrop(visit, { isUnasked, newBytes: name.length + value.length })
  return [
    ...dropped.map((old) => clearCookie(old, { secure })),
    setCookie(name, value, { maxAgeSeconds: parts.settings.attemptLifetimeSeconds, secure }),
  ]
}

export interface TakenAttempt {
  readonly attempt: LoginAttempt
  /** The full hash of the state, which is marked as used. */
  readonly id: string
  /** The Set-Cookie value that deletes the attempt's cookie; every response to the callback contains it. */
  readonly clearing: string
}

/** Finds this browser's attempt for these parameters. Throws `attempt_*`; sends no request. */
export async function takeAttempt(
  parts: Parts,
  visit: Visit,
  callback: { readonly provider: Provider; readonly state: string | null },
): Promise<TakenAttempt> {
  const { state, provider } = callback
  if (!state) throw missingState()
  const { secure } = visit.place.cookies
  const id = await attemptId(parts, state)
  const asked = readCookie(visit.cookieHeader, attemptCookieName(visit, id, false))
  const name = attemptCookieName(visit, id, asked === null)
  const value = asked ?? readCookie(visit.cookieHeader, name)
  // RFC 9700 §4.7: without the cookie, the login may have been begun in another browser.
  if (!value) throw missingCookie(visit)
  const opened = await parts.seal.open<Payload>('attempt', value, {
    now: parts.settings.now(),
    context: provider.issuer,
  })
  if (opened.state === 'invalid') throw await whyInvalid(parts, visit, { value, provider })
  if (opened.state === 'expired') throw new LatchkeyError('attempt_expired')
  const payload = opened.payload
  const derived = await derive(parts, provider, payload.v)
  // The cookie's name contains only eight characters of a hash, so compare the state itself.
  if (!parts.platform.equals(derived.state, state)) throw new LatchkeyError('attempt_missing')
  // RFC 9700 §4.4: an authorization response of one provider must not be redeemed at another.
  if (payload.p !== provider.id || payload.u !== redirectUriOf(parts, visit, provider.id)) {
    throw new LatchkeyError('attempt_wrong_provider')
  }
  return {
    id,
    clearing: clearCookie(name, { secure }),
    attempt: {
      providerId: payload.p,
      issuer: provider.issuer,
      loginPlace: payload.d ?? null,
      redirectUri: payload.u,
      codeVerifier: payload.v,
      ...derived,
      returnTo: payload.r,
      intent: intentOf(payload),
      demand: { maxAgeSeconds: payload.m, acrValues: payload.a },
      scopes: payload.o ?? null,
      isConsentAsked: payload.q === 1,
      isUnasked: asked === null,
      carried: carriedIn(payload),
      expiresAt: opened.expiresAt,
    },
  }
}

function payloadOf({ intent, demand, carried, ...attempt }: LoginAttempt): Payload {
  return {
    p: attempt.providerId,
    v: attempt.codeVerifier,
    u: attempt.redirectUri,
    r: attempt.returnTo,
    ...(intent.kind === 'link' ? { l: intent.sessionId } : {}),
    ...(intent.kind === 'authorize' ? { l: intent.sessionId, k: intent.accountId } : {}),
    ...(intent.kind === 'confirm' ? { c: intent.userId } : {}),
    ...(intent.kind === 'silent' ? { s: 1 } : {}),
    ...(demand.maxAgeSeconds === undefined ? {} : { m: demand.maxAgeSeconds }),
    ...(demand.acrValues === undefined ? {} : { a: demand.acrValues }),
    ...(attempt.scopes ? { o: attempt.scopes } : {}),
    ...(attempt.isConsentAsked ? { q: 1 } : {}),
    ...(attempt.loginPlace === null ? {} : { d: attempt.loginPlace }),
    ...(carried ? { x: [carried.data, carried.newUserPath, carried.until] } : {}),
  }
}

function carriedIn({ x }: Payload): Carried | null {
  return x ? { data: x[0], newUserPath: x[1], until: x[2] } : null
}

function intentOf({ l, k, c, s }: Payload): Intent {
  if (l && k) return { kind: 'authorize', sessionId: l, accountId: k }
  if (l) return { kind: 'link', sessionId: l }
  if (c) return { kind: 'confirm', userId: c }
  return { kind: s ? 'silent' : 'login' }
}

/** Opening the seal with another provider's issuer distinguishes a mix-up from an unknown key. */
async function whyInvalid(
  parts: Parts,
  visit: Visit,
  { value, provider }: { readonly value: string; readonly provider: Provider },
): Promise<LatchkeyError> {
  for (const { issuer } of await visit.providers()) {
    if (issuer === provider.issuer) continue
    const opened = await parts.seal.open('attempt', value, { now: parts.settings.now(), context: issuer })
    if (opened.state !== 'invalid') return new LatchkeyError('attempt_wrong_provider')
  }
  return new LatchkeyError('attempt_invalid')
}

/** The label comes first, so that neither hash can be computed from the PKCE challenge by length extension. */
async function derive(
  { platform }: Parts,
  provider: Provider,
  codeVerifier: string,
): Promise<{ state: string; nonce: string }> {
  return {
    state: stateText(provider, await platform.sha256(`state ${codeVerifier}`)),
    nonce: await platform.sha256(`nonce ${codeVerifier}`),
  }
}

/** The full hash of the state, which is marked as used. */
export async function attemptId(parts: Pick<Parts, 'platform'>, state: string): Promise<string> {
  return parts.platform.sha256(state)
}

export function redirectUriOf(parts: Parts, visit: Visit, providerId: string): string {
  return `${visit.place.origin}${parts.settings.publicBasePath}/callback/${providerId}`
}
