// A moment for people and machines (HTML, the `time` element). In UTC and with the month as a word: the server knows
// neither the reader's zone nor whether 3/5 is in March or in May to them.
import { html } from 'hono/html'
import type { Markup } from './layout.ts'

const months: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The moment to the minute: "3 May 2026, 09:05 UTC". */
export function readableTime(moment: Date): Markup {
  const minute = `${moment.toISOString().slice(0, 16)}Z`
  return html`<time datetime="${minute}">${readableDay(moment)}, ${minute.slice(11, 16)} UTC</time>`
}

/** The day alone: "3 May 2026". */
export function readableDate(moment: Date): Markup {
  return html`<time datetime="${moment.toISOString().slice(0, 10)}">${readableDay(moment)}</time>`
}

function readableDay(moment: Date): string {
  return `${moment.getUTCDate()} ${months[moment.getUTCMonth()]} ${moment.getUTCFullYear()}`
}
