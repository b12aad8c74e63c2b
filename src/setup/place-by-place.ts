// Moves providers to the place that each login chooses (a shop, an instance, a region), and caches them, so that a place keeps
// its client.
import type { Provider } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import type { WhichPlace } from '../flows/request/parts.ts'
import { LimitedMap } from '../web/limited-map.ts'

/** Limited, since any visitor can name places: the oldest entry is dropped. */
const MOST_PLACES = 500
const MOST_CHARACTERS = 200

export interface PlacedProvider {
  readonly provider: Provider
  /** The value that names the place; null if the provider has no `loginPlace`. */
  readonly loginPlace: string | null
}

/** Returns a function that moves a provider to the chosen place. It throws `provider_place_invalid`. */
export function placeByPlace(): (configured: Provider, which: WhichPlace) => PlacedProvider {
  const moved = new LimitedMap<string, Provider>(MOST_PLACES)

  function moveTo(configured: Provider, value: string): Provider | null {
    const place = value.length > MOST_CHARACTERS ? null : configured.loginPlace?.read(value)
    if (!place) return null
    const key = JSON.stringify([configured.id, place])
    const provider = moved.get(key) ?? configured.at(place)
    moved.set(key, provider)
    return provider
  }

  return (configured, { loginPlace, issuer }) => {
    if (!configured.loginPlace) return { provider: configured, loginPlace: null }
    if (issuer !== undefined) {
      for (const value of namesIn(issuer)) {
        const provider = moveTo(configured, value)
        // Only the place with this issuer: any other would send tokens to a stranger.
        if (provider?.issuer === issuer) return { provider, loginPlace: value }
      }
      return { provider: configured, loginPlace: null }
    }
    const value = loginPlace?.trim() ?? ''
    const provider = value === '' ? null : moveTo(configured, value)
    // The place decides where the browser and the client secret go.
    if (!provider) throw refusal(configured.loginPlace.parameter, value)
    return { provider, loginPlace: value }
  }
}

/** The values that a person may have typed for the place with this issuer. */
function namesIn(issuer: string): readonly string[] {
  if (!URL.canParse(issuer)) return [issuer]
  const { hostname, host, origin } = new URL(issuer)
  return [hostname, host, origin, issuer, hostname.split('.')[0] ?? '']
}

function refusal(parameter: string, value: string): LatchkeyError {
  const found = value === '' ? 'is missing' : `"${value.slice(0, 100)}" is no place of this provider`
  return new LatchkeyError('provider_place_invalid', { detail: `The parameter ${parameter} ${found}.` })
}
