// The changes to an existing worker besides `auth`: the database in Wrangler's configuration, the migration that creates the
// tables, and fetchLatchkey around its `fetch`.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { type VariablesFile, variablesFiles } from '../variables-files.ts'
import { type Change, type Files, readIfThere } from './changes.ts'
import { addImports, editSource } from './edit-source.ts'
import type { ExistingParts, InPlace, ProjectInPlace, SourceEdit } from './host.ts'
import { wrapWorkerFetch } from './worker-fetch.ts'

export const wranglerFiles = ['wrangler.jsonc', 'wrangler.json', 'wrangler.toml'] as const

/** Wrangler's default port. */
const usualPort = 8787

interface Configuration {
  readonly file: string
  readonly text: string
}

function configurationIn(folder: string): Configuration | null {
  for (const file of wranglerFiles) {
    const text = readIfThere(folder, file)
    if (text !== null) return { file, text }
  }
  return null
}

/** The value of this setting, in JSON or TOML, outside comments. */
function settingOf({ text }: Configuration, name: string): string | null {
  const found = new RegExp(`^(?!\\s*(?://|/?\\*|#)).*?\\b${name}"?\\s*[:=]\\s*"?([^",\\s}]+)`, 'm').exec(text)
  return found?.[1] ?? null
}

function hasDatabase({ text }: Configuration): boolean {
  return /^(?!\s*(?:\/\/|\/?\*|#)).*\bd1_databases\b/m.test(text)
}

/** The name of the database in `env`. */
function bindingIn(configuration: Configuration | null): string {
  if (!configuration || !hasDatabase(configuration)) return 'DB'
  const [, below = ''] = configuration.text.split(/\bd1_databases\b/, 2)
  return /\bbinding"?\s*[:=]\s*"(\w+)"/.exec(below)?.[1] ?? 'DB'
}

function portIn(configuration: Configuration | null): number {
  return Number((configuration && settingOf(configuration, 'port')) ?? usualPort)
}

function variablesFileIn(folder: string): VariablesFile {
  return variablesFiles.find((file) => existsSync(path.join(folder, file))) ?? '.dev.vars'
}

/** `hono`: the edit for an application on Hono. */
export function workerInPlace(folder: string, hono: SourceEdit | null): InPlace {
  const configuration = configurationIn(folder)
  const binding = bindingIn(configuration)
  const port = portIn(configuration)
  return {
    store: (store) =>
      store.code === null ? store : { ...store, code: store.code.replace('env.DB', `env.${binding}`) },
    variables: { file: variablesFileIn(folder), lines: workerVariables(port) },
    scripts: (scripts, store) => servingScripts(scripts, store.id === 'd1' ? binding : null),
    parts: (project) => partsOf({ folder, configuration, hono }, project),
  }
}

/** The local identity provider uses the port after that of the worker. */
export function workerVariables(port: number): readonly string[] {
  return [`ORIGIN=http://localhost:${port}`, `LATCHKEY_DEV_IDP=http://127.0.0.1:${port + 1}`]
}

/** The command that serves a worker in development. If `binding` names a database, it first creates the tables. */
export function servingCommand(command: string, binding: string | null): string {
  const served = `latchkey dev -- ${command}`
  return binding === null ? served : `wrangler d1 migrations apply ${binding} --local && ${served}`
}

function servingScripts(scripts: Files, binding: string | null): Files {
  return Object.fromEntries(
    Object.entries(scripts).map(([name, command]) => [
      name,
      /^(?:npx )?wrangler dev\b/.test(command) ? servingCommand(command, binding) : command,
    ]),
  )
}

interface WorkerInPlace {
  readonly folder: string
  readonly configuration: Configuration | null
  readonly hono: SourceEdit | null
}

function partsOf(
  { folder, configuration, hono }: WorkerInPlace,
  { store, tables, auth, ...project }: ProjectInPlace,
): ExistingParts {
  if (!configuration) {
    return {
      changes: [],
      byHand: ['No wrangler.jsonc was found. Write it as docs/frameworks.md shows for Cloudflare Workers.'],
    }
  }
  const database = store.id === 'd1' ? databaseChange(configuration) : null
  const entry = entryOf(folder, configuration)
  const wired = entry && wire(entry, { project, auth: auth(entry.file), hono })
  return {
    changes: [database, wired === 'there' ? null : wired, ...tablesIn(folder, configuration, tables)].filter(
      (change) => change !== null,
    ),
    byHand: [
      ...(wired ? [] : [byHandWords(auth(entry?.file ?? 'src/index.ts'))]),
      ...(database && project.isTypeScript
        ? ['Run npx wrangler types, so that TypeScript knows env.DB.']
        : []),
    ],
  }
}

function databaseChange(configuration: Configuration): Change | null {
  const { file, text } = configuration
  if (hasDatabase(configuration)) return null
  const name = settingOf(configuration, 'name') ?? 'app'
  if (file.endsWith('.toml')) {
    const table = `\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "${name}"\n`
    return { file, before: text, after: `${text.trimEnd()}\n${table}` }
  }
  const line = `"d1_databases": [{ "binding": "DB", "database_name": "${name}" }],`
  const place = /^([ \t]*)"main":[^\n]*,[ \t]*$/m.exec(text) ?? /^\{[ \t]*\n(?=([ \t]*))/m.exec(text)
  if (!place) return null
  const end = place.index + place[0].trimEnd().length
  return { file, before: text, after: `${text.slice(0, end)}\n${place[1]}${line}${text.slice(end)}` }
}

/** The migrations, with the next free number. */
function tablesIn(
  folder: string,
  configuration: Configuration,
  tables: ProjectInPlace['tables'],
): readonly Change[] {
  const below = settingOf(configuration, 'migrations_dir') ?? 'migrations'
  const at = path.join(folder, below)
  const there = existsSync(at) ? readdirSync(at) : []
  return Object.entries(tables).flatMap(([file, after]) => {
    const name = path.posix.basename(file).replace(/^\d+/, '')
    if (there.some((one) => one.endsWith(name))) return []
    const last = Math.max(0, ...there.map((one) => Number.parseInt(one, 10) || 0))
    return [{ file: `${below}/${String(last + 1).padStart(4, '0')}${name}`, before: null, after }]
  })
}

function entryOf(folder: string, configuration: Configuration): Configuration | null {
  const file = settingOf(configuration, 'main')?.replace(/^\.\//, '')
  const text = file ? readIfThere(folder, file) : null
  return file && text !== null ? { file, text } : null
}

interface Wiring {
  readonly project: { readonly isModule: boolean }
  /** The path under which the entry imports the module with `auth`. */
  readonly auth: string
  readonly hono: SourceEdit | null
}

/** Returns the change, 'there' if the handler is wired already, or null if its place is not found. */
function wire({ file, text }: Configuration, { project, auth, hono }: Wiring): Change | 'there' | null {
  if (/\b(?:fetch|hono)Latchkey\(/.test(text)) return 'there'
  const onHono =
    hono &&
    editSource(
      text,
      { ...hono, imports: hono.imports.map((line) => line.replaceAll('{auth}', auth)) },
      project,
    )
  if (onHono) return { file, before: text, after: onHono }
  const wrapped = wrapWorkerFetch(text)
  if (wrapped === null) return null
  const semicolon = /;[ \t]*$/m.test(text) ? ';' : ''
  return { file, before: text, after: addImports(wrapped, importsOf(auth), semicolon) }
}

function importsOf(auth: string): readonly string[] {
  return ["import { fetchLatchkey } from 'latchkey/fetch'", `import { auth } from '${auth}'`]
}

function byHandWords(auth: string): string {
  const lines = [
    ...importsOf(auth),
    '',
    'export default { fetch: fetchLatchkey(auth, (request, current, env, ctx) => …) }',
  ]
  return `The worker's fetch was not found, or is not written as a method. Put it into fetchLatchkey:\n${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}`
}
