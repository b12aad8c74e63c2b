// Adds imports and lines to a source file, and leaves the rest unchanged.
import type { SourceEdit } from './host.ts'

/** Returns the text with the edit; null if the edit is already there, or its place is not found. */
export function editSource(
  text: string,
  edit: Pick<SourceEdit, 'imports' | 'anchor' | 'added' | 'mark'>,
  { isModule }: { readonly isModule: boolean },
): string | null {
  if (edit.mark.test(text)) return null
  const found = edit.anchor.exec(text)
  if (!found) return null
  const end = found.index + found[0].length
  const semicolon = /^(?:import|const|let|var)\b[^\n]*;[ \t]*$/m.test(text) ? ';' : ''
  const added =
    'item' in edit.added
      ? firstItem(edit.added.item, text.slice(end))
      : linesBelow(found, edit.added.lines, semicolon)
  const wired = `${text.slice(0, end)}${added}${text.slice(end)}`
  return addImports(wired, isModule ? edit.imports : edit.imports.map(asRequire), semicolon)
}

function linesBelow(found: RegExpExecArray, lines: readonly string[], semicolon: string): string {
  const indent = /^[ \t]*/.exec(found[0])?.[0] ?? ''
  const app = found.groups?.app ?? 'app'
  return lines
    .map((line) => `${indent}${withSemicolon(line.replaceAll('{app}', app), semicolon)}`.trimEnd())
    .map((line) => `\n${line}`)
    .join('')
}

/** Keeps one item per line, if the list has that format. */
function firstItem(item: string, rest: string): string {
  const [, indent] = /^[ \t]*(\n[ \t]*)[^\s\]]/.exec(rest) ?? []
  if (indent !== undefined) return `${indent}${item},`
  return /^\s*\]/.test(rest) ? item : `${item}, `
}

/** Adds imports after the last one, or at the top. */
export function addImports(text: string, imports: readonly string[], semicolon = ''): string {
  const missing = imports.filter((line) => !isImported(text, line))
  if (missing.length === 0) return text
  const block = missing.map((line) => `${line}${semicolon}`).join('\n')
  const last = [
    ...text.matchAll(/^(?:import\b[^\n]*|\} from [^\n]*|(?:const|let|var) [^\n]*= require\([^\n]*)$/gm),
  ].at(-1)
  if (last) {
    const end = last.index + last[0].length
    return `${text.slice(0, end)}\n${block}${text.slice(end)}`
  }
  const [start = ''] = /^(?:#![^\n]*\n)?(?:['"]use [^\n]*\n)?/.exec(text) ?? []
  return `${start}${block}\n${text.slice(start.length)}`
}

/** Ignores the kind of quotes and other names in the same import. */
function isImported(text: string, line: string): boolean {
  const [, name, source] = /^import \{ (\w+) \} from '([^']+)'$/.exec(line) ?? []
  if (name === undefined || source === undefined) return text.includes(line)
  const imports = text.matchAll(/\{([^{}]*)\}\s*(?:from\s*|= require\()["']([^"']+)["']/g)
  return [...imports].some(
    ([, names = '', from]) => from === source && new RegExp(`\\b${name}\\b`).test(names),
  )
}

/** Turns an import into `require`, which Node supports for modules too, since 22.12. */
export function asRequire(line: string): string {
  return line.replace(/^import (.+) from ('[^']+')$/, 'const $1 = require($2)')
}

function withSemicolon(line: string, semicolon: string): string {
  if (line === '' || line.startsWith('//')) return line
  const [, code = line, comment = ''] = /^(.*?)( \/\/ .*)?$/.exec(line) ?? []
  return `${code}${semicolon}${comment}`
}
