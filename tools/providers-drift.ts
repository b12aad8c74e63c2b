// `npm run providers:drift [-- ID …]`: compares the catalogue's OpenID Connect entries with the metadata that the providers
// publish (this needs a network), and reports what changed. Entries that need options (a tenant, a domain) are left to
// `latchkey doctor`, which knows the options.
import { fetchMetadataDrift } from '../src/cli/doctor/metadata-drift.ts'
import { createOutboundFetch } from '../src/outbound/outbound.ts'
import { catalogueKinds, loadCatalogueEntry } from '../src/providers/definition/catalogue.ts'

/** Returns 1 if something changed, otherwise 0. Unreachable providers are reported, but do not affect the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const kinds = args.length > 0 ? args : catalogueKinds
  const outbound = createOutboundFetch({ timeoutMilliseconds: 10_000 })
  const counts = { same: 0, changed: 0, unreachable: 0, skipped: 0 }
  for (const kind of kinds) counts[await look(kind, outbound)] += 1
  const { same, changed, unreachable, skipped } = counts
  console.log(
    `\n${same} as described, ${changed} changed, ${unreachable} not reached, ${skipped} without public metadata.`,
  )
  return changed > 0 ? 1 : 0
}

async function look(
  kind: string,
  outbound: typeof fetch,
): Promise<'same' | 'changed' | 'unreachable' | 'skipped'> {
  const provider = (await loadCatalogueEntry(kind))?.()
  if (!provider || provider.missingOptions.length > 0) return 'skipped'
  try {
    const drift = await fetchMetadataDrift(provider, outbound)
    if (drift === null) return 'skipped'
    for (const fault of drift) console.log(`${kind}: ${fault}.`)
    return drift.length > 0 ? 'changed' : 'same'
  } catch (error) {
    console.log(`${kind}: not reached (${error instanceof Error ? error.message : 'no answer'}).`)
    return 'unreachable'
  }
}
