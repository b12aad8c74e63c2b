// The colours of one scheme: those that the application sets, and the others derived so that they match and are readable.
import { ownColors, type ThemeColors, type ThemePalette } from '../contracts/theme.ts'
import { contrast, mixed } from './color-contrast.ts'

/** WCAG 2.2 §1.4.3: the contrast of text and background. */
const TEXT = 4.5
/** WCAG 2.2 §1.4.11: the contrast of a control's edge. */
const EDGE = 3

/** Shares of the text colour, the faintest mixture first. */
const shares: readonly number[] = [0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1]

export function completePalette(scheme: 'light' | 'dark', given: Partial<ThemeColors>): ThemePalette {
  const own = ownColors[scheme]
  const background = given.background ?? own.background
  const surface = given.surface ?? given.background ?? own.surface
  const text = given.text ?? own.text
  const isOwnGround = background === own.background && surface === own.surface && text === own.text
  const tint = isOwnGround ? own.tint : mixed(text, surface, 0.06)
  const line = isOwnGround ? own.line : mixed(text, background, 0.12)
  const grounds = [background, surface, tint]
  const faintest = (wanted: string, least: number, on: readonly string[]) =>
    [wanted, ...shares.map((share) => mixed(text, background, share))].find((color) =>
      on.every((ground) => contrast(color, ground) >= least),
    ) ?? text
  const primary = given.primary ?? text
  return {
    background,
    surface,
    text,
    muted: given.muted ?? faintest(own.muted, TEXT, grounds),
    border: given.border ?? faintest(own.border, EDGE, [background, surface]),
    accent: given.accent ?? faintest(own.accent, TEXT, [background, surface]),
    primary,
    primaryText: given.primaryText ?? (given.primary === undefined ? background : standingOut(primary)),
    tint,
    line,
  }
}

/** Returns one line for each pair of colours without enough contrast. */
export function unreadablePairs(palette: ThemePalette): readonly string[] {
  const pairs: readonly (readonly [keyof ThemePalette, keyof ThemePalette, number])[] = [
    ['text', 'background', TEXT],
    ['text', 'surface', TEXT],
    ['muted', 'background', TEXT],
    ['muted', 'surface', TEXT],
    ['muted', 'tint', TEXT],
    ['accent', 'background', TEXT],
    ['accent', 'surface', TEXT],
    ['primaryText', 'primary', TEXT],
    ['border', 'background', EDGE],
    ['border', 'surface', EDGE],
  ]
  return pairs.flatMap(([color, ground, least]) => {
    const ratio = contrast(palette[color], palette[ground])
    if (ratio >= least) return []
    return [
      `${color} ${palette[color]} on ${ground} ${palette[ground]} has a contrast of ${ratio.toFixed(2)} and needs ${least}`,
    ]
  })
}

function standingOut(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000'
}
