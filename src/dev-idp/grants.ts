// What a person allowed, and the codes and tokens issued for it (RFC 6749 §4.1.2, §6; RFC 9700 §2.2.2, §4.14).
// A code works once, within 60 seconds. Reusing it or a rotated refresh token revokes the whole grant.
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
  /** Whether refresh tokens are issued. */
  readonly offline: boolean
  /** The fault that was set for this one sign-in. */
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
  /** Returns the fault that was set for a code's sign-in, without using the code. */
  peekFault(code: string): Fault | null
  /** Uses a code, once. A second use revokes the tokens of the first. */
  takeCode(code: string): CodeBinding | null
  /** `shape`: makes the token from its random part. */
  issueAccessToken(grant: Grant, scopes: readonly string[], shape: (random: string) => string): string
  issueRefreshToken(grant: Grant): string
  findAccessToken(token: string): AccessToken | null
  /** Uses a refresh token, once. A second use revokes the grant. */
  takeRefreshToken(token: string): Grant | null
  /** RFC 7009 §2.1: revokes a single access token, or with a refresh token the whole grant. */
  revoke(token: string): void
}

export const accessTokenLifetimeSeconds = 3600
const codeLifetimeSeconds = 60
/** How long used and expired codes are remembered. */
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
      // RFC 6749 §4.1.2: a code that is used twice has leaked, so the tokens of the first use are revoked too.
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
      // RFC 9700 §4.14.2: if a rotated refresh token is used again, another party has a copy.
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
