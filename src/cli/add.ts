// `latchkey add PROVIDER`: adds a provider to a project: the line of code, the variables, and what to register where.
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { variableOf } from '../contracts/variable-of.ts'
import type { Asker } from './init/ask.ts'
import { applyChanges, type Change, describeChanges, readIfThere } from './init/changes.ts'
import { addImports, asRequire } from './init/edit-source.ts'
import { endsWithBreak } from './init/existing-project.ts'
import { importOf } from './init/project.ts'
import { chooseProvider, type ProviderChoice } from './init/provider-choice.ts'
import { functionOf } from './providers/function-of.ts'
import { linesOf } from './providers.ts'
import { Misuse, readOrComplain } from './usage.ts'
import { variablesFiles } from './variables-files.ts'

export interface AddSurroundings {
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
  readonly folder: string
  /** The origin in the redirect URIs. `null`: the default one. */
  readonly origin: string | null
  readonly ask: Asker | null
}

/** Returns the exit code: 0, 1 for an unknown provider or if the changes were not confirmed, 2 for wrong arguments. */
export async function add(args: readonly string[], surroundings: AddSurroundings): Promise<number> {
  const { write, complain, folder, origin, ask } = surroundings
  const wish = readOrComplain('add', () => readArguments(args), complain)
  if (wish === null) return 2
  const chosen = await chooseProvider(wish.id)
  if (typeof chosen === 'string') {
    complain(chosen)
    return 1
  }
  write(linesOf(chosen.item, origin).join('\n'))
  const changes = changesFor(folder, chosen)
  if (changes.length === 0) {
    write(
      `\nNothing to write here: ${isThere(folder, chosen) ? 'it is all there.' : 'no latchkey({ providers: [ … ] }) was found.'}`,
    )
    return 0
  }
  write(`\n${describeChanges(changes)}`)
  if (!wish.isYes && !(await ask?.confirm('\nWrite this?'))) {
    complain(ask ? 'Nothing was written.' : '\nNothing was written. Add --yes to write this.')
    return 1
  }
  await applyChanges(folder, changes)
  write(
    `\nWritten. Until ${variableOf(wish.id)}_CLIENT_ID is set, the local identity provider stands in, in development.`,
  )
  return 0
}

function readArguments(args: readonly string[]): { readonly id: string; readonly isYes: boolean } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { yes: { type: 'boolean', short: 'y' } },
  })
  const [id, ...others] = positionals
  if (id === undefined) throw new Misuse('Which provider? "latchkey providers" lists them.')
  if (others.length > 0) throw new Misuse('It adds one provider at a time.')
  return { id, isYes: values.yes ?? false }
}

function changesFor(folder: string, chosen: ProviderChoice): readonly Change[] {
  return [codeChange(folder, chosen), environmentChange(folder, chosen)].filter((change) => change !== null)
}

/** The list of providers in `latchkey({ providers: [ … ] })`. */
const list = /(\bproviders:\s*\[)([^[\]]*)(\])/

function codeChange(folder: string, { id }: ProviderChoice): Change | null {
  const file = authFileIn(folder)
  if (file === null) return null
  const before = readIfThere(folder, file) ?? ''
  const call = `${functionOf(id)}(`
  const [, , inner = ''] = list.exec(before) ?? []
  if (new RegExp(`\\b${functionOf(id)}\\(`).test(inner)) return null
  const listed = before.replace(list, (_, start: string, providers: string, end: string) => {
    const kept = providers.trimEnd().replace(/,$/, '')
    // Keeps one provider per line, if the list has that format.
    const [, indent] = /\n([ \t]*)\S[^\n]*$/.exec(kept) ?? []
    if (kept.trim() === '') return `${start}${call})${end}`
    if (indent === undefined) return `${start}${kept}, ${call})${end}`
    return `${start}${kept},\n${indent}${call}),${providers.slice(providers.trimEnd().length)}${end}`
  })
  const isModule = /^\s*(?:import|export)\b/m.test(before)
  const semicolon = /^import [^\n]*;$/m.test(before) ? ';' : ''
  const line = isModule ? importOf(id) : asRequire(importOf(id))
  return { file, before, after: addImports(listed, [line], semicolon) }
}

/** Finds the file of the project that calls `latchkey({ … providers: [ … ] })`. */
function authFileIn(folder: string): string | null {
  const folders = ['', 'src', 'app', 'lib', 'src/lib', 'server', 'server/utils', 'src/server']
  const files = folders.flatMap((below) =>
    existsSync(path.join(folder, below))
      ? readdirSync(path.join(folder, below), { withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
          .map(({ name }) => (below ? `${below}/${name}` : name))
      : [],
  )
  const found = files.filter((file) => {
    const text = readIfThere(folder, file) ?? ''
    return /\blatchkey\(/.test(text) && list.test(text)
  })
  return found[0] ?? null
}

function environmentChange(folder: string, { id, lines }: ProviderChoice): Change | null {
  const file = variablesFiles.find((one) => existsSync(path.join(folder, one)))
  const before = file && readIfThere(folder, file)
  if (typeof before !== 'string' || !file) return null
  const listed = before.replace(/^(PROVIDERS=)(.*)$/m, (line, name: string, ids: string) =>
    ids
      .split(',')
      .map((one) => one.trim())
      .includes(id)
      ? line
      : `${name}${ids.trim()}${ids.trim() ? ',' : ''}${id}`,
  )
  const isKnown = new RegExp(`^#? ?${variableOf(id)}_CLIENT_ID=`, 'm').test(before)
  const after = isKnown ? listed : `${endsWithBreak(listed)}\n${lines.join('\n')}\n`
  return after === before ? null : { file, before, after }
}

function isThere(folder: string, { id }: ProviderChoice): boolean {
  const file = authFileIn(folder)
  return file !== null && (readIfThere(folder, file) ?? '').includes(`${functionOf(id)}(`)
}
