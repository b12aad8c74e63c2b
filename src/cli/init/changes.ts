// Changes to a folder: they are collected and shown before they are made, so that no existing file changes unnoticed.
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { variablesFiles } from '../variables-files.ts'

/** Texts by path. The separator is `/` on every system. */
export type Files = Readonly<Record<string, string>>

export interface Change {
  /** Relative to the folder, with `/` as separator. */
  readonly file: string
  /** Null for a new file. */
  readonly before: string | null
  readonly after: string
}

/** Returns the change that writes this file; null if the file already has this content. */
export function newFile(folder: string, file: string, after: string): Change | null {
  const before = readIfThere(folder, file)
  return before === after ? null : { file, before, after }
}

/** The text of a file, with `\n` for each line break and without a byte order mark; null if there is no such file. */
export function readIfThere(folder: string, file: string): string | null {
  const text = readRaw(path.join(folder, ...file.split('/')))
  return text === null ? null : text.replace(BYTE_ORDER_MARK, '').replaceAll('\r\n', '\n')
}

const BYTE_ORDER_MARK = /^\uFEFF/

function readRaw(at: string): string | null {
  return existsSync(at) ? readFileSync(at, 'utf8') : null
}

/** Returns `text` with the line breaks and the byte order mark of `old`. */
function writtenLike(old: string | null, text: string): string {
  if (old === null) return text
  const [mark = ''] = BYTE_ORDER_MARK.exec(old) ?? []
  const isOfWindows = /^[^\n]*\r\n/.test(old)
  return mark + (isOfWindows ? text.replaceAll('\n', '\r\n') : text)
}

/** Describes the changes like `diff`: added and removed lines, with the lines around them. */
export function describeChanges(changes: readonly Change[]): string {
  return changes
    .map((change) => (change.before === null ? describeNew(change) : describeEdit(change)))
    .join('\n')
}

function describeNew({ file, after }: Change): string {
  const lines = after.trimEnd().split('\n').length
  return `+ ${file} (new, ${lines} ${lines === 1 ? 'line' : 'lines'})`
}

const AROUND = 2

interface Row {
  readonly sign: ' ' | '+' | '-'
  readonly text: string
}

function describeEdit({ file, before, after }: Change): string {
  const rows = difference((before ?? '').trimEnd().split('\n'), after.trimEnd().split('\n'))
  const isNear = (index: number): boolean =>
    rows.slice(Math.max(0, index - AROUND), index + AROUND + 1).some(({ sign }) => sign !== ' ')
  const shown = rows.flatMap(({ sign, text }, index) => {
    if (isNear(index)) return [`  ${hidden(`${sign} ${text}`)}`.trimEnd()]
    return index > 0 && isNear(index - 1) ? ['  …'] : []
  })
  return [`~ ${file}`, ...shown].join('\n')
}

/** The longest common subsequence is fast enough here, since the files are short. */
function difference(old: readonly string[], now: readonly string[]): readonly Row[] {
  const common = commonLengths(old, now)
  const rows: Row[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < now.length) {
    const [gone, come] = [old[at], now[to]]
    if (gone !== undefined && gone === come) {
      rows.push({ sign: ' ', text: gone })
      at++
      to++
    } else if (
      come === undefined ||
      (gone !== undefined && (common[at + 1]?.[to] ?? 0) >= (common[at]?.[to + 1] ?? 0))
    ) {
      rows.push({ sign: '-', text: gone ?? '' })
      at++
    } else {
      rows.push({ sign: '+', text: come })
      to++
    }
  }
  return rows
}

/** For each pair of positions, the length of the longest common subsequence of the rests. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0))
  for (let at = old.length - 1; at >= 0; at--) {
    for (let to = now.length - 1; to >= 0; to--) {
      const [row, below] = [lengths[at] ?? [], lengths[at + 1] ?? []]
      row[to] = old[at] === now[to] ? (below[to + 1] ?? 0) + 1 : Math.max(below[to] ?? 0, row[to + 1] ?? 0)
    }
  }
  return lengths
}

/** Hides secrets, which should not appear on a screen. */
function hidden(line: string): string {
  return line.replace(/(_SECRET=)\S+/, '$1…')
}

export async function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  for (const { file, after } of changes) {
    const at = path.join(folder, ...file.split('/'))
    await mkdir(path.dirname(at), { recursive: true })
    // These files contain a secret.
    await writeFile(
      at,
      writtenLike(readRaw(at), after),
      variablesFiles.some((one) => one === file) ? { mode: 0o600 } : {},
    )
  }
}
