// The building blocks of pages: escaped HTML, and text from outside within it.
import { html } from 'hono/html'
import { plainText } from '../web/plain-text.ts'

/** Escaped HTML, as the template produces it. */
export type Markup = ReturnType<typeof html>

/** Text from outside, isolated so that it cannot change the direction of the text around it. */
export function fromOutside(text: string): Markup {
  return html`<bdi>${plainText(text)}</bdi>`
}

/** An address or a number: left to right in every language, even without a letter that sets the direction. */
export function machineText(text: string): Markup {
  return html`<bdi dir="ltr">${plainText(text)}</bdi>`
}
