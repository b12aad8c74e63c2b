// A provider's icon with a size of its own, so that it stays small on a page that does not use our stylesheet.
import type { Brand } from '../../contracts/provider.ts'

const known = new WeakMap<Brand, Brand>()

/** The same brand; its `<svg>` says width and height where it said none. */
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
