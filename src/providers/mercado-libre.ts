// Mercado Libre: plain OAuth 2.0.
// https://developers.mercadolibre.com.ar/en_us/authentication-and-authorization
import type { OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'

const brand = brandOf('#ffe600', 'M')

const toIdentity = readProfile({
  subject: 'id',
  isNumeric: true,
  email: 'email',
  name: ['first_name+last_name'],
  picture: 'thumbnail.picture_url',
})

/** Options of `mercado-libre()`: those of every provider, and its own. */
export interface MercadoLibreOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The end of the country’s domain: com.ar, com.mx, com.co, cl, com.uy, com.pe, com.ec, com.ve or com.br. Default: `com.ar`. */
  readonly country?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<MercadoLibreOptions> = {
  country: {
    kind: 'text',
    default: 'com.ar',
    values: ['com.ar', 'com.mx', 'com.co', 'cl', 'com.uy', 'com.pe', 'com.ec', 'com.ve', 'com.br'],
    sentence: 'The end of the country’s domain, such as com.ar of mercadolibre.com.ar.',
  },
}

/**
 * Sign in with Mercado Libre.
 *
 * Needs `MERCADO_LIBRE_CLIENT_ID`, `MERCADO_LIBRE_CLIENT_SECRET`: app id and secret key of an application in the
 * country's Dev Center. Redirect URIs must be https, and are compared exactly.
 *
 * PKCE is supported, and can be made mandatory for the application. Mercado Libre does not say whether an address is
 * verified. A refresh token is issued if the application has offline access; it works once.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function mercadoLibre<const Id extends string = 'mercado-libre'>(
  wanted: MercadoLibreOptions<Id> = {},
): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ country = '' }: MercadoLibreOptions): ProviderDescription {
  const host = country === 'com.br' ? 'auth.mercadolivre.com.br' : `auth.mercadolibre.${country}`
  return {
    name: 'Mercado Libre',
    kind: 'mercado-libre',
    protocol: 'oauth2',
    issuer: 'https://www.mercadolibre.com',
    endpoints: {
      authorization: `https://${host}/authorization`,
      token: 'https://api.mercadolibre.com/oauth/token',
      userinfo: 'https://api.mercadolibre.com/users/me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.mercadolibre.com/users/',
    toIdentity,
    redirectRules: { localhost: false, loopbackAddress: false },
    brand,
    consoleUrl: 'https://developers.mercadolibre.com/devcenter',
  }
}
