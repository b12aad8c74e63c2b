// Criipto / Idura (Nordic eIDs): OpenID Connect by discovery.
// https://docs.idura.app/verify/reference/request-parameters/
// https://docs.idura.app/verify/getting-started/oidc-intro
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'

const brand = brandOf('#4b37f5', 'C')

/** Options of `criipto()`: those of every provider, and its own. */
export interface CriiptoOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The domain: NAME.criipto.id, or your own. */
  readonly domain?: string | undefined
  /** The eID to preselect, as an acr value. */
  readonly eid?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<CriiptoOptions> = {
  domain: {
    kind: 'host',
    required: true,
    example: 'acme.criipto.id',
    sentence: 'The domain, as the dashboard lists it: `NAME.criipto.id`, `NAME.idura.broker` or your own.',
  },
  eid: {
    kind: 'text',
    example: 'urn:grn:authn:se:bankid',
    sentence: 'The eID to preselect: its value for `acr_values` in the documentation.',
  },
}

/**
 * Sign in with Criipto / Idura (Nordic eIDs).
 *
 * Needs `CRIIPTO_CLIENT_ID`, `CRIIPTO_CLIENT_SECRET`, `CRIIPTO_DOMAIN`. A broker for MitID, BankID and other eIDs;
 * Criipto is now called Idura. In the dashboard, create a domain and an application on it, and turn on the code flow
 * to get a secret. `CRIIPTO_EID` preselects one eID, such as `urn:grn:authn:dk:mitid:substantial`; without it people
 * choose. `sub` belongs to the domain and the eID: one person with two eIDs becomes two people here. Identities there
 * have no e-mail address. Test and production domains have different people. There is no refresh token.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
 */
export function criipto<const Id extends string = 'criipto'>(wanted: CriiptoOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ domain = '', eid }: CriiptoOptions): ProviderDescription {
  return {
    name: 'Criipto / Idura (Nordic eIDs)',
    kind: 'criipto',
    protocol: 'oidc',
    issuer: `https://${domain}`,
    scopes: ['openid'],
    authorizationParams: { ...(eid && { acr_values: eid }) },
    claimsFrom: 'id-token',
    apiBaseUrl: `https://${domain}`,
    toIdentity: ({ sub, name }: Claims) => ({ subject: sub, name }),
    brand,
    consoleUrl: 'https://dashboard.criipto.com/',
  }
}
