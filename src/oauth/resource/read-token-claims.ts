// Reads the claims of an access token, which its signature or the issuer's answer has proved: the checks that both kinds share, and
// the form that routes see. RFC 9068 §2.2 and §4, RFC 7662 §2.2, RFC 9470 §6.
import type { Claims } from '../../contracts/claims.ts'
import { checkSubject } from '../login/id-token.ts'
import { both, Moment } from '../server/expected-and-found.ts'
import type { IssuerSettings } from './read-resource-options.ts'
import type { AccessToken } from './resource-options.ts'

export interface ClaimsCheck {
  readonly issuer: IssuerSettings
  /** Milliseconds since 1970. */
  readonly now: number
  readonly clockToleranceSeconds: number
  /** Which claims a token may lack: none for JWTs. */
  readonly mayLack: { readonly exp: boolean; readonly sub: boolean; readonly aud: boolean }
}

/** The claims twice: in `checked` numbers stay numbers; `exact` is passed on. */
export interface TokenClaims {
  readonly checked: Claims
  readonly exact: Claims
}

/** @throws TypeError that names the faulty claim, what was expected and what was found. */
export function readTokenClaims({ checked, exact }: TokenClaims, check: ClaimsCheck): AccessToken {
  const { issuer } = check
  checkKind(checked)
  checkAudience(checked.aud, check)
  checkTimes(checked, check)
  const subject = exact.sub ?? null
  if (subject !== null || !check.mayLack.sub) checkSubject(subject)
  return Object.freeze({
    issuer: issuer.issuer,
    subject,
    clientId: textOf(exact.client_id) ?? textOf(exact.azp),
    scopes: Object.freeze(scopesIn(checked, issuer.scopeClaim)),
    audience: Object.freeze(audiencesIn(checked.aud)),
    expiresAt: typeof checked.exp === 'number' ? checked.exp * 1000 : null,
    acr: textOf(checked.acr),
    authenticatedAt: typeof checked.auth_time === 'number' ? checked.auth_time * 1000 : null,
    keyThumbprint: keyIn(checked.cnf),
    claims: Object.freeze({ ...exact }),
  })
}

/** The claims by which issuers name the kind: Keycloak, Ory Hydra and Amazon Cognito, OpenIddict, and RFC 7662 §2.2. */
const kindClaims = ['typ', 'token_use', 'token_usage', 'token_type'] as const
const otherKind =
  /^(?:urn:ietf:params:oauth:token-type:)?(?:refresh|offline|id|logout|code|authorization_code|device_code)(?:[_-]?token)?$/i

function checkKind(claims: Claims): void {
  for (const name of kindClaims) {
    const kind = claims[name]
    // RFC 7662 §2.1: an issuer can be asked about refresh tokens too, and says that they are active.
    if (typeof kind === 'string' && otherKind.test(kind))
      throw new TypeError(`${name} names another kind of token.${both('an access token', kind)}`)
  }
}

function checkAudience(aud: unknown, { issuer, mayLack }: ClaimsCheck): void {
  if (mayLack.aud && (aud === undefined || aud === null)) return
  // RFC 9068 §4, RFC 9700 §4.10.2: a token for another API, perhaps stolen there, must not be accepted by this one.
  if (!audiencesIn(aud).some((audience) => issuer.audiences.includes(audience)))
    throw new TypeError(`aud is not this API.${both(issuer.audiences, aud)}`)
}

function checkTimes({ exp, nbf, iat }: Claims, { now, clockToleranceSeconds, mayLack }: ClaimsCheck): void {
  const seconds = now / 1000
  const earliest = new Moment('after', seconds - clockToleranceSeconds, clockToleranceSeconds)
  const latest = new Moment('at most', seconds + clockToleranceSeconds, clockToleranceSeconds)
  if (exp !== undefined || !mayLack.exp) {
    if (typeof exp !== 'number' || !Number.isFinite(exp) || exp <= seconds - clockToleranceSeconds)
      throw new TypeError(`exp is past.${both(earliest, exp)}`)
  }
  for (const [name, value] of Object.entries({ nbf, iat })) {
    if (value === undefined) continue
    if (typeof value !== 'number' || value > seconds + clockToleranceSeconds)
      throw new TypeError(`${name} is in the future.${both(latest, value)}`)
  }
}

/**
 * The key that the token is bound to. A binding of another kind cannot be checked here, and a bound token without a proof is invalid
 * (RFC 7800 §3.1, RFC 8705 §3).
 */
function keyIn(cnf: unknown): string | null {
  if (cnf === undefined || cnf === null) return null
  const { jkt, ...others } = (typeof cnf === 'object' ? cnf : {}) as Readonly<Record<string, unknown>>
  const [other] = Object.keys(others)
  if (typeof jkt !== 'string' || jkt === '' || other !== undefined) {
    throw new TypeError(`cnf binds it to something that cannot be proved here.${both('jkt', other)}`)
  }
  return jkt
}

/** A text with blanks between the scopes, or a list: in the configured claim, otherwise in `scope` or `scp`. */
function scopesIn(claims: Claims, name: string | undefined): readonly string[] {
  const value = name === undefined ? (claims.scope ?? claims.scp) : claims[name]
  const list: readonly unknown[] =
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : []
  return list.filter((scope): scope is string => typeof scope === 'string' && scope !== '')
}

function audiencesIn(aud: unknown): readonly string[] {
  return [aud].flat().filter((each): each is string => typeof each === 'string')
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
