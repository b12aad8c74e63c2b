// The providers that configuration can name: `GITHUB_CLIENT_ID=…`, `OIDC_<ID>_KIND=github`. Written by
// `node tools/run.mjs write-catalogue` from the files of this folder: one entry is loaded when it is used, none at start.
import type { Provider, ProviderOptions } from '../../contracts/provider.ts'

/** Makes a provider of one kind; credentials may come later. */
export type CatalogueEntry = (options?: ProviderOptions) => Provider

/** By kind, which is also the id that an instance has when it is given none. Without a prototype: any text may be looked up. */
const entries: Readonly<Record<string, () => Promise<object>>> = Object.freeze(
  Object.assign(Object.create(null), {
    apple: () => import('../apple.ts'),
    facebook: () => import('../facebook.ts'),
    github: () => import('../github.ts'),
    google: () => import('../google.ts'),
    microsoft: () => import('../microsoft.ts'),
  }),
)

/** All kinds, in the order of the alphabet. */
export const catalogueKinds: readonly string[] = Object.freeze(Object.keys(entries))

/** Loads one entry. Null where there is none of this kind. */
export async function loadCatalogueEntry(kind: string): Promise<CatalogueEntry | null> {
  const entry = await entries[kind]?.()
  if (!entry) return null
  return (entry as Readonly<Record<string, CatalogueEntry>>)[functionOf(kind)] ?? null
}

/** `login-gov` exports `loginGov`: the same rule for each entry. */
function functionOf(kind: string): string {
  return kind.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
