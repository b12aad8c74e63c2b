// Slack: OpenID Connect by discovery.
// https://docs.slack.dev/authentication/sign-in-with-slack/
// https://docs.slack.dev/reference/methods/openid.connect.token
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#4a154b', 'S')

export interface SlackOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The id of the workspace that people sign in to. */
  readonly team?: string | undefined
}

export const options: OwnOptions<SlackOptions> = {
  team: { kind: 'name', sentence: 'The id of the workspace that people sign in to.' },
}

/**
 * Sign in with Slack.
 *
 * Needs `SLACK_CLIENT_ID`, `SLACK_CLIENT_SECRET`. A person has another account in each workspace; `allowOrganization` reads the workspace’s id. Redirect URIs must be https, localhost included.
 *
 * @throws LatchkeyError `config_provider_invalid` for options that cannot be used.
 */
export function slack<const Id extends string = 'slack'>(wanted: SlackOptions<Id> = {}): Provider<Id> {
  return defineProvider(wanted, describe, options)
}

function describe({ team }: SlackOptions): ProviderDescription {
  return {
    name: 'Slack',
    kind: 'slack',
    protocol: 'oidc',
    issuer: 'https://slack.com',
    clientAuthentication: 'client_secret_post',
    scopes: ['openid', 'profile', 'email'],
    authorizationParams: { ...(team && { team }) },
    claimsFrom: 'id-token',
    apiBaseUrl: 'https://slack.com/api/',
    toIdentity: readStandardClaims,
    organizationOf: (claims: Claims) => textOrNull(claims['https://slack.com/team_id']),
    deviations: {
      normalizeTokenResponse,
      // https://docs.slack.dev/reference/methods/auth.revoke: an API method of its own.
      revoke: ({ token }) => ({
        url: 'https://slack.com/api/auth.revoke',
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }),
    },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      note: 'Slack registers https addresses only, localhost included.',
    },
    brand,
    consoleUrl: 'https://api.slack.com/apps',
  }
}

/** https://docs.slack.dev/reference/methods/openid.connect.token: errors come with status 200. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body) => {
    if (body.ok !== false) return null
    const error = String(body.error)
    const named = error === 'invalid_code' || error === 'code_already_used' ? 'invalid_grant' : error
    const isClient = error === 'bad_client_secret' || error === 'invalid_client_id'
    return { status: 400, body: { error: isClient ? 'invalid_client' : named, error_description: error } }
  })
}
