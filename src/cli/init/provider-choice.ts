// A provider that was chosen by its id, with its lines for .env. `oidc` and `oauth2` cannot be chosen: they need more options.
import { variableOf } from '../../contracts/variable-of.ts'
import { catalogueKinds } from '../../providers/definition/catalogue.ts'
import { type CatalogueItem, describeEntry } from '../providers/describe-entry.ts'
import { unknownProvider } from '../providers/unknown-provider.ts'

export interface ProviderChoice {
  readonly id: string
  readonly item: CatalogueItem
  /** Lines for .env. Credentials are commented out; without them, the local identity provider stands in, in development. */
  readonly lines: readonly string[]
}

/** The provider, or a message that says why it cannot be chosen. */
export async function chooseProvider(id: string): Promise<ProviderChoice | string> {
  const item = catalogueKinds.includes(id) ? await describeEntry(id) : null
  if (id === 'oidc' || id === 'oauth2') {
    return `"${id}" needs an address: write ${id}({ … }) in the code, or list it in OIDC_PROVIDERS (docs/environment.md).`
  }
  if (!item) return unknownProvider(id)
  return { id, item, lines: linesOf(item) }
}

function linesOf({ entry, provider }: CatalogueItem): readonly string[] {
  const prefix = variableOf(entry.id)
  return [
    `# ${entry.name}: npx latchkey providers ${entry.id}`,
    `# ${prefix}_CLIENT_ID=`,
    ...(provider.clientAuthentication === 'none' ? [] : [`# ${prefix}_CLIENT_SECRET=`]),
    ...entry.options
      .filter(({ required, variable }) => required && variable !== null)
      .map(({ variable, example }) => `# ${variable}=${example ?? ''}`),
  ]
}
