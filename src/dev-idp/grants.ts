// What a person allowed, and the codes and tokens that stand for it (RFC 6749 §4.1.2, §6; RFC 9700 §2.2.2, §4.14).
// A code works once within 60 seconds; using it or a rotated refresh token again ends the whole grant.
import type { Person } from '../contracts/provider-fixture.ts'
import type { BrowserSession } from './browser-sessions.ts'
import { createExpiringMap } from './expiring-map.ts'
import type { Fault } from './faults.ts'
import type { CodeChallenge } from './pkce.ts'
import { randomToken } from './random-token.ts'

export interface Grant {
  readonly person: Person
  readonly scopes: readonly string[]
  readonly session: Pick<BrowserSession, 'sid' | 'authenticatedAt' | 'acr'>
  readonly nonce: string | null
  /** Whether refresh tokens are handed out. */
  readonly offline: boolean
  /** The fault that was chosen for this one sign-in. */
  readonly fault: Fault | null
  revoked: boolean
}

/** What a code is bound to. */
export interface CodeBinding {
  readonly grant: Grant
  readonly redirectUri: string
  readonly codeChallenge: CodeChallenge | null
}

interface CodeRecord extends CodeBinding {
  readonly redeemableUntil: number
  used: boolean
}

interface AccessToken {
  readonly grant: Grant
  readonly scopes: readonly string[]
}

interface RefreshToken {
  readonly grant: Grant
  used: boolean
}

export interface Grants {
  issueCode(binding: CodeBinding): string
  /** The fault that was chosen for a code's sign-in, without using the code up. */
  peekFault(code: string): Fault | null
  /** Reads and uses up a code. A second use revokes what the first one gave. */
  takeCode(code: string): CodeBinding | null
  /** `shape`: what the token looks like around its random part. */
  issueAccessToken(grant: Grant, scopes: readonly string[], shape: (random: string) => string): string
  issueRefreshToken(grant: Grant): string
  findAccessToken(token: string): AccessToken | null
  /** Reads and uses up a refresh token. A second use revokes the grant. */
  takeRefreshToken(token: string): Grant | null
  /** RFC 7009 §2.1: an access token ends alone, a refresh token with all that came of the grant. */
  revoke(token: string): void
}

export const accessTokenLifetimeSeconds = 3600
const codeLifetimeSeconds = 60
/** How long a used or expired code is recognised as such. */
const codeMemorySeconds = 3600
const refreshTokenLifetimeSeconds = 30 * 24 * 3600

export function createGrants(now: () => number): Grants {
  const codes = createExpiringMap<CodeRecord>({ now })
  const accessTokens = createExpiringMap<AccessToken>({ now })
  const refreshTokens = createExpiringMap<RefreshToken>({ now })
  const after = (seconds: number): number => now() + seconds * 1000

  return {
    issueCode(binding) {
      const code = randomToken()
      const record = { ...binding, redeemableUntil: after(codeLifetimeSeconds), used: false }
      codes.set(code, record, after(codeMemorySeconds))
      return code
    },
    peekFault: (code) => codes.find(code)?.grant.fault ?? null,
    takeCode(code) {
      const record = codes.find(code)
      if (!record) return null
      // RFC 6749 §4.1.2: a code that comes twice has leaked, so the tokens of the first use end too.
      if (record.used) record.grant.revoked = true
      if (record.used || record.redeemableUntil <= now()) return null
      record.used = true
      return record
    },
    issueAccessToken(grant, scopes, shape) {
      const token = shape(randomToken())
      accessTokens.set(token, { grant, scopes }, after(accessTokenLifetimeSeconds))
      return token
    },
    issueRefreshToken(grant) {
      const token = randomToken()
      refreshTokens.set(token, { grant, used: false }, after(refreshTokenLifetimeSeconds))
      return token
    },
    findAccessToken(token) {
      const record = accessTokens.find(token)
      return record && !record.grant.revoked ? record : null
    },
    takeRefreshToken(token) {
      const record = refreshTokens.find(token)
      if (!record) return null
      // RFC 9700 §4.14.2: a rotated refresh token that comes back means that somebody has a copy.
      if (record.used) record.grant.revoked = true
      if (record.grant.revoked) return null
      record.used = true
      return record.grant
    },
    revoke(token) {
      accessTokens.delete(token)
      const refreshToken = refreshTokens.find(token)
      if (refreshToken) refreshToken.grant.revoked = true
    },
  }
}
