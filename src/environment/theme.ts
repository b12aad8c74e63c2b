// Reads the theme of the pages from the environment: `THEME_LIGHT_PRIMARY_TEXT` for `theme.light.primaryText`.
import { type ThemeColors, type ThemeOptions, themeColorNames } from '../contracts/theme.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import type { VariableReader } from './variables.ts'

/** All variables of a theme. */
export const themeVariables: readonly string[] = [
  ...['LIGHT', 'DARK'].flatMap((scheme) =>
    themeColorNames.map((color) => `THEME_${scheme}_${variableOfOption(color)}`),
  ),
  'THEME_SCHEME',
  'THEME_RADIUS',
  'THEME_FONT',
  'THEME_FONT_FILE',
  'THEME_LOGO',
  'THEME_LOGO_DARK',
]

/** Returns undefined if no variable is set. The values are checked with the option, at start. */
export function themeFromEnvironment(read: VariableReader): ThemeOptions | undefined {
  if (!themeVariables.some((name) => read.text(name) !== undefined)) return undefined
  return {
    light: colorsOf(read, 'LIGHT'),
    dark: colorsOf(read, 'DARK'),
    scheme: read.choice('THEME_SCHEME', ['auto', 'light', 'dark']),
    radius: read.text('THEME_RADIUS'),
    font: read.text('THEME_FONT'),
    fontFile: read.text('THEME_FONT_FILE'),
    logo: read.text('THEME_LOGO'),
    logoDark: read.text('THEME_LOGO_DARK'),
  }
}

function colorsOf(read: VariableReader, scheme: string): Partial<ThemeColors> {
  const colors = themeColorNames.map(
    (color) => [color, read.text(`THEME_${scheme}_${variableOfOption(color)}`)] as const,
  )
  return Object.fromEntries(colors.filter(([, value]) => value !== undefined))
}
