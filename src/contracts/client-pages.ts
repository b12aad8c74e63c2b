// View data of the pages about first-party clients: what each page shows, and where its forms go.
import type { PageFrame } from './page-frame.ts'

/** What the pages show of a first-party client. */
export interface ClientFace {
  readonly id: string
  readonly name: string
}

/** `GET /auth/authorize`: a first-party client asks the person to sign it in. */
export interface ClientConfirmView {
  readonly frame: PageFrame
  readonly client: ClientFace
  /** True for a program that listens on a loopback address, false for an app with an https or custom-scheme redirect URI. */
  readonly isOnThisDevice: boolean
  readonly user: { readonly name: string | null; readonly email: string | null }
  readonly allow: { readonly action: string }
  readonly deny: { readonly action: string }
  /** The sign-in page, to use another account. */
  readonly otherAccountHref: string
}

/** `GET /auth/device`: the field for the code that a device shows. The form is sent by GET, with the parameter `user_code`. */
export interface DeviceCodeView {
  readonly frame: PageFrame
  readonly action: string
  /** Why the field is shown again, such as a wrong code; null at first. */
  readonly notice: string | null
}

/** `GET /auth/device?user_code=`: asks whether to sign in the device that shows this code. */
export interface DeviceConfirmView {
  readonly frame: PageFrame
  readonly client: ClientFace
  /** The person compares it with the code on the device: `WDJB-MJHT`. */
  readonly userCode: string
  /** When the device asked, to the minute. */
  readonly askedAt: Date
  readonly user: { readonly name: string | null; readonly email: string | null }
  readonly allow: { readonly action: string }
  readonly deny: { readonly action: string }
  readonly otherAccountHref: string
}

/** `POST /auth/device/answer` */
export interface DeviceDoneView {
  readonly frame: PageFrame
  readonly client: ClientFace
  readonly isAllowed: boolean
  readonly accountHref: string
}
