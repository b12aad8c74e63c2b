// A moment for people and machines (HTML, the `time` element), in the format of the reader's language. In UTC, and with the month as
// a word: the server knows neither the reader's time zone nor whether they read 3/5 as March or as May.
import { html } from 'hono/html'
import type { PageLanguage } from '../contracts/pages.ts'
import type { Markup } from './markup.ts'

type Reader = Pick<PageLanguage, 'locale'>

/** The moment to the minute: "3 May 2026, 09:05 UTC". */
export function readableTime({ locale }: Reader, moment: Date): Markup {
  const text = new Intl.DateTimeFormat(locale, { ...day, ...minute }).format(moment)
  return html`<time datetime="${`${moment.toISOString().slice(0, 16)}Z`}">${text}</time>`
}

/** The day alone: "3 May 2026". */
export function readableDate({ locale }: Reader, moment: Date): Markup {
  const text = new Intl.DateTimeFormat(locale, day).format(moment)
  return html`<time datetime="${moment.toISOString().slice(0, 10)}">${text}</time>`
}

const day = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const
const minute = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const
