// The table of all routes below the base path: which flow handles them, and who may call them.

import type { NavigationTarget } from '../../web/navigation.ts'
import { endOneSession, endOtherSessions, unlink } from '../account-page/manage-account.ts'
import { showAccount } from '../account-page/show-account.ts'
import { receiveFormPost } from '../attempt/receive-form-post.ts'
import { answerDevice } from '../clients/answer-device.ts'
import { answerTokenRequest } from '../clients/answer-token-request.ts'
import { authorizeClient, confirmClient } from '../clients/authorize-client.ts'
import { beginDevice } from '../clients/begin-device.ts'
import { revokeClientToken } from '../clients/revoke-client-token.ts'
import { showDevice } from '../clients/show-device.ts'
import { showServerMetadata } from '../clients/show-server-metadata.ts'
import { showInspector } from '../inspect/show-inspector.ts'
import {
  confirmPendingLink,
  declinePendingLink,
  keepSeparate,
  showPendingLink,
} from '../linking/guided-link.ts'
import { beginLink } from '../linking/link-account.ts'
import { showDeletionStatus } from '../notifications/deletion-receipt.ts'
import { receiveNotification } from '../notifications/receive-notification.ts'
import { beginAuthorization } from '../provider-tokens/authorize-account.ts'
import { readSession } from '../session/read-session.ts'
import { beginLogin } from '../sign-in/begin-login.ts'
import { endPopup } from '../sign-in/end-popup.ts'
import { finishLogin } from '../sign-in/finish-login.ts'
import { showSignIn } from '../sign-in/show-sign-in.ts'
import { beginThirdPartyLogin } from '../sign-in/third-party-login.ts'
import { backChannelLogout } from '../sign-out/back-channel-logout.ts'
import { frontChannelLogout } from '../sign-out/front-channel-logout.ts'
import { showSignedOut, showSignOut, signOut } from '../sign-out/sign-out.ts'
import type { Parts, Visit } from './parts.ts'
import { showStylesheet } from './show-stylesheet.ts'

/** The handler of a route. `id` is the value of `:provider`. */
export type Story = (parts: Parts, visit: Visit, id: string) => Promise<Response>

export interface Route {
  readonly path: string
  readonly GET?: Story
  readonly POST?: Story
  /** POST is not checked for same origin, since it has a stronger check: an attempt, a signature, or its own rule. */
  readonly isOpen?: boolean
  /** GET starts, ends or changes something: it runs only for navigations of this kind, and not for HEAD (src/web/navigation.ts). */
  readonly needsNavigation?: NavigationTarget
  /** Handles a GET that is not such a navigation. Default: 403. */
  readonly otherwise?: Story
  /** POST is one redirect of a browser: the response is never JSON. */
  readonly isHop?: boolean
  /** Errors are JSON, whatever the request accepts. */
  readonly isApi?: boolean
  /** Pages of the configured front ends may call it, and their scripts may read the response. */
  readonly isForFrontEnds?: boolean
  /** It uses no cookie, so a front end on another site can call it too. */
  readonly readsNoCookie?: boolean
  /** Accepts sessions by `Authorization`. Other routes accept cookies only. */
  readonly admitsBearer?: boolean
}

/** Also served outside the base path, at the path of RFC 8414 §3. */
export const metadataRoute: Route = {
  path: '/.well-known/oauth-authorization-server',
  GET: showServerMetadata,
  isApi: true,
}

export const routes: readonly Route[] = [
  { path: '/login', GET: showSignIn, isForFrontEnds: true },
  {
    path: '/login/:provider',
    isForFrontEnds: true,
    GET: beginLogin,
    POST: beginLogin,
    isOpen: true,
    needsNavigation: 'document',
    otherwise: showSignIn,
  },
  {
    path: '/callback/:provider',
    GET: finishLogin,
    POST: receiveFormPost,
    isHop: true,
    isOpen: true,
    needsNavigation: 'document',
  },
  { path: '/session', GET: readSession, isApi: true, isForFrontEnds: true, admitsBearer: true },
  { path: '/logout', GET: showSignOut, POST: signOut, isForFrontEnds: true, admitsBearer: true },
  { path: '/signed-out', GET: showSignedOut },
  { path: '/backchannel-logout/:provider', POST: backChannelLogout, isOpen: true, isApi: true },
  { path: '/notifications/:provider', POST: receiveNotification, isOpen: true, isApi: true },
  { path: '/deletion-status', GET: showDeletionStatus },
  { path: '/frontchannel-logout/:provider', GET: frontChannelLogout, needsNavigation: 'frame' },
  {
    path: '/initiate-login',
    GET: beginThirdPartyLogin,
    POST: beginThirdPartyLogin,
    isOpen: true,
    needsNavigation: 'document',
    otherwise: showSignIn,
  },
  { path: '/popup', GET: endPopup },
  { path: '/account', GET: showAccount, isForFrontEnds: true },
  { path: '/link/:provider', POST: beginLink, isForFrontEnds: true },
  { path: '/unlink', POST: unlink, isForFrontEnds: true },
  {
    path: '/authorize/:provider',
    isForFrontEnds: true,
    GET: beginAuthorization,
    POST: beginAuthorization,
    isOpen: true,
    needsNavigation: 'document',
  },
  { path: '/authorize', GET: authorizeClient, POST: confirmClient, needsNavigation: 'document' },
  {
    path: '/token',
    POST: answerTokenRequest,
    isOpen: true,
    isApi: true,
    isForFrontEnds: true,
    readsNoCookie: true,
  },
  { path: '/device', GET: showDevice, POST: beginDevice, isOpen: true, needsNavigation: 'document' },
  { path: '/device/answer', POST: answerDevice },
  {
    path: '/revoke',
    POST: revokeClientToken,
    isOpen: true,
    isApi: true,
    isForFrontEnds: true,
    readsNoCookie: true,
  },
  metadataRoute,
  { path: '/sessions/end', POST: endOneSession, isForFrontEnds: true, admitsBearer: true },
  { path: '/sessions/end-others', POST: endOtherSessions, isForFrontEnds: true, admitsBearer: true },
  { path: '/pending-link', GET: showPendingLink },
  { path: '/pending-link/confirm', POST: confirmPendingLink },
  { path: '/pending-link/decline', POST: declinePendingLink },
  { path: '/pending-link/separate', POST: keepSeparate },
  { path: '/inspect', GET: showInspector },
  { path: '/latchkey.css', GET: showStylesheet },
]
