// What pages are made of: escaped HTML, and texts from outside in it.
import { html } from 'hono/html'
import { plainText } from '../web/plain-text.ts'

/** Escaped HTML, as the template makes it. */
export type Markup = ReturnType<typeof html>

/** Text from outside that must not turn the direction of the text around it. */
export function fromOutside(text: string): Markup {
  return html`<bdi>${plainText(text)}</bdi>`
}

/** An address or a number: from left to right in every language, also where no letter says so. */
export function machineText(text: string): Markup {
  return html`<bdi dir="ltr">${plainText(text)}</bdi>`
}
