// Naver: plain OAuth 2.0.
// https://developers.naver.com/docs/login/api/api.md
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import { readProfile } from './definition/read-profile.ts'
import { rewriteTokenResponse } from './definition/token-response.ts'

const brand = brandOf('#03c75a', 'M16.273 12.845 7.376 0H0v24h7.726V11.156L16.624 24H24V0h-7.727v12.845Z')

const toIdentity = readProfile({
  subject: 'response.id',
  email: 'response.email',
  name: ['response.name', 'response.nickname'],
  picture: 'response.profile_image',
})

/**
 * Sign in with Naver.
 *
 * Needs `NAVER_CLIENT_ID`, `NAVER_CLIENT_SECRET`, of an application with the API "Naver Login" (네이버 로그인) in the
 * developer centre; register callback URLs there. You also choose the profile fields there, and people may decline
 * them; no scopes are sent. Until its review, an application admits only its registered members.
 *
 * The address is a contact address that the person set, so it does not count as verified. Ids are specific to each
 * application: with another client, all users become new people. The token endpoint returns errors with status 200.
 * Ending the grant also deletes it at Naver.
 */
export function naver<const Id extends string = 'naver'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'Naver',
    kind: 'naver',
    protocol: 'oauth2',
    issuer: 'https://nid.naver.com',
    endpoints: {
      authorization: 'https://nid.naver.com/oauth2.0/authorize',
      token: 'https://nid.naver.com/oauth2.0/token',
      userinfo: 'https://openapi.naver.com/v1/nid/me',
    },
    clientAuthentication: 'client_secret_post',
    scopes: [],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://openapi.naver.com/v1/',
    toIdentity,
    deviations: {
      normalizeTokenResponse,
      // https://developers.naver.com/docs/login/devguide/devguide.md
      reauthentication: { auth_type: 'reauthenticate' },
      // The token endpoint also ends grants.
      revoke: ({ token, hint, clientId, clientSecret }) =>
        hint === 'refresh_token'
          ? null
          : {
              url: 'https://nid.naver.com/oauth2.0/token',
              method: 'POST',
              body: new URLSearchParams({
                grant_type: 'delete',
                client_id: clientId,
                client_secret: clientSecret ?? '',
                access_token: token,
              }),
            },
    },
    brand,
    consoleUrl: 'https://developers.naver.com/apps/',
  })
}

/** https://developers.naver.com/docs/login/api/api.md: errors have status 200. */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status) => {
    if (typeof body.error !== 'string') return null
    const isCode = body.error === 'invalid_request' || body.error === 'no valid data in session'
    return { status: Math.max(status, 400), body: { ...body, error: isCode ? 'invalid_grant' : body.error } }
  })
}
