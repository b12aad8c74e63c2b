// GitHub: plain OAuth 2.0 with an API, on github.com and on GitHub Enterprise Server.
// https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps
import type { Brand, Claims, ProfileRequest, Provider, ProviderOptions } from '../contracts/provider.ts'
import { LatchkeyError } from '../errors.ts'
import { defineProvider } from './definition/define-provider.ts'
import { type IdentityDraft, readNumericSubject, readText } from './definition/read-identity.ts'
import { type RewrittenAnswer, rewriteTokenResponse, type TokenBody } from './definition/token-response.ts'

/** https://brand.github.com/foundations/logo: the mark, in one colour. */
const brand: Brand = {
  icon: '<svg viewBox="0 0 16 16" fill="currentColor" aria-hidden="true" focusable="false"><path d="M8 0c4.42 0 8 3.58 8 8a8.013 8.013 0 0 1-5.45 7.59c-.4.08-.55-.17-.55-.38 0-.27.01-1.13.01-2.2 0-.75-.25-1.23-.54-1.48 1.78-.2 3.65-.88 3.65-3.95 0-.88-.31-1.59-.82-2.15.08-.2.36-1.02-.08-2.12 0 0-.67-.22-2.2.82-.64-.18-1.32-.27-2-.27-.68 0-1.36.09-2 .27-1.53-1.03-2.2-.82-2.2-.82-.44 1.1-.16 1.92-.08 2.12-.51.56-.82 1.28-.82 2.15 0 3.06 1.86 3.75 3.64 3.95-.23.2-.44.55-.51 1.07-.46.21-1.61.55-2.33-.66-.15-.24-.6-.83-1.23-.82-.67.01-.27.38.01.53.34.19.73.9.82 1.13.16.45.68 1.31 2.69.94 0 .67.01 1.3.01 1.49 0 .21-.15.45-.55.38A7.995 7.995 0 0 1 0 8c0-4.42 3.58-8 8-8Z"/></svg>',
  light: { background: '#24292f', text: '#ffffff', border: '#24292f' },
  dark: { background: '#f6f8fa', text: '#1f2328', border: '#f6f8fa' },
}

/** GitHub's names for errors of RFC 6749 §5.2. */
const errorsByGithubName: ReadonlyMap<unknown, string> = new Map([
  ['bad_verification_code', 'invalid_grant'],
  ['bad_refresh_token', 'invalid_grant'],
  ['incorrect_client_credentials', 'invalid_client'],
])

/**
 * Sign in with GitHub.
 *
 * Credentials: `GITHUB_CLIENT_ID`, `GITHUB_CLIENT_SECRET`. Scopes: `read:user user:email`. `tokens.fetch('github',
 * 'user')` resolves below the API. For GitHub Enterprise Server set `baseUrl`: the API is then at `apiUrl`, by default
 * `BASE/api/v3`, and the issuer is `issuer`, by default `BASE/login/oauth`. The e-mail address is the primary one,
 * verified if GitHub says so; it is null if the person has none or the application may not see it.
 *
 * @example
 * ```ts
 * import { github } from 'latchkey/providers/github'
 *
 * const enterprise = github({ id: 'work', baseUrl: 'https://github.example.com' })
 * ```
 */
export function github<const Id extends string = 'github'>(options: ProviderOptions<Id> = {}): Provider<Id> {
  return defineProvider(options, {
    name: 'GitHub',
    kind: 'github',
    protocol: 'oauth2',
    ...addressesBelow('https://github.com'),
    apiBaseUrl: 'https://api.github.com/',
    movedTo: ({ baseUrl }) => ({ ...addressesBelow(baseUrl), apiBaseUrl: `${baseUrl}/api/v3/` }),
    clientAuthentication: 'client_secret_post',
    scopes: ['read:user', 'user:email'],
    toIdentity,
    // GitHub does not support max_age; the best it offers is choosing the account again.
    deviations: { fetchProfile, normalizeTokenResponse, reauthentication: { prompt: 'select_account' } },
    brand,
  })
}

/** The issuer that callbacks name since April 2026. https://docs.github.com/en/apps/oauth-apps */
function addressesBelow(base: string) {
  return {
    issuer: `${base}/login/oauth`,
    endpoints: {
      authorization: `${base}/login/oauth/authorize`,
      token: `${base}/login/oauth/access_token`,
    },
    consoleUrl: `${base}/settings/developers`,
  }
}

/** The profile contains only a public address, if any; the list contains the primary one, and says whether it is verified. */
async function fetchProfile(request: ProfileRequest): Promise<Claims> {
  const [user, emails] = await Promise.all([request.get('user'), fetchEmails(request)])
  if (typeof user !== 'object' || user === null) throw new TypeError('The profile is not an object.')
  return { ...user, emails }
}

/** https://docs.github.com/en/rest/users/emails: 403 or 404 if the application lacks the e-mail permission. */
async function fetchEmails(request: ProfileRequest): Promise<unknown> {
  try {
    return await request.get('user/emails')
  } catch (error) {
    // An outage must not remove an address; an application that may not see it continues without one.
    if (error instanceof LatchkeyError && error.code !== 'provider_unavailable') return []
    throw error
  }
}

function toIdentity(claims: Claims): IdentityDraft {
  const emails: readonly unknown[] = Array.isArray(claims.emails) ? claims.emails : []
  const primary = emails.find(isPrimary)
  return {
    subject: readNumericSubject(claims.id),
    email: primary?.email,
    emailVerified: primary?.verified,
    name: readText(claims.name) ?? claims.login,
    picture: claims.avatar_url,
  }
}

function isPrimary(entry: unknown): entry is Claims {
  return typeof entry === 'object' && entry !== null && 'primary' in entry && entry.primary === true
}

/**
 * Errors have status 200 and GitHub's own names; scopes are separated by commas.
 * https://docs.github.com/en/apps/oauth-apps/maintaining-oauth-apps/troubleshooting-oauth-app-access-token-request-errors
 */
function normalizeTokenResponse(response: Response): Promise<Response> {
  return rewriteTokenResponse(response, (body, status): RewrittenAnswer | null => {
    if (typeof body.error === 'string') {
      const error = errorsByGithubName.get(body.error) ?? body.error
      return { status: Math.max(status, 400), body: { ...body, error } }
    }
    return typeof body.scope === 'string' ? { status, body: withSpaces(body, body.scope) } : null
  })
}

function withSpaces(body: TokenBody, scope: string): TokenBody {
  return {
    ...body,
    scope: scope
      .split(/[\s,]+/)
      .join(' ')
      .trim(),
  }
}
