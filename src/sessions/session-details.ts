// What a session keeps of its sign-in beyond the columns of the table: most have nothing here, and a check reads nothing.
import type { Claims } from '../contracts/claims.ts'

export interface SessionDetails {
  readonly isSilent: boolean
  readonly claims: Claims
  /** The first-party client that holds the session; null for a browser. */
  readonly clientId: string | null
}

const NO_CLAIMS: Claims = Object.freeze({})
const NOTHING: SessionDetails = Object.freeze({ isSilent: false, claims: NO_CLAIMS, clientId: null })

/** Null where there is nothing to keep. */
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

/** Records from before this column have none. */
export function readDetails(text: string | null | undefined): SessionDetails {
  if (!text) return NOTHING
  const {
    isSilent = false,
    claims = NO_CLAIMS,
    clientId = null,
  } = JSON.parse(text) as Partial<SessionDetails>
  return { isSilent, claims: freezeClaims(claims), clientId }
}

/** The session is shared between requests, so nothing in it may be changed by one of them. */
export function freezeClaims(claims: Claims): Claims {
  for (const value of Object.values(claims)) freezeDeep(value)
  return Object.freeze(claims)
}

function freezeDeep(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) freezeDeep(inner)
  Object.freeze(value)
}
