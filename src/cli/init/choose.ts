// Chooses the parts of a project from options or from answers: host, providers, store, and the version of latchkey.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { platform, randomText } from '../../crypto/platform.ts'
import type { Environment } from '../../environment.ts'
import { nearestName } from '../../web/spelling.ts'
import { ownManifest } from '../own-manifest.ts'
import type { Asker } from './ask.ts'
import type { Host } from './host.ts'
import { findHost, hosts } from './hosts/index.ts'
import type { Choice } from './project.ts'
import { chooseProvider, type ProviderChoice } from './provider-choice.ts'
import { Refusal } from './refusal.ts'
import type { StoreChoice } from './stores.ts'

/** The options of the command. */
export interface Wanted {
  readonly providers: readonly string[] | undefined
  readonly store: string | undefined
}

/** Throws `Refusal` for an unknown host, and if there is neither a default nor a way to ask. */
export async function chooseHost(
  wanted: string | undefined,
  asker: Asker | null,
  usual: string | null,
): Promise<Host> {
  if (wanted !== undefined) return hostOf(wanted)
  if (asker) {
    const options = hosts.map(({ id, name }) => ({ value: id, label: name }))
    return hostOf(await asker.choose('On which host?', options, usual ?? 'express'))
  }
  if (usual !== null) return hostOf(usual)
  throw new Refusal(
    `No host that is known stands in package.json. Say which: --host ${hosts.map(({ id }) => id).join('|')}`,
  )
}

export function hostOf(id: string): Host {
  const host = findHost(id)
  if (host) return host
  const ids = hosts.map((one) => one.id)
  throw new Refusal(`There is no host "${id.slice(0, 40)}".${meant(id, ids)} It is one of ${ids.join(', ')}.`)
}

interface Circumstances {
  readonly environment: Environment
  /** The working directory of the command. */
  readonly calledIn: string
  readonly asker: Asker | null
  readonly folder: string
}

export async function completeChoice(
  host: Host,
  wish: Wanted,
  circumstances: Circumstances,
): Promise<Choice> {
  const { asker, folder } = circumstances
  const ids = wish.providers ?? (await askForProviders(asker))
  const providers = await providersOf(ids)
  const store = await chooseStore(host, wish.store, asker)
  return {
    host,
    providers,
    store,
    name: nameOf(folder),
    latchkey: latchkeyRange(circumstances),
    secret: randomText(32, platform.randomBytes),
    tables: (await store.files?.()) ?? {},
  }
}

const usualProviders = 'google,github'

async function askForProviders(asker: Asker | null): Promise<readonly string[]> {
  if (!asker) return listIn(usualProviders)
  const answer = await asker.text('Which providers, between commas?', usualProviders, (text) =>
    listIn(text).length > 0 ? null : 'At least one is needed.',
  )
  return listIn(answer)
}

async function providersOf(ids: readonly string[]): Promise<readonly ProviderChoice[]> {
  if (ids.length === 0) throw new Refusal('--providers needs at least one, such as --providers google,github')
  const found = await Promise.all(ids.map(chooseProvider))
  const faults = found.filter((one) => typeof one === 'string')
  if (faults.length > 0) throw new Refusal(faults.join('\n'))
  return found.filter((one) => typeof one !== 'string')
}

async function chooseStore(
  { name, stores }: Host,
  wanted: string | undefined,
  asker: Asker | null,
): Promise<StoreChoice> {
  const options = stores.map((store) => ({ value: store.id, label: store.name }))
  const usual = stores[0]?.id ?? 'none'
  const id =
    wanted ?? (asker ? await asker.choose('Where are users and sessions kept?', options, usual) : usual)
  const store = stores.find((one) => one.id === id)
  if (store) return store
  const ids = stores.map((one) => one.id)
  throw new Refusal(
    `There is no store "${id.slice(0, 40)}" on ${name}.${meant(id, ids)} It is one of ${ids.join(', ')}.`,
  )
}

function meant(id: string, ids: readonly string[]): string {
  const name = nearestName(id, ids)
  return name === undefined ? '' : ` Did you mean ${name}?`
}

/** Turns the name of the folder into a package name that npm accepts. */
function nameOf(folder: string): string {
  const tidy = path
    .basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
  return tidy === 'latchkey' || tidy === '' ? 'my-app' : tidy
}

/** Returns the version range of this release, or the package file that `LATCHKEY_PACKAGE` names. */
function latchkeyRange({ environment, calledIn }: Circumstances): string {
  const own = environment.LATCHKEY_PACKAGE
  if (own) {
    const file = path.resolve(calledIn, own)
    if (!existsSync(file)) throw new Refusal(`LATCHKEY_PACKAGE: there is no file ${file}.`)
    return `file:${file}`
  }
  return `^${ownManifest().version}`
}

export function listIn(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter(Boolean))]
}
