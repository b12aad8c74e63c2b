// The person's own page at the provider: it shows who is signed in and offers to sign out. The application learns of that
// sign-out only through back-channel logout.
import { type Exchange, seeOther } from './exchange.ts'
import { accountPage } from './pages/account-page.ts'
import { localPath } from './pages/paths.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

/** GET. */
export function showAccount({ provider, request }: Exchange): Promise<Response> {
  const session = provider.sessions.find(request)
  const person = session && provider.people.find(session.personKey)
  return accountPage(provider, person && session ? { person, session } : null)
}

/** POST: signs out in this browser only. */
export async function signOutHere({ provider, request }: Exchange): Promise<Response> {
  const session = provider.sessions.find(request)
  if (session) await signOut(provider, session)
  return backToAccount(provider)
}

/** POST: signs out in every browser. */
export async function signOutAll({ provider, request }: Exchange): Promise<Response> {
  const session = provider.sessions.find(request)
  if (session) await signOutEverywhere(provider, session.personKey)
  return backToAccount(provider)
}

function backToAccount(provider: Exchange['provider']): Response {
  const response = seeOther(`${localPath(provider)}/account`)
  response.headers.append('set-cookie', provider.sessions.clearingCookie())
  return response
}
