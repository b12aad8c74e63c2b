// `latchkey providers`: lists the providers, or says what to do for one of them.
import { parseArgs } from 'node:util'
import { variableOf } from '../contracts/variable-of.ts'
import { isPublicOrigin } from '../environment/deployment.ts'
import { catalogueKinds } from '../providers/definition/catalogue.ts'
import {
  type CatalogueItem,
  type DescribedEntry,
  describeEntry,
  redirectAdvice,
} from './providers/describe-entry.ts'
import { functionOf } from './providers/function-of.ts'
import { unknownProvider } from './providers/unknown-provider.ts'
import { Misuse, readOrComplain } from './usage.ts'

export interface ProvidersSurroundings {
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** The origin in the redirect URIs. `null`: the default one. */
  readonly origin: string | null
}

/** `latchkey providers [--json]`, `latchkey providers ID`. Returns the exit code: 0, 1 for an unknown provider, 2 for wrong arguments. */
export async function providers(args: readonly string[], io: ProvidersSurroundings): Promise<number> {
  const asked = readOrComplain('providers', () => readArguments(args), io.complain)
  if (asked === null) return 2
  if (asked.isJson) return writeJson(asked.ids, io)
  const [id] = asked.ids
  return id === undefined ? writeList(io) : writeOne(id, io)
}

function readArguments(args: readonly string[]): {
  readonly ids: readonly string[]
  readonly isJson: boolean
} {
  const { values, positionals: ids } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  })
  const { json: isJson = false } = values
  if (!isJson && ids.length > 1)
    throw new Misuse('It describes one provider at a time; --json takes several.')
  return { ids, isJson }
}

async function writeJson(
  ids: readonly string[],
  { write, complain }: ProvidersSurroundings,
): Promise<number> {
  const kinds = ids.length > 0 ? ids : catalogueKinds
  const found = await Promise.all(kinds.map(describeEntry))
  const unknown = kinds.filter((_, index) => found[index] === null)
  if (unknown.length > 0) return complainOf(unknown[0] ?? '', complain)
  write(
    JSON.stringify(
      found.map((item) => item?.entry),
      null,
      2,
    ),
  )
  return 0
}

async function writeList({ write }: ProvidersSurroundings): Promise<number> {
  const items = await Promise.all(catalogueKinds.map(describeEntry))
  const entries = items.flatMap((item) => (item ? [item.entry] : []))
  const width = Math.max(...entries.map(({ id }) => id.length))
  for (const entry of entries) write(`${entry.id.padEnd(width)}  ${entry.name}${noteOn(entry)}`)
  write(`\n${entries.length} providers. What to do for one of them: latchkey providers ID`)
  return 0
}

function noteOn({ unverified, options }: DescribedEntry): string {
  const needed = options.filter(({ required }) => required).map(({ name }) => name)
  const notes = [needed.length > 0 && `needs ${needed.join(', ')}`, unverified && 'unverified'].filter(
    Boolean,
  )
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}

async function writeOne(id: string, { write, complain, origin }: ProvidersSurroundings): Promise<number> {
  const item = await describeEntry(id)
  if (!item) return complainOf(id, complain)
  write(linesOf(item, origin).join('\n'))
  return 0
}

const usualOrigin = 'http://localhost:3000'

/** Returns the instructions for one provider, line by line. */
export function linesOf({ entry, provider }: CatalogueItem, origin: string | null): readonly string[] {
  const prefix = variableOf(entry.id)
  const isPublic = provider.clientAuthentication === 'none'
  const hasPublicOrigin = origin !== null && isPublicOrigin(origin)
  return [
    `${entry.name} (${entry.protocol === 'oidc' ? 'OpenID Connect' : 'OAuth 2.0'})`,
    '',
    entry.console
      ? `1. Register the application: ${entry.console}`
      : '1. Register the application at the provider.',
    '2. Redirect URIs:',
    `   development  ${hasPublicOrigin ? usualOrigin : (origin ?? usualOrigin)}/auth/callback/${entry.id}`,
    `   production   ${hasPublicOrigin ? origin : 'https://YOUR-DOMAIN'}/auth/callback/${entry.id}`,
    ...redirectAdvice(provider.redirectRules).map((sentence) => `   ${sentence}`),
    '3. Variables:',
    `   PROVIDERS=${entry.id}`,
    `   ${prefix}_CLIENT_ID=…`,
    ...(isPublic ? [] : [`   ${prefix}_CLIENT_SECRET=…`]),
    ...entry.options
      .filter(({ variable }) => variable !== null)
      .map(({ variable, required, sentence, default: usual }) => {
        const presence = required ? 'needed' : usual === null ? 'optional' : `default ${String(usual)}`
        return `   ${variable}=…  # ${presence}: ${sentence}`
      }),
    '4. In code:',
    `   import { ${functionOf(entry.id)} } from 'latchkey/providers/${entry.id}'`,
    '',
    `Scopes: ${entry.scopes.join(' ') || 'none'}. Documentation: ${entry.docs ?? 'none known'}`,
    entry.unverified
      ? "Unverified: the provider's own pages could not be opened, or not far enough."
      : `Held against the provider's pages on ${entry.lastVerified}.`,
  ]
}

function complainOf(id: string, complain: ProvidersSurroundings['complain']): number {
  complain(
    `${unknownProvider(id)} Any other one is described by OIDC_PROVIDERS (docs/environment.md), oidc() or oauth2().`,
  )
  return 1
}
