// Plans the changes to an existing project: new files, and new lines in existing files. Lines for which no place is found are
// listed for the user to add.
import path from 'node:path'
import { type Change, newFile, readIfThere } from './changes.ts'
import type { Place, Project } from './detect-project.ts'
import { asRequire, editSource } from './edit-source.ts'
import type { ExistingParts, InPlace, Reminder, SourceEdit } from './host.ts'
import { authModuleOf, type Choice, environmentOf, variablesFileOf } from './project.ts'

export function planForProject(folder: string, project: Project, chosen: Choice): ExistingParts {
  const here = chosen.host.existing.inPlace?.(folder)
  const choice = here
    ? { ...chosen, host: { ...chosen.host, variables: here.variables }, store: here.store(chosen.store) }
    : chosen
  const { host } = choice
  const ending = endingOf(project)
  const authFile = `${project.sources}${withEnding(host.existing.authFile, ending)}`
  const changes: Change[] = []
  const byHand: string[] = []

  function add(file: string, text: string): void {
    const change = newFile(folder, file, text)
    if (change === null) return
    if (change.before === null) changes.push(change)
    else byHand.push(`${file} is there already and was left as it is. It needs:\n${indented(text)}`)
  }

  add(authFile, moduleText(authModuleOf(choice), project))
  for (const [file, text] of Object.entries(host.existing.files)) {
    add(`${project.sources}${withEnding(file, ending)}`, text)
  }
  for (const place of project.places) wire(folder, project, { place, authFile, changes, byHand })
  const parts = here?.parts({
    ...project,
    store: choice.store,
    tables: choice.tables,
    auth: (file) => importPath(file, authFile, project),
  })
  changes.push(...(parts?.changes ?? []))
  byHand.push(...(parts?.byHand ?? []))
  byHand.push(
    ...host.existing.byHand.filter((reminder) => isLeft(folder, reminder)).map(({ words }) => words),
  )
  changes.push(
    ...[
      manifestChange(folder, choice, here),
      environmentChange(folder, choice),
      ignoreChange(folder, choice),
    ].filter((change) => change !== null),
  )
  return { changes, byHand }
}

interface Wiring {
  readonly place: Place
  readonly authFile: string
  readonly changes: Change[]
  readonly byHand: string[]
}

function wire(
  folder: string,
  project: Project,
  { place: { edit, file }, authFile, changes, byHand }: Wiring,
): void {
  const before = file === null ? null : readIfThere(folder, file)
  if (before !== null && edit.mark.test(before)) return
  const named = { ...edit, ...inProject(edit, file, { authFile, project }) }
  const after = before === null ? null : editSource(before, named, project)
  if (file !== null && after !== null) changes.push({ file, before, after })
  else byHand.push(`${edit.place} was not found. Add to it:\n${indented(linesOf(named, project))}`)
}

/** Fills in the module with `auth` and the file extension that this project uses. */
function inProject(
  { files, imports, added }: SourceEdit,
  file: string | null,
  { authFile, project }: { readonly authFile: string; readonly project: Project },
): Pick<SourceEdit, 'imports' | 'added'> {
  const auth = importPath(file ?? files?.[0] ?? 'server.ts', authFile, project)
  const named = (line: string): string =>
    line.replaceAll('{auth}', auth).replaceAll('{ending}', endingOf(project))
  return {
    imports: imports.map(named),
    added: 'item' in added ? { item: named(added.item) } : { lines: added.lines.map(named) },
  }
}

function endingOf({ isTypeScript }: Project): 'ts' | 'js' {
  return isTypeScript ? 'ts' : 'js'
}

/** The lines to be shown to the user, who adds them by hand. */
function linesOf({ imports, added }: SourceEdit, { isModule }: Project): string {
  const lines =
    'item' in added ? [`${added.item},`] : added.lines.map((line) => line.replaceAll('{app}', 'app'))
  return [...(isModule ? imports : imports.map(asRequire)), '', ...lines].join('\n')
}

function isLeft(folder: string, { unless }: Reminder): boolean {
  return !unless?.files.some((file) => unless.mark.test(readIfThere(folder, file) ?? ''))
}

/** The import path, written as in this project. */
function importPath(from: string, to: string, { namesEndings, isTypeScript, isModule }: Project): string {
  const relative = path.posix.relative(path.posix.dirname(from), to)
  const dotted = relative.startsWith('.') ? relative : `./${relative}`
  if (namesEndings && isTypeScript) return dotted
  const bare = dotted.replace(/\.[cm]?[jt]s$/, '')
  return isModule ? `${bare}.js` : bare
}

function moduleText(text: string, { isModule }: Project): string {
  if (isModule) return text
  return text.split('\n').map(asRequire).join('\n').replace('export const auth =', 'exports.auth =')
}

function withEnding(file: string, ending: string): string {
  return ending === 'js' ? file.replace(/\.ts$/, '.js') : file
}

/** Adds the missing packages and changes the scripts, in the indentation of the file. */
function manifestChange(
  folder: string,
  { latchkey, store }: Choice,
  here: InPlace | undefined,
): Change | null {
  const before = readIfThere(folder, 'package.json') ?? '{}'
  const manifest = JSON.parse(before)
  const wanted = { ...store.dependencies, latchkey }
  const missing = Object.entries(wanted).filter(([name]) => manifest.dependencies?.[name] === undefined)
  const scripts = here && manifest.scripts ? here.scripts(manifest.scripts, store) : manifest.scripts
  if (missing.length === 0 && JSON.stringify(scripts) === JSON.stringify(manifest.scripts)) return null
  const dependencies = Object.fromEntries(
    [...Object.entries(manifest.dependencies ?? {}), ...missing].sort(([one], [other]) =>
      one < other ? -1 : 1,
    ),
  )
  const indent = /^[ \t]+/m.exec(before)?.[0] ?? '  '
  const after = `${JSON.stringify({ ...manifest, scripts, dependencies }, null, indent)}\n`
  return { file: 'package.json', before, after }
}

function environmentChange(folder: string, choice: Choice): Change | null {
  const file = variablesFileOf(choice.host)
  const before = readIfThere(folder, file)
  if (before === null) return newFile(folder, file, environmentOf(choice))
  const wanted = environmentOf(choice)
    .split('\n')
    .filter((line) => /^#? ?[A-Z_\d]+=/.test(line))
    .filter((line) => !new RegExp(`^#? ?${line.replace(/^# /, '').split('=')[0]}=`, 'm').test(before))
  if (wanted.length === 0) return null
  return { file, before, after: `${endsWithBreak(before)}${wanted.join('\n')}\n` }
}

function ignoreChange(folder: string, { host, store }: Choice): Change | null {
  const before = readIfThere(folder, '.gitignore')
  const there = new Set((before ?? '').split('\n').map((line) => line.trim().replace(/^\/|\/$/g, '')))
  const file = variablesFileOf(host)
  const missing = [file, '.latchkey/', ...store.ignored].filter(
    // Wrangler's templates write `.dev.vars*`.
    (line) => !there.has(line.replace(/\/$/, '')) && !there.has(`${line}*`),
  )
  if (missing.length === 0) return null
  return { file: '.gitignore', before, after: `${endsWithBreak(before ?? '')}${missing.join('\n')}\n` }
}

export function endsWithBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n')
}
