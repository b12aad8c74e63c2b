// Checks whether a session suffices for a request (OpenID Connect Core §3.1.2.1, max_age and prompt), and signs people in, which
// here only means choosing them.
import type { BrowserSession } from './browser-sessions.ts'
import type { AuthorizationRequest } from './interactions.ts'
import type { ServedProvider } from './served-provider.ts'

/** Whether the session is too old for this request, or the request demands a new sign-in. */
export function needsNewSignIn(
  provider: ServedProvider,
  session: BrowserSession,
  request: AuthorizationRequest,
): boolean {
  const ageSeconds = (provider.now() - session.authenticatedAt) / 1000
  // OpenID Connect Core §3.1.2.1: max_age=0 is like prompt=login.
  const tooOld = request.maxAgeSeconds !== null && ageSeconds >= request.maxAgeSeconds
  return tooOld || request.prompt.has('login')
}

/** Signs a person in: continues their session if there is one, renewing it if necessary, and otherwise starts a new one. */
export function signIn(
  provider: ServedProvider,
  current: BrowserSession | null,
  { personKey, request }: { readonly personKey: string; readonly request: AuthorizationRequest },
): BrowserSession {
  const isTheirs = current?.personKey === personKey
  if (current && !isTheirs) provider.sessions.end(current)
  const session = current && isTheirs ? current : provider.sessions.start(personKey)
  if (needsNewSignIn(provider, session, request)) session.authenticatedAt = provider.now()
  // No password is checked here, so any requested level is granted (OpenID Connect Core §5.5.1.1).
  if (request.acr !== null) session.acr = request.acr
  return session
}
