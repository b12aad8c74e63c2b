// The name of this authorization server (RFC 8414 §2): where its routes live, as browsers reach them.
import type { Settings } from '../../options.ts'
import type { Parts } from '../request/parts.ts'
import type { Place } from '../request/place.ts'

export function issuerOf({ settings }: Pick<Parts, 'settings'>, { origin }: Place): string {
  return `${origin}${settings.publicBasePath}`
}

/** Where RFC 8414 §3 looks for its metadata. */
export function metadataPathOf({ publicBasePath }: Pick<Settings, 'publicBasePath'>): string {
  return `/.well-known/oauth-authorization-server${publicBasePath}`
}
