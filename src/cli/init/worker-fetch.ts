// Wraps the `fetch` of an existing worker in fetchLatchkey, and changes nothing else.

/** Returns the text with its method `fetch` wrapped in fetchLatchkey; null if it is not written as in Wrangler's templates. */
export function wrapWorkerFetch(text: string): string | null {
  const start = /^export default \{[ \t]*$/m.exec(text)
  if (!start) return null
  const method = /^([ \t]*)(async )?fetch\(([^(){}]*)\)(:[^{};\n]+?)?[ \t]*\{[ \t]*$/gm
  method.lastIndex = start.index
  const found = method.exec(text)
  if (!found) return null
  const [signature, indent = '', async = '', parameters = '', answer = ''] = found
  const opening = found.index + signature.lastIndexOf('{')
  const closing = endOfBlock(text, opening)
  // The closing brace must be indented like the first line, as formatters do: a regular expression may have hidden another one.
  if (closing === null || !text.slice(0, closing).endsWith(`\n${indent}`)) return null
  const body = text.slice(opening + 1, closing)
  // An arrow function would not have the first three; the last would clash with the parameter that is added.
  if (/\b(?:this|super|arguments)\b/.test(body) || /\bcurrent\b/.test(`${parameters}${body}`)) return null
  const [request = '_request', ...host] = parameters
    .split(/,(?![^<]*>)/)
    .map((parameter) => parameter.trim())
    .filter(Boolean)
  const inner = [request, 'current', ...host].join(', ')
  return [
    text.slice(0, found.index),
    `${indent}// Serves /auth/*; \`current.user\` is the person who is signed in, or null.\n`,
    `${indent}fetch: fetchLatchkey(auth, ${async}(${inner})${answer} => {`,
    body,
    '})',
    text.slice(closing + 1),
  ].join('')
}

/** Returns the index of the brace that closes the block; null if it is not found, as with nested template literals. */
function endOfBlock(text: string, opening: number): number | null {
  const parts =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\$]|\\.|\$(?!\{)|\$\{[^`{}]*\})*`|[{}`]/g
  parts.lastIndex = opening
  let depth = 0
  for (let found = parts.exec(text); found; found = parts.exec(text)) {
    const [part] = found
    if (part === '`') return null
    if (part === '{') depth++
    if (part === '}') depth--
    if (depth === 0) return found.index
  }
  return null
}
