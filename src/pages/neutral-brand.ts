// For an account whose provider is no longer configured, so that its brand is unknown.
import type { Brand } from '../contracts/provider.ts'

/** A person's outline in the colours of the page. */
export const neutralBrand: Brand = {
  icon: '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><circle cx="12" cy="8" r="4"/><path d="M4 21a8 7 0 0 1 16 0" stroke-linecap="round"/></svg>',
  light: { background: '#ffffff', text: '#1d1c1a', border: '#8d8981' },
  dark: { background: '#1c1c1b', text: '#eeece8', border: '#7d7971' },
}
