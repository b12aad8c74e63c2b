// Describes a catalogue entry, without needing any credentials, for `latchkey providers` and for the pages in docs/providers.
import type { EntryOption, Provider, RedirectRules } from '../../contracts/provider.ts'
import type { ProviderFixture } from '../../contracts/provider-fixture.ts'
import { variableOf, variableOfOption } from '../../contracts/variable-of.ts'
import { loadCatalogueEntry } from '../../providers/definition/catalogue.ts'
import { loadFixture } from '../../providers/fixtures/index.ts'

/** One of the entry's own options. */
export interface DescribedOption {
  readonly name: string
  /** The environment variable. `null` for an option that is code. */
  readonly variable: string | null
  readonly kind: EntryOption['kind']
  readonly required: boolean
  readonly default: EntryOption['default'] | null
  readonly values: readonly string[] | null
  readonly example: string | null
  readonly sentence: string
}

/** One entry, as `latchkey providers --json` prints it. */
export interface DescribedEntry {
  readonly id: string
  readonly name: string
  readonly protocol: Provider['protocol']
  /** With `{option}` as a placeholder for each required option. */
  readonly issuer: string
  /** `null` if it is discovered below the issuer. */
  readonly authorization: string | null
  readonly token: string | null
  readonly scopes: readonly string[]
  readonly options: readonly DescribedOption[]
  /** The page where applications are registered. `null` if there is no fixed one. */
  readonly console: string | null
  /** The provider's own page. */
  readonly docs: string | null
  /** `YYYY-MM-DD` */
  readonly lastVerified: string
  /** Whether the provider's own pages could not be opened, or not completely, so that the facts come from other sources. */
  readonly unverified: boolean
  readonly pkce: 'S256' | 'plain' | 'none'
}

/** An entry, with its provider and fixture. */
export interface CatalogueItem {
  readonly provider: Provider
  readonly fixture: ProviderFixture
  readonly entry: DescribedEntry
}

/** Returns `null` if there is no entry of this kind. */
export async function describeEntry(kind: string): Promise<CatalogueItem | null> {
  const [create, fixture] = await Promise.all([loadCatalogueEntry(kind), loadFixture(kind)])
  if (!create || !fixture) return null
  const provider = create()
  const template = templateOf(provider)
  const { id, name, protocol, scopes, deviations, endpoints, consoleUrl } = provider
  const entry: DescribedEntry = {
    id,
    name,
    protocol,
    issuer: template(provider.issuer),
    authorization: endpoints?.authorization === undefined ? null : template(endpoints.authorization),
    token: endpoints?.token === undefined ? null : template(endpoints.token),
    scopes,
    options: Object.entries(provider.ownOptions).map(([option, facts]) => describeOption(id, option, facts)),
    console: consoleUrl === undefined ? null : template(consoleUrl),
    docs: fixture.sources[0] ?? null,
    lastVerified: fixture.lastVerified,
    unverified: fixture.unverified === true,
    pkce: deviations.pkce ?? 'S256',
  }
  return { provider, fixture, entry }
}

/** Returns the provider's rules for redirect URIs in development, as sentences for the developer. */
export function redirectAdvice({ localhost, loopbackAddress, note }: RedirectRules): readonly string[] {
  if (note !== undefined) return [note]
  if (localhost !== false) return []
  return loopbackAddress === true
    ? ['It refuses localhost: register http://127.0.0.1 and open the application there.']
    : ['It registers https addresses only. Develop with the local identity provider, or through a tunnel.']
}

function describeOption(id: string, name: string, option: EntryOption): DescribedOption {
  return {
    name,
    variable: option.kind === 'code' ? null : `${variableOf(id)}_${variableOfOption(name)}`,
    kind: option.kind,
    required: option.required === true,
    default: option.default ?? null,
    values: option.values ?? null,
    example: option.example ?? null,
    sentence: option.sentence,
  }
}

/** Returns a function that replaces the example values of missing options in an address with their names in braces. */
function templateOf({ ownOptions, missingOptions }: Provider): (address: string) => string {
  const examples = missingOptions.map((name) => [name, ownOptions[name]?.example ?? ''] as const)
  return (address) =>
    examples.reduce(
      (text, [name, example]) => (example ? text.replaceAll(example, `{${name}}`) : text),
      address,
    )
}
