// Checks the theme at start: pages must be readable, and no value may inject further CSS or HTML, since themes may come from a
// database.
import {
  type Theme,
  type ThemeColors,
  type ThemeFont,
  type ThemeLogo,
  type ThemeOptions,
  type ThemePalette,
  themeColorNames,
} from '../contracts/theme.ts'
import { variableOfOption } from '../contracts/variable-of.ts'
import { LatchkeyError } from '../errors.ts'
import { completePalette, unreadablePairs } from './theme-palette.ts'

const optionNames = ['light', 'dark', 'scheme', 'radius', 'font', 'fontFile', 'logo', 'logoDark']

/** Throws `config_option_invalid`. */
export function readTheme(options: ThemeOptions = {}): Theme {
  if (typeof options !== 'object' || options === null) throw invalid('theme must be an object of options.')
  refuseUnknown('theme', options, optionNames)
  return {
    scheme: readScheme(options.scheme),
    light: readPalette('light', options.light),
    dark: readPalette('dark', options.dark),
    radius: readRadius(options.radius),
    font: readFont(options),
    logo: readLogo(options),
  }
}

function readScheme(scheme: unknown = 'auto'): Theme['scheme'] {
  if (scheme === 'auto' || scheme === 'light' || scheme === 'dark') return scheme
  throw invalid(`theme.scheme must be "auto", "light" or "dark", not ${shown(scheme)}.`)
}

function readPalette(scheme: 'light' | 'dark', colors: Partial<ThemeColors> = {}): ThemePalette | null {
  if (typeof colors !== 'object' || colors === null)
    throw invalid(`theme.${scheme} must be an object of colours.`)
  refuseUnknown(`theme.${scheme}`, colors, themeColorNames)
  const given: Partial<Record<keyof ThemeColors, string>> = {}
  for (const name of themeColorNames) {
    const color = colors[name]
    if (color !== undefined) given[name] = readColor(`theme.${scheme}.${name}`, color)
  }
  if (Object.keys(given).length === 0) return null
  const palette = completePalette(scheme, given)
  const pairs = unreadablePairs(palette)
  if (pairs.length > 0)
    throw invalid(
      `theme.${scheme} (THEME_${scheme.toUpperCase()}_…) cannot be read: ${pairs.join('; ')} (WCAG 2.2).`,
    )
  return palette
}

function readColor(name: string, color: unknown): string {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(String(color)) ?? []
  if (typeof color === 'string' && long) return `#${long.toLowerCase()}`
  if (typeof color === 'string' && short) return `#${short.toLowerCase().replaceAll(/./g, '$&$&')}`
  throw invalid(`${both(name)} must be a colour such as #2556c9, not ${shown(color)}.`)
}

function readRadius(radius: unknown): string | null {
  if (radius === undefined) return null
  const [, number = '', unit] = /^(\d{1,2}(?:\.\d{1,3})?)(px|rem)?$/.exec(String(radius)) ?? []
  const pixels = Number(number) * (unit === 'rem' ? 16 : 1)
  if (number !== '' && pixels <= 32 && (unit !== undefined || pixels === 0)) return `${number}${unit ?? 'px'}`
  throw invalid(
    `${both('theme.radius')} must be a length from 0 to 32px or 2rem, such as "0.5rem", not ${shown(radius)}.`,
  )
}

const genericFamilies: ReadonlySet<string> = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
  'ui-monospace',
  'ui-rounded',
])

function readFont({ font, fontFile }: ThemeOptions): ThemeFont | null {
  if (font === undefined) {
    if (fontFile === undefined) return null
    throw invalid('theme.fontFile needs theme.font, whose first family it has.')
  }
  const families = typeof font === 'string' ? font.split(',').map(readFamily) : [null]
  if (families.includes(null) || families.length > 10) {
    throw invalid(
      `${both('theme.font')} must be a list of families such as "Inter, sans-serif", not ${shown(font)}.`,
    )
  }
  const [family = ''] = families as readonly string[]
  if (fontFile !== undefined && genericFamilies.has(family)) {
    throw invalid(`theme.font must begin with the family of theme.fontFile, not with ${family}.`)
  }
  return {
    families: families.join(', '),
    file: fontFile === undefined ? null : { family, href: readPath('theme.fontFile', fontFile) },
  }
}

/** Quotes every family except the generic ones of CSS. */
function readFamily(text: string): string | null {
  const name = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{N} _-]{0,58}[\p{L}\p{N}])?$/u.test(name)) return null
  return genericFamilies.has(name) ? name : `"${name}"`
}

function readLogo({ logo, logoDark }: ThemeOptions): ThemeLogo | null {
  if (logo === undefined) {
    if (logoDark === undefined) return null
    throw invalid('theme.logoDark needs theme.logo.')
  }
  const href = readPath('theme.logo', logo)
  return { href, darkHref: logoDark === undefined ? href : readPath('theme.logoDark', logoDark) }
}

/** The Content-Security-Policy of the pages allows only pictures and fonts of the application's own origin. */
function readPath(name: string, path: unknown): string {
  if (typeof path === 'string' && /^\/(?!\/)[\w.~/%@+-]{1,300}(\?[\w.~%=&+-]{0,100})?$/.test(path))
    return path
  throw invalid(`${both(name)} must be a path of this application such as "/logo.svg", not ${shown(path)}.`)
}

function refuseUnknown(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key))
  if (unknown === undefined) return
  throw invalid(`${name} has no option ${shown(unknown)}; it has ${known.join(', ')}.`)
}

/** Returns the option and the variable that may have set it: `theme.light.primaryText (THEME_LIGHT_PRIMARY_TEXT)`. */
function both(option: string): string {
  return `${option} (${variableOfOption(option.replaceAll('.', '_'))})`
}

function shown(value: unknown): string {
  return String(JSON.stringify(value) ?? value).slice(0, 60)
}

function invalid(detail: string): LatchkeyError {
  return new LatchkeyError('config_option_invalid', { detail })
}
