// The option `audience`, checked at start.
import { LatchkeyError } from '../errors.ts'

/** The audience is part of keys and hashes, in which a line break terminates it. */
export function readAudience(audience: string | undefined): string | null {
  if (audience === undefined) return null
  if (typeof audience === 'string' && /^[\x20-\x7e]{1,200}$/.test(audience)) return audience
  throw new LatchkeyError('config_option_invalid', {
    detail: `audience must be 1 to 200 printable ASCII characters, not ${JSON.stringify(audience)?.slice(0, 60)}.`,
  })
}
