// The button of a provider without its own brand: a key, in the colours of the page.
import type { Brand } from '../../contracts/provider.ts'

/** A neutral key on a plain button. */
export const genericBrand: Brand = {
  icon: '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><circle cx="7.5" cy="15.5" r="4.5"/><path d="M10.7 12.3 20 3m-4.5 4.5 3 3M18 5l2.5 2.5"/></svg>',
  light: { background: '#ffffff', text: '#1f2328', border: '#818b98' },
  dark: { background: '#212830', text: '#f0f6fc', border: '#656c76' },
}
