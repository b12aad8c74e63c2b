// The application's theme as rules that follow those of the pages. Its values are checked at start (src/setup/read-theme.ts).
import type { Theme, ThemePalette } from '../../contracts/theme.ts'

/** The custom properties of a palette. */
export function paletteProperties(palette: ThemePalette): string {
  return [
    `--ground: ${palette.background};`,
    `--surface: ${palette.surface};`,
    `--tint: ${palette.tint};`,
    `--text: ${palette.text};`,
    `--muted: ${palette.muted};`,
    `--line: ${palette.line};`,
    `--control-line: ${palette.border};`,
    `--accent: ${palette.accent};`,
    `--primary: ${palette.primary};`,
    `--primary-text: ${palette.primaryText};`,
  ].join(' ')
}

/** Wraps rules for a colour scheme in its media query, or returns them unwrapped if the theme has only this scheme. */
export function inScheme(theme: Theme | null, scheme: 'light' | 'dark', rules: string): string {
  if (rules === '') return ''
  const { scheme: only } = theme ?? { scheme: 'auto' }
  if (only === 'auto')
    return scheme === 'light' ? rules : `@media (prefers-color-scheme: dark) {\n${rules}\n}`
  return only === scheme ? rules : ''
}

export function themeRules(theme: Theme, own: Readonly<Record<'light' | 'dark', ThemePalette>>): string {
  const { scheme, radius, font } = theme
  const colorsOf = (each: 'light' | 'dark') => {
    const palette = theme[each] ?? (scheme === each ? own[each] : null)
    return inScheme(theme, each, palette ? `:root { ${paletteProperties(palette)} }` : '')
  }
  return [
    font?.file
      ? `@font-face { font-family: ${font.file.family}; src: url("${font.file.href}"); font-weight: 100 900; font-display: swap }`
      : '',
    scheme === 'auto' ? '' : `:root { color-scheme: ${scheme} }`,
    radius === null ? '' : `:root { --radius: ${radius} }`,
    font === null ? '' : `:root { --sans: ${font.families}, var(--fallback-sans) }`,
    colorsOf('light'),
    colorsOf('dark'),
  ]
    .filter((rule) => rule !== '')
    .join('\n')
}
