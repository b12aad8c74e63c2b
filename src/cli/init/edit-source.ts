// Adds imports and lines to a source file, and changes nothing else in it.
import type { SourceEdit } from './host.ts'

/** The text with the edit; null where it is there already, or where its place is not found. */
export function editSource(
  text: string,
  edit: Pick<SourceEdit, 'imports' | 'anchor' | 'lines' | 'mark'>,
  { isModule }: { readonly isModule: boolean },
): string | null {
  if (text.includes(edit.mark)) return null
  const found = edit.anchor.exec(text)
  if (!found) return null
  const [line] = found
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const app = found.groups?.app ?? 'app'
  const semicolon = line.trimEnd().endsWith(';') ? ';' : ''
  const added = edit.lines.map(
    (each) => `${indent}${withSemicolon(each.replaceAll('{app}', app), semicolon)}`,
  )
  const end = found.index + line.length
  const wired = `${text.slice(0, end)}\n${added.join('\n')}${text.slice(end)}`
  return addImports(wired, isModule ? edit.imports : edit.imports.map(asRequire), semicolon)
}

/** Behind the last import, or at the top. */
export function addImports(text: string, imports: readonly string[], semicolon = ''): string {
  const missing = imports.filter((line) => !text.includes(line))
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

/** Node has `require` for modules too, since 22.12. */
export function asRequire(line: string): string {
  return line.replace(/^import (.+) from ('[^']+')$/, 'const $1 = require($2)')
}

function withSemicolon(line: string, semicolon: string): string {
  const [, code = line, comment = ''] = /^(.*?)( \/\/ .*)?$/.exec(line) ?? []
  return `${code}${semicolon}${comment}`
}
