// Adds a size to a provider's icon, so that it is small on a page that does not use Latchkey's stylesheet.
import type { Brand } from '../../contracts/provider.ts'

const known = new WeakMap<Brand, Brand>()

/** Returns the brand with a width and height on its `<svg>`, unless it has one. */
export function sizedBrand(brand: Brand): Brand {
  const before = known.get(brand)
  if (before) return before
  const tag = /^\s*<svg\b[^>]*>/i.exec(brand.icon)?.[0] ?? ''
  const isSized = /\s(width|height)=/i.test(tag)
  const icon = isSized ? brand.icon : brand.icon.replace(/<svg\b/i, '<svg width="20" height="20"')
  const sized = Object.freeze({ ...brand, icon })
  known.set(brand, sized)
  return sized
}
