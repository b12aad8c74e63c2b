// The provider's public keys (RFC 7517): cached for five minutes, and fetched again if a token names an unknown key, but not as often as
// a sender can make up key ids. OpenID Connect Core §10.1.1; docs/security-cases.md E5, E6.
import type { AuthorizationServer, JWKS } from 'oauth4webapi'
import { LatchkeyError } from '../../errors.ts'
import { parseJsonObject } from '../../outbound/json.ts'
import { type Moment, millisecondsSince, momentAt } from '../../web/elapsed.ts'
import { distinctKeys } from './distinct-keys.ts'
import type { ProviderFetch } from './provider-fetch.ts'
import { createRemembered } from './remembered.ts'
import { translating } from './translate-error.ts'

/**
 * The purpose of a key lookup. Logout tokens and notifications may come from any sender, so they must not use up the lookups of
 * logins. A resource (`api`) has its own key set, which no login shares.
 */
export type KeyPurpose = 'login' | 'logout' | 'notification' | 'api'

export interface KeySet {
  /** Returns the keys. @throws LatchkeyError `provider_unavailable`, `provider_answer_invalid`. */
  readonly current: (purpose: KeyPurpose) => Promise<JWKS>
  /** Returns the keys that replaced `seen`; null if there are none and the limit on lookups is reached. */
  readonly newerThan: (seen: JWKS, purpose: KeyPurpose) => Promise<JWKS | null>
}

const freshSeconds = 300
/** How long keys are used while the endpoint is down; a withdrawn key must not be accepted forever. */
const staleSeconds = 3600

/** The first lookup finds keys that were rotated; the others are for a rotation shortly after it. */
const looksPerMinute: Readonly<Record<KeyPurpose, number>> = {
  login: 3,
  logout: 1,
  notification: 1,
  api: 3,
}

export interface KeySetOptions {
  readonly server: () => Promise<Pick<AuthorizationServer, 'jwks_uri'>>
  readonly fetch: ProviderFetch
  readonly now: () => number
  /** How long a failure is cached, in seconds. Default: 0, the next caller tries again. */
  readonly failureSeconds?: number | undefined
}

/** Keys are fetched on first use. */
export function createKeySet({ server, fetch, now, failureSeconds = 0 }: KeySetOptions): KeySet {
  const load = async (): Promise<JWKS> => fetchKeys((await server()).jwks_uri ?? '', fetch)
  const remembered = createRemembered({ load, now, freshSeconds, staleSeconds, failureSeconds })
  const looks: Record<KeyPurpose, readonly Moment[]> = { login: [], logout: [], notification: [], api: [] }

  const mayLook = (purpose: KeyPurpose): boolean => {
    const recent = looks[purpose].filter((at) => millisecondsSince(at, now) < 60_000)
    if (recent.length >= looksPerMinute[purpose]) return false
    looks[purpose] = [...recent, momentAt(now)]
    return true
  }
  return {
    async current(purpose) {
      const mayAlwaysAsk = purpose === 'login' || purpose === 'api'
      if (mayAlwaysAsk || remembered.isFresh() || mayLook(purpose)) return remembered.get()
      // `peek` returns keys for at most an hour, so a withdrawn key is not used longer.
      const stale = remembered.peek()
      if (stale !== null) return stale
      throw new LatchkeyError('provider_unavailable', { detail: 'The keys could not be fetched.' })
    },
    async newerThan(seen, purpose) {
      const known = remembered.peek()
      if (known !== null && known !== seen) return known
      return mayLook(purpose) ? remembered.renew() : null
    },
  }
}

function fetchKeys(url: string, fetch: ProviderFetch): Promise<JWKS> {
  return translating({ what: 'JWK Set', at: 'keys', otherwise: 'provider_answer_invalid' }, async () => {
    const response = await fetch(url, {
      method: 'GET',
      headers: { accept: 'application/json, application/jwk-set+json' },
      redirect: 'manual',
    })
    if (response.status !== 200) throw new TypeError(`answered with status ${response.status}`)
    const { keys } = parseJsonObject(await response.text())
    if (!Array.isArray(keys)) throw new TypeError('keys is not a list')
    const distinct = distinctKeys(keys)
    if (keys.length > 0 && distinct.length === 0) throw new TypeError('keys has no key in it')
    return { keys: distinct }
  })
}
