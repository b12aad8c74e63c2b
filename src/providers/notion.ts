// Notion: plain OAuth 2.0.
// https://developers.notion.com/reference/create-a-token.md
// https://developers.notion.com/reference/refresh-a-token.md
// https://developers.notion.com/guides/authorization/overview.md
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  RequestDescription,
  RevocationRequest,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { textOrNull } from './definition/text-or-null.ts'
import { asJson } from './definition/token-request.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf(
  '#000000',
  'M4.459 4.208c.746.606 1.026.56 2.428.466l13.215-.793c.28 0 .047-.28-.046-.326L17.86 1.968c-.42-.326-.981-.7-2.055-.607L3.01 2.295c-.466.046-.56.28-.374.466zm.793 3.08v13.904c0 .747.373 1.027 1.214.98l14.523-.84c.841-.046.935-.56.935-1.167V6.354c0-.606-.233-.933-.748-.887l-15.177.887c-.56.047-.747.327-.747.933zm14.337.745c.093.42 0 .84-.42.888l-.7.14v10.264c-.608.327-1.168.514-1.635.514-.748 0-.935-.234-1.495-.933l-4.577-7.186v6.952L12.21 19s0 .84-1.168.84l-3.222.186c-.093-.186 0-.653.327-.746l.84-.233V9.854L7.822 9.76c-.094-.42.14-1.026.793-1.073l3.456-.233 4.764 7.279v-6.44l-1.215-.139c-.093-.514.28-.887.747-.933zM1.936 1.035l13.31-.98c1.634-.14 2.055-.047 3.082.7l4.249 2.986c.7.513.934.653.934 1.213v16.378c0 1.026-.373 1.634-1.68 1.726l-15.458.934c-.98.047-1.448-.093-1.962-.747l-3.129-4.06c-.56-.747-.793-1.306-.793-1.96V2.667c0-.839.374-1.54 1.447-1.632z',
)

const toIdentity = readProfile({
  subject: 'owner.user.id',
  email: 'owner.user.person.email',
  name: ['owner.user.name'],
  picture: 'owner.user.avatar_url',
})

/**
 * Sign in with Notion.
 *
 * Needs `NOTION_CLIENT_ID`, `NOTION_CLIENT_SECRET` of a public connection: in the Developer portal, with the redirect
 * URI under "OAuth Domain & URIs". You set there what it may read (select user information with e-mail addresses to
 * receive the address), since Notion has no scopes. The token answer contains the person; a grant is for one
 * workspace, which `allowOrganization` reads, and people choose pages to share while they sign in. Notion does not say
 * whether an address is verified, and does not support PKCE: `state` and its cookie bind the answer to this browser. A
 * refresh returns a new access token and a new refresh token. Ending the grant also revokes it at Notion.
 */
export function notion<const Id extends string = 'notion'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Notion',
    kind: 'notion',
    protocol: 'oauth2',
    issuer: 'https://api.notion.com',
    endpoints: {
      authorization: 'https://api.notion.com/v1/oauth/authorize',
      token: 'https://api.notion.com/v1/oauth/token',
      revocation: 'https://api.notion.com/v1/oauth/revoke',
    },
    clientAuthentication: 'client_secret_basic',
    scopes: [],
    authorizationParams: { owner: 'user' },
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://api.notion.com/v1/',
    toIdentity,
    organizationOf: ({ workspace_id: workspace }) => textOrNull(workspace),
    deviations: {
      pkce: 'none',
      // https://developers.notion.com/reference/create-a-token: JSON instead of a form.
      tokenRequest: (request) => asJson(request),
      normalizeTokenResponse,
      fetchProfile,
      revoke,
      requestHeaders: { 'Notion-Version': '2022-06-28' },
    },
    brand,
    consoleUrl: 'https://www.notion.so/profile/integrations',
  })
}

/** https://developers.notion.com/reference/status-codes: errors are objects with a code. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (body.error !== undefined || body.object !== 'error') return null
    const error = body.code === 'unauthorized' ? 'invalid_client' : 'invalid_grant'
    return { status: Math.max(status, 400), body: { error, error_description: body.message } }
  })
}

/** Returns only what identifies the person, since the answer also contains the tokens. */
async function fetchProfile({ tokenAnswer }: ProfileRequest): Promise<Claims> {
  const { owner, workspace_id, workspace_name, bot_id } = tokenAnswer
  return { owner, workspace_id, workspace_name, bot_id }
}

/** https://developers.notion.com/reference/revoke-token: JSON, with the client credentials in the header. */
function revoke({ endpoint, token, clientId, clientSecret }: RevocationRequest): RequestDescription | null {
  if (endpoint === undefined || clientSecret === null) return null
  const authorization = `Basic ${btoa(`${clientId}:${clientSecret}`)}`
  return { url: endpoint, method: 'POST', headers: { authorization }, body: { token } }
}
