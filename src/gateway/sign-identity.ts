// The token that proves to an application that the gateway itself names the person (RFC 7519, RFC 8725).
import { sign } from 'node:crypto'
import type { Session } from '../contracts/session.ts'
import type { SigningKey } from './signing-keys.ts'

export interface SignerOptions {
  readonly key: SigningKey
  readonly issuer: string
  readonly audience: string
  readonly lifetimeSeconds: number
  readonly now: () => number
}

/** Returns a compact JWT for this session. */
export type IdentitySigner = (session: Session) => string

/** A token is reused for a session for half of its lifetime, because a signature costs more than the rest of the check. */
export function createIdentitySigner(options: SignerOptions): IdentitySigner {
  const { key, lifetimeSeconds, now } = options
  const header = encode({ alg: 'ES256', typ: 'JWT', kid: key.id })
  const signed = new WeakMap<Session, { readonly jwt: string; readonly until: number }>()

  return function jwtOf(session) {
    const moment = now()
    const known = signed.get(session)
    if (known && moment < known.until && moment >= known.until - lifetimeSeconds * 500) return known.jwt
    const seconds = Math.floor(moment / 1000)
    const content = `${header}.${encode(claimsOf(session, options, seconds))}`
    const signature = sign('sha256', Buffer.from(content), { key: key.key, dsaEncoding: 'ieee-p1363' })
    const jwt = `${content}.${signature.toString('base64url')}`
    signed.set(session, { jwt, until: moment + lifetimeSeconds * 500 })
    return jwt
  }
}

function claimsOf(session: Session, options: SignerOptions, seconds: number): object {
  const { user, identity, authenticatedAt } = session
  const provedAt = authenticatedAt.getTime()
  return {
    iss: options.issuer,
    aud: options.audience,
    sub: user.id,
    iat: seconds,
    // The token must not outlive the session.
    exp: Math.min(seconds + options.lifetimeSeconds, Math.ceil(session.expiresAt.getTime() / 1000)),
    sid: session.id,
    email: user.email,
    email_verified: user.emailVerified,
    name: user.name,
    picture: user.picture,
    provider: identity.provider,
    provider_issuer: identity.issuer,
    provider_subject: identity.subject,
    ...(provedAt > 0 ? { auth_time: Math.floor(provedAt / 1000) } : {}),
    ...(session.acr === null ? {} : { acr: session.acr }),
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
