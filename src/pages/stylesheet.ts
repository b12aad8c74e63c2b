// The one stylesheet of all pages, served from the application's own origin. The Content-Security-Policy forbids inline styles, so
// each provider has a class for its colours.
import type { Brand, BrandColors } from '../contracts/provider.ts'
import { ownColors, type Theme } from '../contracts/theme.ts'
import { controls } from './styles/controls.ts'
import { developer } from './styles/developer.ts'
import { foundation } from './styles/foundation.ts'
import { items } from './styles/items.ts'
import { inScheme, themeRules } from './styles/theme.ts'

/** A provider whose colours the stylesheet needs: `Provider` itself fits. */
export interface BrandedProvider {
  readonly id: string
  readonly brand: Brand
}

/** Everything except the colours of the providers. */
export const stylesheet: string = foundation + controls + items + developer

/** Changes whenever `stylesheet` changes. */
export const stylesheetVersion: string = versionOf(stylesheet)

/**
 * The whole stylesheet with a class `provider-<id>` for each provider, and the application's theme.
 * @throws TypeError for an id or a colour that would end its declaration and begin another one.
 */
export function stylesheetFor(providers: readonly BrandedProvider[], theme: Theme | null = null): string {
  const light = providers.map(({ id, brand }) => providerRule(id, brand.light))
  const dark = providers.map(({ id, brand }) => providerRule(id, brand.dark))
  return `${stylesheet}
${theme === null ? '' : themeRules(theme, ownColors)}
${inScheme(theme, 'light', light.join('\n'))}
${inScheme(theme, 'dark', dark.join('\n'))}
`
}

/** A short hash of the stylesheet for its address, which may be cached forever (FNV-1a, 32 bits; not for security). */
export function versionOf(css: string): string {
  let hash = 0x811c9dc5
  for (let index = 0; index < css.length; index++) {
    hash = Math.imul(hash ^ css.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}

function providerRule(id: string, colors: BrandColors): string {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new TypeError(`Not a provider's id: ${id}`)
  const declarations = [
    `--provider-background: ${safeColor(colors.background)}`,
    `--provider-text: ${safeColor(colors.text)}`,
    `--provider-border: ${safeColor(colors.border)}`,
  ]
  return `.provider-${id} { ${declarations.join('; ')} }`
}

function safeColor(color: string): string {
  // A colour comes from the application, possibly from its database: it must not be able to leave its declaration.
  if (!/^#?[\w\s.,%()-]+$/.test(color)) throw new TypeError(`Not a colour: ${color}`)
  return color
}
