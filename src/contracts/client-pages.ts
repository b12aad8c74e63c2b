// The pages about clients of the application's own: what each shows, and where its forms go.
import type { PageFrame } from './page-frame.ts'

/** A first-party client, as people see it. */
export interface ClientFace {
  readonly id: string
  readonly name: string
}

/** `GET /auth/authorize`: an application of the same maker asks to be signed in. */
export interface ClientConfirmView {
  readonly frame: PageFrame
  readonly client: ClientFace
  /** A program that listens on this computer; else an application that owns a scheme. */
  readonly isOnThisDevice: boolean
  readonly user: { readonly name: string | null; readonly email: string | null }
  readonly allow: { readonly action: string }
  readonly deny: { readonly action: string }
  /** The sign-in page, for somebody who wants to be another person there. */
  readonly otherAccountHref: string
}

/** `GET /auth/device`: the field for the code that a device shows. Its form goes by GET, with `user_code`. */
export interface DeviceCodeView {
  readonly frame: PageFrame
  readonly action: string
  /** Why the field is shown again. */
  readonly notice: string | null
}

/** `GET /auth/device?user_code=`: the question whether the device that shows this code is to be signed in. */
export interface DeviceConfirmView {
  readonly frame: PageFrame
  readonly client: ClientFace
  /** To be compared with the device: `WDJB-MJHT`. */
  readonly userCode: string
  /** To the minute. */
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
