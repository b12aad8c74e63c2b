// VK ID: plain OAuth 2.0.
// https://id.vk.com/about/business/go/docs/en/vkid/latest/vk-id/connection/api-description
import type {
  Claims,
  ProfileRequest,
  Provider,
  ProviderOptions,
  TokenRequest,
  TokenRequestContext,
} from '../contracts/provider.ts'
import { brandOf } from './definition/brand-of.ts'
import { defineProvider } from './definition/define-provider.ts'
import type { IdentityDraft } from './definition/read-identity.ts'
import { readProfile } from './definition/read-profile.ts'
import { withParameters } from './definition/token-request.ts'

const brand = brandOf(
  '#0077ff',
  'm9.489.004.729-.003h3.564l.73.003.914.01.433.007.418.011.403.014.388.016.374.021.36.025.345.03.333.033c1.74.196 2.933.616 3.833 1.516.9.9 1.32 2.092 1.516 3.833l.034.333.029.346.025.36.02.373.025.588.012.41.013.644.009.915.004.98-.001 3.313-.003.73-.01.914-.007.433-.011.418-.014.403-.016.388-.021.374-.025.36-.03.345-.033.333c-.196 1.74-.616 2.933-1.516 3.833-.9.9-2.092 1.32-3.833 1.516l-.333.034-.346.029-.36.025-.373.02-.588.025-.41.012-.644.013-.915.009-.98.004-3.313-.001-.73-.003-.914-.01-.433-.007-.418-.011-.403-.014-.388-.016-.374-.021-.36-.025-.345-.03-.333-.033c-1.74-.196-2.933-.616-3.833-1.516-.9-.9-1.32-2.092-1.516-3.833l-.034-.333-.029-.346-.025-.36-.02-.373-.025-.588-.012-.41-.013-.644-.009-.915-.004-.98.001-3.313.003-.73.01-.914.007-.433.011-.418.014-.403.016-.388.021-.374.025-.36.03-.345.033-.333c.196-1.74.616-2.933 1.516-3.833.9-.9 2.092-1.32 3.833-1.516l.333-.034.346-.029.36-.025.373-.02.588-.025.41-.012.644-.013.915-.009ZM6.79 7.3H4.05c.13 6.24 3.25 9.99 8.72 9.99h.31v-3.57c2.01.2 3.53 1.67 4.14 3.57h2.84c-.78-2.84-2.83-4.41-4.11-5.01 1.28-.74 3.08-2.54 3.51-4.98h-2.58c-.56 1.98-2.22 3.78-3.8 3.95V7.3H10.5v6.92c-1.6-.4-3.62-2.34-3.71-6.92Z',
)

const read = readProfile({
  subject: 'user.user_id',
  email: 'user.email',
  name: ['user.first_name+user.last_name'],
  picture: 'user.avatar',
})

/**
 * Sign in with VK ID.
 *
 * Needs `VK_CLIENT_ID`, the id of a web application at id.vk.com. The client has no secret: PKCE protects the code.
 * Register the redirect URI there as a trusted URI; localhost is accepted on port 80 only.
 *
 * VK does not say whether an address is verified, and a person can refuse to share it. A refresh would need the
 * `device_id` of the sign-in, so kept tokens cannot be refreshed.
 */
export function vk<const Id extends string = 'vk'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'VK ID',
    kind: 'vk',
    protocol: 'oauth2',
    issuer: 'https://id.vk.ru',
    endpoints: { authorization: 'https://id.vk.ru/authorize', token: 'https://id.vk.ru/oauth2/auth' },
    clientAuthentication: 'none',
    scopes: ['email'],
    claimsFrom: 'userinfo',
    apiBaseUrl: 'https://id.vk.ru/oauth2/',
    toIdentity,
    deviations: { tokenRequest, fetchProfile },
    redirectRules: {
      localhost: false,
      loopbackAddress: false,
      note: 'VK accepts http://localhost only on port 80.',
    },
    brand,
    consoleUrl: 'https://id.vk.com/about/business/go',
  })
}

/** The id is a number or a string. */
function toIdentity(profile: Claims): IdentityDraft {
  const draft = read(profile)
  const { subject } = draft
  return { ...draft, subject: Number.isSafeInteger(subject) ? String(subject) : subject }
}

/** https://id.vk.com/about/business/go/docs/en/vkid/latest: needs the callback's device id, and a state, which the answer repeats. */
function tokenRequest(request: TokenRequest, { callback }: TokenRequestContext): TokenRequest {
  return withParameters(request, { device_id: callback.device_id, state: crypto.randomUUID() })
}

/** Sends a POST with the token in the form. */
async function fetchProfile({ accessToken, clientId, fetch }: ProfileRequest): Promise<Claims> {
  const body = new URLSearchParams({ access_token: accessToken, client_id: clientId })
  return (await fetch('user_info', { body, tokenScheme: null })) as Claims
}
