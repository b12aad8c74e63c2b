// The pages that come with Latchkey. An application replaces any of them: latchkey({ pages: { signIn: … } }).
import type { Pages } from '../contracts/pages.ts'
import { account } from './account.ts'
import { clientConfirm } from './client-confirm.ts'
import { deletionStatus } from './deletion-status.ts'
import { deviceCode } from './device-code.ts'
import { deviceConfirm } from './device-confirm.ts'
import { deviceDone } from './device-done.ts'
import { error } from './error.ts'
import { linkConfirm } from './link-confirm.ts'
import { linkOffer } from './link-offer.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signedOut } from './signed-out.ts'

export { neutralBrand } from './neutral-brand.ts'
export { stylesheet, stylesheetFor, stylesheetVersion, versionOf } from './stylesheet.ts'

/** Server-rendered, without scripts, in light and dark. */
export const defaultPages: Pages = Object.freeze({
  signIn,
  account,
  signOut,
  signedOut,
  deletionStatus,
  error,
  linkOffer,
  linkConfirm,
  clientConfirm,
  deviceCode,
  deviceConfirm,
  deviceDone,
})
