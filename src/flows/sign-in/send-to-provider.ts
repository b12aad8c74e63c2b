// Seals the attempt into its cookie and redirects the browser to the provider (RFC 6749 §4.1.1, RFC 7636).
import type { AuthorizationRequest } from '../../oauth/server/provider-client.ts'
import { redirect } from '../../web/responses.ts'
import {
  type AttemptWish,
  attemptCookies,
  attemptId,
  createAttempt,
  type LoginAttempt,
} from '../attempt/login-attempt.ts'
import type { Parts, ReadyProvider, Visit, WhichPlace } from '../request/parts.ts'
import type { LoginHints } from './login-hints.ts'
import { askFor } from './step-up.ts'

/** Throws `provider_unknown`, `provider_place_invalid`, `provider_unavailable`. */
export async function sendToProvider(
  parts: Parts,
  visit: Visit,
  wish: AttemptWish & {
    readonly providerId: string
    /** The place, for a provider with a `loginPlace`. */
    readonly which?: WhichPlace | undefined
    readonly hints?: LoginHints | undefined
  },
): Promise<Response> {
  const { providerId, returnTo, intent } = wish
  const inspector = parts.inspection?.inspector
  const trace = inspector?.begin(visit, { provider: providerId, returnTo, intent: intent.kind })
  const ready = await parts.providers.get(providerId, visit, wish.which)
  const attempt = await createAttempt(parts, visit, { ...wish, ready })
  inspector?.expect(visit, await attemptId(parts, attempt.state))
  const client = trace ? ready.client.tracedBy(trace) : ready.client
  const url = await client.authorizationUrl({
    redirectUri: attempt.redirectUri,
    state: attempt.state,
    nonce: attempt.nonce,
    codeVerifier: attempt.codeVerifier,
    loginHint: wish.hints?.loginHint,
    scopes: scopesOf(parts, ready, attempt),
    ...questionsOf(parts, ready, { ...attempt, hints: wish.hints }),
  })
  trace?.add({
    place: 'begin',
    sentence: 'The browser was sent to the provider, with the attempt sealed into a cookie.',
    request: { method: 'GET', url: url.href },
  })
  // Use 303, so that the browser does not repeat the POST at the provider (RFC 9700 §4.12).
  return redirect(url.href, await attemptCookies(parts, visit, attempt))
}

/** Returns the scopes to request; undefined for the configured ones. With `keepTokens`, adds those for a refresh token. */
function scopesOf(
  { settings }: Parts,
  { provider }: ReadyProvider,
  { scopes }: LoginAttempt,
): readonly string[] | undefined {
  const offline = settings.keepTokens ? (provider.deviations.offlineAccess?.scopes ?? []) : []
  if (offline.length === 0) return scopes ?? undefined
  return [...new Set([...(scopes ?? provider.scopes), ...offline])]
}

/** Returns the parameters for the demand, the hints and a refresh token. */
function questionsOf(
  { settings }: Parts,
  ready: ReadyProvider,
  { demand, intent, isConsentAsked, hints }: LoginAttempt & { readonly hints?: LoginHints | undefined },
): Pick<AuthorizationRequest, 'prompt' | 'maxAgeSeconds' | 'acrValues' | 'params'> {
  const asked = askFor(ready, demand)
  const offline = settings.keepTokens ? ready.provider.deviations.offlineAccess : undefined
  const { prompt, ...params } = { ...offline?.params, ...(isConsentAsked ? offline?.whenMissing : {}) }
  return {
    ...asked,
    prompt: intent.kind === 'silent' ? 'none' : (asked.prompt ?? hints?.prompt ?? prompt),
    params: { ...params, ...hints?.params, ...asked.params },
  }
}
