// JSON that keeps the numbers that were sent: an integer beyond 2^53, which JSON.parse silently rounds, becomes the text of its
// digits, so that two people with neighbouring ids stay different. RFC 8259 §6; docs/security-cases.md F1.

/** The text is not JSON, or not JSON that is accepted. The message does not quote the text. */
export class JsonError extends SyntaxError {
  override readonly name = 'SyntaxError'
}

/** Sixteen digits in a row: shorter numbers are always exact. */
const mayBeTooLarge = /\d{16}/

/** Parses any JSON value. An integer that a number cannot hold exactly becomes the text of its digits. @throws JsonError */
export function parseExactJson(text: string): unknown {
  if (!mayBeTooLarge.test(text)) return parseJson(text)
  // If the runtime does not pass the source of a number (`context` is new), the digits are quoted beforehand.
  if (!showsSource) return parseJson(withQuotedIntegers(text))
  return parseJson(text, (_name, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
    const source = context?.source
    return source !== undefined && /^-?\d+$/.test(source) ? source : value
  })
}

/** JSON.parse with an error that does not quote the text. @throws JsonError */
export function parseJson(
  text: string,
  reviver?: (name: string, value: unknown, context?: { readonly source?: string }) => unknown,
): unknown {
  try {
    return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1])
  } catch {
    throw new JsonError('The text is not JSON.')
  }
}

const showsSource = (() => {
  let source: unknown
  const reviver = (_name: string, value: unknown, context?: { readonly source?: string }) => {
    source = context?.source
    return value
  }
  JSON.parse('1', reviver as Parameters<typeof JSON.parse>[1])
  return source === '1'
})()

/** Turns integers of sixteen or more digits into strings; the contents of strings stay unchanged. */
export function withQuotedIntegers(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  )
}
