// The end-session endpoint (OpenID Connect RP-Initiated Logout 1.0 §2, §3): signs out at once if the hint names this browser's
// session, and otherwise asks the person. Returns only to registered addresses.
import { redirectTo } from './authorization-answer.ts'
import type { BrowserSession } from './browser-sessions.ts'
import { type Exchange, findParameter, readParameters, seeOther } from './exchange.ts'
import { verifyHint } from './id-token.ts'
import { localPath } from './pages/paths.ts'
import { signedOutPage, signOutPage } from './pages/sign-out-page.ts'
import { PageError, ProtocolError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'
import { signOut } from './sign-out.ts'

/** GET or POST. */
export async function endSession(exchange: Exchange): Promise<Response> {
  const { provider, request } = exchange
  const wish = await readLogout(exchange)
  const session = provider.sessions.find(request)
  // RP-Initiated Logout §2: without a hint that names this session, another site may have forged the request.
  if (session && !(wish.sid === session.sid || wish.subject === subjectOf(provider, session))) {
    const id = provider.interactions.beginLogout({ returnUri: wish.returnUri })
    return seeOther(`${localPath(provider)}/sign-out/${id}`)
  }
  return finishLogout(exchange, session, wish.returnUri)
}

/** GET: asks whether to sign out. */
export function showSignOut({ provider, request }: Exchange, id: string): Response | Promise<Response> {
  const logout = provider.interactions.findLogout(id)
  if (!logout) throw logoutIsOver()
  const session = provider.sessions.find(request)
  const person = session && provider.people.find(session.personKey)
  return signOutPage(provider, { id, person, returnUri: logout.returnUri })
}

/** POST: the person confirmed. */
export function confirmSignOut(exchange: Exchange, id: string): Promise<Response> {
  const { provider, request } = exchange
  const logout = provider.interactions.takeLogout(id)
  if (!logout) throw logoutIsOver()
  return finishLogout(exchange, provider.sessions.find(request), logout.returnUri)
}

async function finishLogout(
  { provider }: Exchange,
  session: BrowserSession | null,
  returnUri: string | null,
): Promise<Response> {
  if (session) await signOut(provider, session)
  const response =
    returnUri === null ? await signedOutPage(provider) : redirectTo(returnUri, new URLSearchParams())
  response.headers.append('set-cookie', provider.sessions.clearingCookie())
  return response
}

interface LogoutWish {
  readonly sid: unknown
  readonly subject: unknown
  readonly returnUri: string | null
}

async function readLogout(exchange: Exchange): Promise<LogoutWish> {
  const { provider } = exchange
  try {
    const asSent = await readParameters(exchange)
    const parameters = provider.fixture.readLogout?.(asSent) ?? asSent
    const hint = findParameter(parameters, 'id_token_hint')
    const clientId = findParameter(parameters, 'client_id')
    const claims = hint === null ? null : await verifyHint(provider, hint)
    // RP-Initiated Logout §2: with a hint, client_id must be the client that the ID token was issued to.
    if (clientId !== null && clientId !== provider.clientId) {
      throw new ProtocolError('invalid_request', 'client_id is not the client of this provider.')
    }
    const isKnown = claims !== null || clientId !== null
    const returnUri = readReturnUri(parameters, provider, isKnown)
    return { sid: claims?.sid, subject: claims?.sub, returnUri }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    throw new PageError(error.message, {
      remedy: 'OpenID Connect RP-Initiated Logout §2 lists what may be sent.',
    })
  }
}

function readReturnUri(
  parameters: URLSearchParams,
  provider: ServedProvider,
  isKnown: boolean,
): string | null {
  const uri = findParameter(parameters, 'post_logout_redirect_uri')
  if (uri === null) return null
  // RP-Initiated Logout §3: the client must be known, and the address must exactly match one that it registered.
  if (!isKnown || !provider.postLogoutRedirectUris.has(uri)) {
    throw new PageError('This post-logout redirect URI cannot be used.', {
      facts: [
        ['post_logout_redirect_uri that arrived', uri],
        ['registered', [...provider.postLogoutRedirectUris].join('\n') || '(none)'],
        ['client', isKnown ? provider.clientId : '(neither id_token_hint nor client_id came)'],
      ],
      remedy: 'Send id_token_hint or client_id, and an address that is registered to the letter.',
    })
  }
  const state = findParameter(parameters, 'state')
  if (state === null) return uri
  return `${uri}${uri.includes('?') ? '&' : '?'}${new URLSearchParams({ state })}`
}

function subjectOf(provider: ServedProvider, session: BrowserSession): string | null {
  const person = provider.people.find(session.personKey)
  return person && provider.fixture.subjectOf(person)
}

function logoutIsOver(): PageError {
  return new PageError('This sign-out is over.', {
    status: 410,
    remedy: 'It was answered already, or it is older than ten minutes.',
  })
}
