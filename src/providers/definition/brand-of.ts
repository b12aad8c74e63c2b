// A button in a provider's color, for entries whose branding rules specify nothing else: the mark in one color, the text
// black or white, whichever is easier to read. WCAG 2.2, "relative luminance" and "contrast ratio".
import type { Brand, BrandColors } from '../../contracts/provider.ts'

/** Letters as strokes in a 24 by 24 field, for providers without a mark that may be used here. */
const strokes: Readonly<Record<string, string>> = {
  A: 'M7 18 12 6l5 12M9 14h6',
  B: 'M8 6h5a3 3 0 0 1 0 6H8zM8 12h6a3 3 0 0 1 0 6H8z',
  C: 'M17 8a6 6 0 1 0 0 8',
  D: 'M8 6h3a6 6 0 0 1 0 12H8z',
  E: 'M16 6H8v12h8M8 12h7',
  F: 'M16 6H8v12M8 12h7',
  G: 'M17 8a6 6 0 1 0 0 8v-4h-4',
  H: 'M8 6v12M16 6v12M8 12h8',
  I: 'M12 6v12',
  J: 'M15 6v8a4 4 0 0 1-8 0',
  K: 'M8 6v12M16 6l-8 7M10 11l6 7',
  L: 'M8 6v12h8',
  M: 'M6 18V6l6 8 6-8v12',
  N: 'M8 18V6l8 12V6',
  O: 'M12 6a6 6 0 1 0 0 12 6 6 0 1 0 0-12',
  P: 'M8 18V6h5a3.5 3.5 0 0 1 0 7H8',
  Q: 'M12 6a6 6 0 1 0 0 12 6 6 0 1 0 0-12M13 14l5 5',
  R: 'M8 18V6h5a3.5 3.5 0 0 1 0 7H8M12 13l5 5',
  S: 'M16 8c-2-3-8-2-8 1 0 4 8 2 8 6 0 3-6 4-8 1',
  T: 'M7 6h10M12 6v12',
  U: 'M8 6v8a4 4 0 0 0 8 0V6',
  V: 'M7 6l5 12 5-12',
  W: 'M5 6l3.5 12L12 9l3.5 9L19 6',
  X: 'M7 6l10 12M17 6 7 18',
  Y: 'M7 6l5 6 5-6M12 12v6',
  Z: 'M8 6h8L8 18h8',
  '4': 'M15 18V6l-8 8h11',
}

/** The luminance of about `#1e1e1e`. */
const NEARLY_BLACK = 0.013

/**
 * Makes the button of a provider.
 *
 * @example
 * ```ts
 * import { brandOf } from 'latchkey/kit'
 *
 * const brand = brandOf('#5865f2', 'A')
 * ```
 * @param background The provider's color as `#rrggbb`, for the button in light and dark mode. If it is nearly black, the button is
 * white in dark mode, since it would be invisible otherwise.
 * @param mark The `d` of a path that fills a 24 by 24 field, or one letter.
 */
export function brandOf(background: `#${string}`, mark: string): Brand {
  const colors = colorsOn(background)
  const isNearlyBlack = luminance(background) < NEARLY_BLACK
  const dark = isNearlyBlack ? { background: '#ffffff', text: background, border: '#ffffff' } : colors
  return { icon: iconOf(mark), light: colors, dark }
}

function iconOf(mark: string): string {
  const letter = strokes[mark]
  if (letter === undefined) return svg(24, `<path d="${mark}" fill="currentColor"/>`)
  const pen =
    'fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"'
  // Moved to the corner of a smaller field, so that a letter fills the field like a mark.
  return svg(16, `<g transform="translate(-4 -4)"><path d="${letter}" ${pen}/></g>`)
}

function svg(size: number, shapes: string): string {
  return `<svg viewBox="0 0 ${size} ${size}" aria-hidden="true" focusable="false">${shapes}</svg>`
}

function colorsOn(background: string): BrandColors {
  const brightness = luminance(background)
  const onWhite = 1.05 / (brightness + 0.05)
  const onBlack = (brightness + 0.05) / 0.05
  return { background, text: onWhite >= onBlack ? '#ffffff' : '#000000', border: background }
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
