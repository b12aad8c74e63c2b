// The providers that configuration can name: `GITHUB_CLIENT_ID=…`, `OIDC_<ID>_KIND=github`. A new entry is a file here, a
// line below and a fixture. Apple, Microsoft and others have their place in this list.
import type { Provider, ProviderOptions } from '../contracts/provider.ts'
import { facebook } from './facebook.ts'
import { github } from './github.ts'
import { google } from './google.ts'

/** Makes a provider of one kind; credentials may come later. */
export type CatalogueEntry = (options?: ProviderOptions) => Provider

/** By kind, which is also the id that an instance has when it is given none. Without a prototype: any text may be looked up. */
export const catalogue: Readonly<Record<string, CatalogueEntry>> = Object.freeze(
  Object.assign(Object.create(null), { google, github, facebook }),
)
