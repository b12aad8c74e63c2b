// Facts about a session's sign-in that have no column of their own. Most sessions have none, so a check parses nothing.
import type { Claims } from '../contracts/claims.ts'

export interface SessionDetails {
  readonly isSilent: boolean
  readonly claims: Claims
  /** The first-party client that holds the session; null for a browser. */
  readonly clientId: string | null
}

const NO_CLAIMS: Claims = Object.freeze({})
const NOTHING: SessionDetails = Object.freeze({ isSilent: false, claims: NO_CLAIMS, clientId: null })

/** Returns null if there is nothing to keep. */
export function writeDetails({
  isSilent = false,
  claims = NO_CLAIMS,
  clientId,
}: {
  readonly isSilent?: boolean | undefined
  readonly claims?: Claims | undefined
  readonly clientId?: string | undefined
}): string | null {
  if (!isSilent && !clientId && Object.keys(claims).length === 0) return null
  return JSON.stringify({ ...(isSilent && { isSilent }), ...(clientId && { clientId }), claims })
}

/** Records that are older than this column have none. */
export function readDetails(text: string | null | undefined): SessionDetails {
  if (!text) return NOTHING
  const {
    isSilent = false,
    claims = NO_CLAIMS,
    clientId = null,
  } = JSON.parse(text) as Partial<SessionDetails>
  return { isSilent, claims: freezeClaims(claims), clientId }
}

/** The session is shared between requests, so none of them may change it. */
export function freezeClaims(claims: Claims): Claims {
  for (const value of Object.values(claims)) freezeDeep(value)
  return Object.freeze(claims)
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) freezeDeep(inner)
  Object.freeze(value)
}
