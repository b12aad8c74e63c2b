// The providers that configuration can name: `GITHUB_CLIENT_ID=…`, `OIDC_<ID>_KIND=github`. Written by
// `node tools/run.mjs write-catalogue` from the files of this folder: one entry is loaded when it is used, none at start.
import type { Provider, ProviderOptions } from '../../contracts/provider.ts'

/** Makes a provider of one kind; credentials may come later. */
export type CatalogueEntry = (options?: ProviderOptions) => Provider

/** By kind, which is also the id that an instance has when it is given none. Without a prototype: any text may be looked up. */
const entries: Readonly<Record<string, () => Promise<object>>> = Object.freeze(
  Object.assign(Object.create(null), {
    adfs: () => import('../adfs.ts'),
    apple: () => import('../apple.ts'),
    asgardeo: () => import('../asgardeo.ts'),
    auth0: () => import('../auth0.ts'),
    authelia: () => import('../authelia.ts'),
    authentik: () => import('../authentik.ts'),
    'azure-b2c': () => import('../azure-b2c.ts'),
    clerk: () => import('../clerk.ts'),
    codeberg: () => import('../codeberg.ts'),
    cognito: () => import('../cognito.ts'),
    descope: () => import('../descope.ts'),
    duende: () => import('../duende.ts'),
    'entra-external-id': () => import('../entra-external-id.ts'),
    facebook: () => import('../facebook.ts'),
    forgejo: () => import('../forgejo.ts'),
    fusionauth: () => import('../fusionauth.ts'),
    gitea: () => import('../gitea.ts'),
    github: () => import('../github.ts'),
    google: () => import('../google.ts'),
    jumpcloud: () => import('../jumpcloud.ts'),
    kanidm: () => import('../kanidm.ts'),
    keycloak: () => import('../keycloak.ts'),
    kinde: () => import('../kinde.ts'),
    logto: () => import('../logto.ts'),
    microsoft: () => import('../microsoft.ts'),
    okta: () => import('../okta.ts'),
    onelogin: () => import('../onelogin.ts'),
    ory: () => import('../ory.ts'),
    'ping-federate': () => import('../ping-federate.ts'),
    'ping-one': () => import('../ping-one.ts'),
    'pocket-id': () => import('../pocket-id.ts'),
    salesforce: () => import('../salesforce.ts'),
    zitadel: () => import('../zitadel.ts'),
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
