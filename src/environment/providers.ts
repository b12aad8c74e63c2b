// The providers that the environment enables, in the order of their buttons: `PROVIDERS`, `OIDC_PROVIDERS`, and in development
// those with credentials.
import type { Provider } from '../contracts/provider.ts'
import type { ProviderOptions } from '../contracts/provider-options.ts'
import { variableOf } from '../contracts/variable-of.ts'
import { LatchkeyError } from '../errors.ts'
import { catalogueKinds, loadCatalogueEntry } from '../providers/definition/catalogue.ts'
import { oidc } from '../providers/oidc.ts'
import { completeProvider, namingVariables } from './complete-provider.ts'
import { misspeltVariables } from './misspelt.ts'
import { readProviderOptions } from './provider-options.ts'
import type { StartProblems } from './start-problems.ts'
import { type Environment, readVariables, variableInvalid } from './variables.ts'

export interface ChosenProviders {
  readonly providers: readonly Provider[]
  /** Sentences to log once. */
  readonly notices: readonly string[]
}

interface Surroundings {
  readonly environment: Environment
  readonly isProduction: boolean
  readonly problems: StartProblems
}

/** The providers to emulate if none is configured, in development. */
const developmentKinds: readonly string[] = ['google', 'github', 'facebook']

export async function chooseProviders(surroundings: Surroundings): Promise<ChosenProviders> {
  const { ids, named, notices } = chooseIds(surroundings)
  const made = await Promise.all(
    ids.map((id) => (named.has(id) ? namedProvider(surroundings, id) : catalogueProvider(surroundings, id))),
  )
  const providers = made.filter((provider) => provider !== null)
  const prefixes = [
    ...providers.map(({ variablePrefix: prefix, ownOptions }) => ({ prefix, ownOptions })),
    // Include providers that could not be created.
    ...[...named].map((id) => ({ prefix: namedPrefix(id), ownOptions: {} })),
  ]
  return { providers, notices: [...notices, ...misspeltVariables(surroundings.environment, prefixes)] }
}

interface ChosenIds {
  readonly ids: readonly string[]
  /** The ids in `OIDC_PROVIDERS`. */
  readonly named: ReadonlySet<string>
  readonly notices: readonly string[]
}

function chooseIds({ environment, isProduction, problems }: Surroundings): ChosenIds {
  const read = readVariables(environment, problems)
  const named = new Set(namesIn('OIDC_PROVIDERS', read.list('OIDC_PROVIDERS'), problems))
  const wanted = read.list('PROVIDERS')
  if (wanted) {
    const ids = namesIn('PROVIDERS', wanted, problems).filter((id) => {
      if (named.has(id) || catalogueKinds.includes(id)) return true
      problems.add(variableInvalid('PROVIDERS', wanted.join(','), unknownProvider(id)))
      return false
    })
    return { ids: [...new Set([...ids, ...named])], named, notices: [] }
  }
  const withClient = catalogueKinds.filter(
    (kind) => environment[`${variableOf(kind)}_CLIENT_ID`] && !named.has(kind),
  )
  const write = `PROVIDERS=${[...withClient, ...named].join(',')}`
  const variables = withClient.map((kind) => `${variableOf(kind)}_CLIENT_ID`).join(', ')
  if (withClient.length > 0 && isProduction) {
    // A variable of another program, such as a bot, must not add a way to sign in.
    problems.add(
      new LatchkeyError('config_provider_invalid', {
        detail: `${variables} alone turns nothing on. Write ${write} (the order is that of the buttons), or PROVIDERS without what is not meant for sign-in.`,
      }),
    )
  }
  if (withClient.length > 0 && !isProduction) {
    const notice = `PROVIDERS is not set, so ${variables} decides what is on. In production write ${write}`
    return { ids: [...withClient, ...named], named, notices: [notice] }
  }
  const isEmpty = named.size === 0 && !isProduction
  return { ids: isEmpty ? developmentKinds : [...named], named, notices: [] }
}

/** Removes duplicates, and reports them. */
function namesIn(
  variable: string,
  names: readonly string[] | undefined,
  problems: StartProblems,
): readonly string[] {
  if (!names) return []
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) problems.add(variableInvalid(variable, names.join(','), `must not name "${twice}" twice`))
  return [...new Set(names)]
}

function unknownProvider(id: string): string {
  const start = id.slice(0, 2).toLowerCase()
  const like = catalogueKinds.filter((kind) => kind.startsWith(start)).slice(0, 8)
  const known = like.length > 0 ? like : catalogueKinds.slice(0, 8)
  const shown = JSON.stringify(id.slice(0, 40))
  return `${shown} is neither in the catalogue (${known.join(', ')} …; latchkey providers lists all) nor in OIDC_PROVIDERS`
}

/** Creates a provider of the catalogue, under its own name. */
async function catalogueProvider(surroundings: Surroundings, kind: string): Promise<Provider | null> {
  const make = await loadCatalogueEntry(kind)
  return make && complete(make(), surroundings)
}

function namedPrefix(id: string): string {
  return `OIDC_${variableOf(id)}`
}

/** Creates a provider of `OIDC_PROVIDERS`: any OpenID Connect provider, or a further instance of a catalogue entry. */
async function namedProvider(surroundings: Surroundings, id: string): Promise<Provider | null> {
  const { environment, problems } = surroundings
  const variablePrefix = namedPrefix(id)
  const kind = environment[`${variablePrefix}_KIND`]
  if (kind) {
    const make = await loadCatalogueEntry(kind)
    if (make) return problems.attempt(() => complete(make({ id, variablePrefix }), surroundings), null)
    problems.add(
      new LatchkeyError('config_provider_invalid', {
        detail: `${variablePrefix}_KIND is ${JSON.stringify(kind.slice(0, 40))}; known kinds: ${catalogueKinds.join(', ')}.`,
      }),
    )
    return null
  }
  return problems.attempt(() => openIdProvider(surroundings, { id, variablePrefix }), null)
}

function openIdProvider(
  { environment, problems }: Surroundings,
  identity: { readonly id: string; readonly variablePrefix: string },
): Provider | null {
  const { id, variablePrefix: prefix } = identity
  const missing = ['ISSUER', 'CLIENT_ID'].filter((suffix) => !environment[`${prefix}_${suffix}`])
  if (missing.length > 0) {
    const names = missing.map((suffix) => `${prefix}_${suffix}`).join(' and ')
    throw new LatchkeyError('config_provider_invalid', {
      detail: `OIDC_PROVIDERS names "${id}", so ${names} must be set.`,
    })
  }
  const options: ProviderOptions | null = readProviderOptions(
    { environment, id, prefix, ownOptions: {} },
    problems,
  )
  const { issuer, endpoints, ...others } = options ?? {}
  if (issuer === undefined) return null
  // A client without a secret is a public client (RFC 6749 §2.1).
  const isPublic = !others.clientSecret && !others.clientKey && !others.clientAuthentication
  return namingVariables({ environment, prefix }, () =>
    oidc({
      ...others,
      ...identity,
      issuer,
      ...(isPublic && { clientAuthentication: 'none' }),
      ...(endpoints && { endpoints: endpoints as never }),
    }),
  )
}

function complete(provider: Provider, { environment, problems }: Surroundings): Provider {
  return completeProvider(provider, environment, problems)
}
