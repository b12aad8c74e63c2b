// Slack: OpenID Connect by discovery.
// https://docs.slack.dev/authentication/sign-in-with-slack/
// https://docs.slack.dev/reference/methods/openid.connect.token
import type { Claims, OwnOptions, Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider, type ProviderDescription } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readStandardClaims } from './definition/standard-claims.ts'
import { textOrNull } from './definition/text-or-null.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#4a154b', 'S')

/** Options of `slack()`: those of every provider, and its own. */
export interface SlackOptions<Id extends string = string> extends ProviderOptions<Id> {
  /** The id of the workspace that people sign in to. */
  readonly team?: string | undefined
}

/** This entry's own options, as data for environment variables, provider pages and `latchkey providers`. */
export const options: OwnOptions<SlackOptions> = {
  team: {
    kind: 'name',
    example: 'T0123ABCD',
    sentence:
      'The id of the workspace that people sign in to; it begins with T and follows /client/ in Slack’s address in a browser.',
  },
}

/**
 * Sign in with Slack.
 *
 * Needs `SLACK_CLIENT_ID`, `SLACK_CLIENT_SECRET`, from Basic Information of an app at api.slack.com/apps. Enter the
 * redirect URI under OAuth & Permissions; it must be https, even for localhost. Add the user scopes `openid`,
 * `profile` and `email` there.
 *
 * Slack's ids are unique within a workspace only, so the subject is the workspace's id and the person's, such as
 * `T0123ABCD:U0123ABCD`: a person has a separate account in each workspace. `allowOrganization` reads the workspace's
 * id. Guests, and people with an address of Apple's relay, cannot sign in with Slack. Refresh tokens are issued only
 * if token rotation is turned on for the app.
 *
 * @throws LatchkeyError `config_provider_invalid` for invalid options.
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
    toIdentity,
    organizationOf: (claims: Claims) => textOrNull(claims['https://slack.com/team_id']),
    deviations: {
      normalizeTokenResponse,
      // https://docs.slack.dev/reference/methods/auth.revoke: a separate API method.
      revoke: ({ token }) => ({
        url: 'https://slack.com/api/auth.revoke',
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      }),
    },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      note: 'Slack accepts only https addresses, even for localhost.',
    },
    brand,
    consoleUrl: 'https://api.slack.com/apps',
  }
}

/** https://api.slack.com/types/user: an id is unique only within its workspace, so both together identify a person. */
function toIdentity(claims: Claims): IdentityDraft {
  const { sub, 'https://slack.com/team_id': team } = claims
  const isNamed = textOrNull(sub) !== null && textOrNull(team) !== null
  return { ...readStandardClaims(claims), subject: isNamed ? `${team}:${sub}` : undefined }
}

/** The token method's error codes for an invalid grant and for an invalid client. */
const lostGrants = new Set([
  'invalid_code',
  'code_already_used',
  'code_expired',
  'bad_redirect_uri',
  'invalid_refresh_token',
  'token_expired',
  'token_revoked',
])
const unknownClients = new Set(['bad_client_secret', 'invalid_client_id'])

/** https://docs.slack.dev/reference/methods/openid.connect.token: errors have status 200. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body) => {
    if (body.ok !== false) return null
    const said = String(body.error)
    const error = lostGrants.has(said) ? 'invalid_grant' : unknownClients.has(said) ? 'invalid_client' : said
    return { status: 400, body: { error, error_description: said } }
  })
}
