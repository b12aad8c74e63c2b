// A provider that was chosen by name: what .env says of it. Those that are described by hand have no name to choose.
import { variableOf } from '../../contracts/variable-of.ts'
import { catalogueKinds } from '../../providers/definition/catalogue.ts'
import { type CatalogueItem, describeEntry } from '../providers/describe-entry.ts'
import { unknownProvider } from '../providers/unknown-provider.ts'

export interface ProviderChoice {
  readonly id: string
  readonly item: CatalogueItem
  /** For .env: what is needed waits behind `#`; until then the local identity provider stands in, in development. */
  readonly lines: readonly string[]
}

/** The provider, or a sentence that says why there is none. */
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
