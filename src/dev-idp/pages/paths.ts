// Addresses of the pages. They are below `/ID/local/`, which no real provider uses.
import type { Interaction } from '../interactions.ts'
import type { ServedProvider } from '../served-provider.ts'

/** The base path of the pages and forms of one sign-in. */
export function signInPath(provider: ServedProvider, interaction: Interaction): string {
  return `${localPath(provider)}/sign-in/${interaction.id}`
}

/** The base path of all pages of one provider. */
export function localPath(provider: Pick<ServedProvider, 'id'>): string {
  return `/${provider.id}/local`
}
