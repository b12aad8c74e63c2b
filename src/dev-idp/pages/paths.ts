// Addresses of the pages. They stand below `/ID/local/`, where no real provider has anything.
import type { Interaction } from '../interactions.ts'
import type { ServedProvider } from '../served-provider.ts'

/** Below it are the pages and forms of one sign-in. */
export function signInPath(provider: ServedProvider, interaction: Interaction): string {
  return `${localPath(provider)}/sign-in/${interaction.id}`
}

/** Below it are all pages of one provider. */
export function localPath(provider: Pick<ServedProvider, 'id'>): string {
  return `/${provider.id}/local`
}
