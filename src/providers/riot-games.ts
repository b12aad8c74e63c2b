// Riot Games: OpenID Connect by discovery.
// https://support-developer.riotgames.com/hc/en-us/articles/22801670382739-RSO-Riot-Sign-On
import type { Claims, OwnOptions, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { objectAt } from './definition/read-answer.ts'

const brand = brandOf(
  '#eb0029',
  'M13.458.86 0 7.093l3.353 12.761 2.552-.313-.701-8.024.838-.373 1.447 8.202 4.361-.535-.775-8.857.83-.37 1.591 9.025 4.412-.542-.849-9.708.84-.374 1.74 9.87L24 17.318V3.5Zm.316 19.356.222 1.256L24 23.14v-4.18l-10.22 1.256Z',
)

/** Options of `riot-games()`: those of every provider, and its own. */
export interface RiotGamesOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The region of the account API. One of americas, asia, europe. Default: `americas`. */
  readonly region?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<RiotGamesOptions> = {
  region: {
    kind: 'text',
    default: 'americas',
    values: ['americas', 'asia', 'europe'],
    sentence: 'The region of the account API: the one nearest to the server.',
  },
}

/**
 * Sign in with Riot Games.
 *
 * Needs `RIOT_GAMES_CLIENT_ID`. Only approved partners get a client, through Riot's RSO Client Request Form. Older
 * clients have a secret (`RIOT_GAMES_CLIENT_SECRET`); newer ones authenticate with a key (`clientKey`), which Riot
 * generates and sends once.
 *
 * Riot gives neither e-mail address nor picture. The name is the first part of the Riot ID; it comes from the account
 * API of `RIOT_GAMES_REGION`, and any region returns all people. If tokens are kept, `offline_access` is requested.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function riotGames<const Id extends string = 'riot-games'>(
  wanted: RiotGamesOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ region = '' }: RiotGamesOptions): ProviderDescription {
  return {
    name: 'Riot Games',
    kind: 'riot-games',
    protocol: 'oidc',
    issuer: 'https://auth.riotgames.com',
    scopes: ['openid'],
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${region}.api.riotgames.com/`,
    toIdentity: (claims: Claims) => ({ subject: claims.sub, name: claims.gameName }),
    deviations: {
      offlineAccess: { scopes: ['offline_access'] },
      // https://developer.riotgames.com/apis#account-v1: the name comes from the regional account API.
      fetchProfile,
    },
    brand,
    consoleUrl: 'https://developer.riotgames.com/',
  }
}

async function fetchProfile({ get }: ProfileRequest): Promise<Claims> {
  const { gameName } = objectAt(await get('riot/account/v1/accounts/me'))
  return { gameName }
}
