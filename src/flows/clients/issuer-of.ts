// The issuer of this authorization server (RFC 8414 §2): the public address of the routes.
import type { Settings } from '../../options.ts'
import type { Parts } from '../request/parts.ts'
import type { Place } from '../request/place.ts'

export function issuerOf({ settings }: Pick<Parts, 'settings'>, { origin }: Place): string {
  return `${origin}${settings.publicBasePath}`
}

/** The path of its metadata (RFC 8414 §3). */
export function metadataPathOf({ publicBasePath }: Pick<Settings, 'publicBasePath'>): string {
  return `/.well-known/oauth-authorization-server${publicBasePath}`
}
