// `latchkey init [FOLDER]`: creates a new project in which sign-in works at once, or adds sign-in to an existing one. Changes are
// shown before they are written, and an existing file is never replaced.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import type { Asker } from './init/ask.ts'
import { applyChanges, type Change, describeChanges, newFile } from './init/changes.ts'
import { chooseHost, completeChoice, hostOf, listIn } from './init/choose.ts'
import { detectProject, type Project } from './init/detect-project.ts'
import { planForProject } from './init/existing-project.ts'
import type { Host } from './init/host.ts'
import { projectFiles } from './init/project.ts'
import { Refusal } from './init/refusal.ts'
import { Misuse, quoted, readOrComplain } from './usage.ts'

export interface InitSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  /** The working directory of the command. */
  readonly folder: string
  /** Asks the person at the terminal; null if that is not possible. */
  readonly ask: Asker | null
}

/** Returns the exit code: 0, 1 if nothing was written, 2 for wrong arguments. */
export async function init(args: readonly string[], surroundings: InitSurroundings): Promise<number> {
  const wish = readOrComplain('init', () => readArguments(args), surroundings.complain)
  if (wish === null) return 2
  try {
    const folder = path.resolve(surroundings.folder, wish.folder ?? '.')
    return existsSync(path.join(folder, 'package.json'))
      ? await initProject(folder, wish, surroundings)
      : await newProject(folder, wish, surroundings)
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof LatchkeyError)) throw error
    surroundings.complain(error.message)
    return 1
  }
}

interface Wish {
  readonly folder: string | undefined
  readonly host: string | undefined
  readonly providers: readonly string[] | undefined
  readonly store: string | undefined
  readonly isYes: boolean
}

function readArguments(args: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', short: 'y' },
      host: { type: 'string' },
      providers: { type: 'string' },
      store: { type: 'string' },
    },
  })
  const [folder, ...others] = positionals
  if (others.length > 0) {
    throw new Misuse(`It takes one folder; found ${positionals.slice(0, 3).map(quoted).join(' and ')}.`)
  }
  return {
    folder,
    host: values.host,
    providers: values.providers === undefined ? undefined : listIn(values.providers),
    store: values.store,
    isYes: values.yes ?? false,
  }
}

async function newProject(folder: string, wish: Wish, surroundings: InitSurroundings): Promise<number> {
  const { write } = surroundings
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !harmless.has(name)) : []
  if (there.length > 0) {
    throw new Refusal(
      `${folder} is not empty and has no package.json (it has ${there.slice(0, 3).join(', ')}${there.length > 3 ? ' …' : ''}). Begin in an empty folder, such as: latchkey init my-app`,
    )
  }
  const asker = askerFor(wish, surroundings)
  const host = await chooseHost(wish.host, asker, 'express')
  const choice = await completeChoice(host, wish, {
    ...surroundings,
    calledIn: surroundings.folder,
    asker,
    folder,
  })
  const files = Object.entries(projectFiles(choice))
  const changes = files.map(([file, text]) => newFile(folder, file, text)).filter((change) => change !== null)
  write(describeChanges(changes))
  await applyChanges(folder, changes)
  const { install, start } = host.commands
  const enter = path.relative(surroundings.folder, folder)
  write(
    `\nNext:\n${enter ? `  cd ${forShell(enter)}\n` : ''}  ${install}\n  ${start.padEnd(18)} then open http://localhost:3000 and sign in; no credentials are needed yet`,
  )
  return 0
}

/** Quotes a name that has blanks or other characters with a meaning for the shell. */
function forShell(name: string): string {
  return /^[\p{L}\p{N}_./\\:@-]+$/u.test(name) ? name : `"${name}"`
}

/** Files and folders that may exist in the folder of a new project. */
const harmless: ReadonlySet<string> = new Set(['.git', '.DS_Store', '.gitkeep', '.idea', '.vscode'])

async function initProject(folder: string, wish: Wish, surroundings: InitSurroundings): Promise<number> {
  const { write } = surroundings
  const asker = askerFor(wish, surroundings)
  const project = detectProject(folder, wish.host === undefined ? null : hostOf(wish.host))
  const host = project.host ?? (await chooseHost(wish.host, asker, null))
  write(`Found ${describeProject({ ...project, host })}.`)
  const choice = await completeChoice(host, wish, {
    ...surroundings,
    calledIn: surroundings.folder,
    asker,
    folder,
  })
  const { changes, byHand } = planForProject(folder, project, choice)
  if (changes.length > 0) write(`\n${describeChanges(changes)}`)
  if (!(await mayWrite(changes, { wish, asker, surroundings }))) return 1
  await applyChanges(folder, changes)
  if (byHand.length > 0) write(`\nLeft to do by hand:\n${byHand.map((line) => `- ${line}`).join('\n')}`)
  write(`\n${nextSteps(project, host, changes)}`)
  return 0
}

async function mayWrite(
  changes: readonly Change[],
  { wish, asker, surroundings }: { wish: Wish; asker: Asker | null; surroundings: InitSurroundings },
): Promise<boolean> {
  if (changes.length === 0) {
    surroundings.write('Nothing to write: it is all there.')
    return true
  }
  if (wish.isYes) return true
  if (asker === null) {
    surroundings.complain('\nNothing was written. Add --yes to write this.')
    return false
  }
  if (await asker.confirm('\nWrite this?')) return true
  surroundings.complain('Nothing was written.')
  return false
}

function describeProject({ host, packageManager, isTypeScript, isModule, places }: Project): string {
  const entry = places[0]?.file
  const language = isTypeScript ? 'TypeScript' : isModule ? 'JavaScript modules' : 'CommonJS'
  return [`${host?.name}`, language, packageManager, ...(entry ? [`the application in ${entry}`] : [])].join(
    ', ',
  )
}

function nextSteps({ packageManager }: Project, host: Host, changes: readonly Change[]): string {
  const { environmentHint, example } = host.existing
  const isNew = changes.some(({ file }) => file === '.env')
  return [
    'Next:',
    `  ${packageManager} install`,
    ...(isNew && environmentHint ? [`  ${environmentHint}`] : []),
    '  open /auth/login and sign in; no credentials are needed yet',
    ...(example ? [`  protect a route: ${example}`] : []),
  ].join('\n')
}

/** Returns null if no question may be asked: with `--yes`, or without a terminal. */
function askerFor({ isYes }: Wish, { ask }: InitSurroundings): Asker | null {
  return isYes ? null : ask
}
