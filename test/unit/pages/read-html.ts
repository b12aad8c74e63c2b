// Parses the HTML of Latchkey's own pages. They escape `<` and `>` in every value, so any unescaped pair encloses a tag.

export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

export interface Form {
  readonly method: string | undefined
  readonly action: string | undefined
  readonly fields: Readonly<Record<string, string>>
  /** The text of each submit button. */
  readonly buttons: readonly string[]
}

export function tags(html: string): Tag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^<>]*)?)\/?>/gi)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: Object.fromEntries(
      [...rest.matchAll(/([^\s="]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]),
    ),
  }))
}

export function forms(html: string): Form[] {
  return [...html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gs)].map(([, opening = '', inside = '']) => {
    const { method, action } = tags(opening)[0]?.attributes ?? {}
    const hidden = tags(inside).filter(({ name }) => name === 'input')
    return {
      method,
      action,
      fields: Object.fromEntries(hidden.map(({ attributes }) => [attributes.name, attributes.value])),
      buttons: [...inside.matchAll(/<button type="submit"[^>]*>(.*?)<\/button>/gs)].map(([, it = '']) =>
        text(it),
      ),
    }
  })
}

/** The text that a reader sees or hears. */
export function text(html: string): string {
  return decode(html.replace(/<title>.*?<\/title>/s, '').replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
}

export function headingLevels(html: string): number[] {
  return tags(html)
    .filter(({ name }) => /^h[1-6]$/.test(name))
    .map(({ name }) => Number(name[1]))
}

function decode(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
