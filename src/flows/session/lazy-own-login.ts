// `auth.sessions.start`, loaded at its first use, since few applications have their own login.
import type { SessionList } from '../../administration/session-list.ts'
import { LatchkeyError } from '../../errors.ts'
import { headerOf } from '../../sessions/session-source.ts'
import type { Core } from '../request/parts.ts'
import type { Places } from '../request/place.ts'

/** `ready` resolves when the store can be used. */
export function lazyOwnLogin(
  core: Core,
  places: Places,
  ready: () => Promise<unknown>,
): SessionList['start'] {
  return async (user, options = {}) => {
    const place = places.find(headerOf(options.source, 'host')) ?? places.latest()
    if (!place) throw new LatchkeyError('config_origin_missing')
    await ready()
    const { startOwnLogin } = await import('./start-own-login.ts')
    return startOwnLogin(core, place, { user, options })
  }
}
