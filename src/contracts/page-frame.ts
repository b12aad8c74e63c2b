// What every page has around it, and the language that it speaks.
import type { Messages } from '../languages/en.ts'
import type { Theme, ThemeLogo } from './theme.ts'

/** The language of a page: chosen by the application or by the reader's browser. */
export interface PageLanguage {
  /** For `<html lang>` (RFC 5646): `de`, `zh-Hant`. */
  readonly tag: string
  /** For `<html dir>`. */
  readonly direction: 'ltr' | 'rtl'
  /** For dates and numbers (`Intl`), with the reader's region where it is known: `de-AT`. */
  readonly locale: string
  /** Every sentence of the pages, those of the application's option `messages` included. `messageText` fills their places. */
  readonly messages: Messages
}

/** What all pages have around them. */
export interface PageFrame {
  readonly language: PageLanguage
  /** The application's name, or null where it has none. */
  readonly siteName: string | null
  readonly homeHref: string
  readonly stylesheetHref: string
  /** The application's picture, which stands in the place of its name; null where the theme has none. */
  readonly logo: ThemeLogo | null
  /** Light pages, dark pages, or (`auto`) as the reader prefers. */
  readonly scheme: Theme['scheme']
  /** In development only: one line that says so. */
  readonly developmentNotice: string | null
}
