// All routes below the base path, as one table: which story answers, and from where it may be called.
import { beginAuthorization } from './authorize-account.ts'
import { backChannelLogout } from './back-channel-logout.ts'
import { beginLogin } from './begin-login.ts'
import { finishLogin } from './finish-login.ts'
import { frontChannelLogout } from './front-channel-logout.ts'
import { confirmPendingLink, declinePendingLink, keepSeparate, showPendingLink } from './guided-link.ts'
import { beginLink } from './link-account.ts'
import { endOneSession, endOtherSessions, unlink } from './manage-account.ts'
import type { Parts, Visit } from './parts.ts'
import { readSession } from './read-session.ts'
import { receiveFormPost } from './receive-form-post.ts'
import { showAccount } from './show-account.ts'
import { showSignIn } from './show-sign-in.ts'
import { showStylesheet } from './show-stylesheet.ts'
import { showSignedOut, signOut } from './sign-out.ts'
import { beginThirdPartyLogin } from './third-party-login.ts'

/** `id` is what stands in the place of `:provider`. */
export type Story = (parts: Parts, visit: Visit, id: string) => Promise<Response>

export interface Route {
  readonly path: string
  readonly GET?: Story
  readonly POST?: Story
  /** Its POST is bound by something stronger than its origin: an attempt, a signature, a rule of its own. */
  readonly isOpen?: boolean
  /** Its GET changes something: HEAD, which looks only, must not run it. */
  readonly isSpent?: boolean
  /** Errors are JSON, whatever the request accepts. */
  readonly isApi?: boolean
}

export const routes: readonly Route[] = [
  { path: '/login', GET: showSignIn },
  { path: '/login/:provider', GET: beginLogin, POST: beginLogin, isOpen: true, isSpent: true },
  { path: '/callback/:provider', GET: finishLogin, POST: receiveFormPost, isOpen: true, isSpent: true },
  { path: '/session', GET: readSession, isApi: true },
  { path: '/logout', POST: signOut },
  { path: '/signed-out', GET: showSignedOut },
  { path: '/backchannel-logout/:provider', POST: backChannelLogout, isOpen: true, isApi: true },
  { path: '/frontchannel-logout/:provider', GET: frontChannelLogout, isSpent: true },
  {
    path: '/initiate-login',
    GET: beginThirdPartyLogin,
    POST: beginThirdPartyLogin,
    isOpen: true,
    isSpent: true,
  },
  { path: '/account', GET: showAccount },
  { path: '/link/:provider', POST: beginLink },
  { path: '/unlink', POST: unlink },
  {
    path: '/authorize/:provider',
    GET: beginAuthorization,
    POST: beginAuthorization,
    isOpen: true,
    isSpent: true,
  },
  { path: '/sessions/end', POST: endOneSession },
  { path: '/sessions/end-others', POST: endOtherSessions },
  { path: '/pending-link', GET: showPendingLink },
  { path: '/pending-link/confirm', POST: confirmPendingLink },
  { path: '/pending-link/decline', POST: declinePendingLink },
  { path: '/pending-link/separate', POST: keepSeparate },
  { path: '/latchkey.css', GET: showStylesheet },
]
