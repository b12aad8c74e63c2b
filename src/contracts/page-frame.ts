// The frame of every page, and its language.
import type { Messages } from '../languages/en.ts'
import type { Theme, ThemeLogo } from './theme.ts'

/** The language of a page: chosen by the application or by the reader's browser. */
export interface PageLanguage {
  /** For `<html lang>` (RFC 5646): `de`, `zh-Hant`. */
  readonly tag: string
  /** For `<html dir>`. */
  readonly direction: 'ltr' | 'rtl'
  /** For dates and numbers (`Intl`), with the reader's region if it is known: `de-AT`. */
  readonly locale: string
  /** Every sentence of the pages, including those of the option `messages`. `messageText` fills in the placeholders. */
  readonly messages: Messages
}

/** What all pages have in common. */
export interface PageFrame {
  readonly language: PageLanguage
  /** The application's name, or null if none is configured. */
  readonly siteName: string | null
  readonly homeHref: string
  readonly stylesheetHref: string
  /** The application's logo, shown instead of its name; null if the theme has none. */
  readonly logo: ThemeLogo | null
  /** Light pages, dark pages, or the reader's preference (`auto`). */
  readonly scheme: Theme['scheme']
  /** In development only: one line that says that this is development. */
  readonly developmentNotice: string | null
}
