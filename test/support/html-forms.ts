// Reads the forms and links of a page, like a browser without scripts. Sufficient for server-rendered HTML.

export interface FormButton {
  readonly label: string
  readonly name: string | null
  readonly value: string
}

export interface Form {
  readonly method: 'GET' | 'POST'
  /** As written. Empty means the page's own address. */
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly buttons: readonly FormButton[]
}

/** Selects a form and its values. By default, the first form with its first submit button. */
export interface FormChoice {
  /** The text of the submit button, or a pattern for it. */
  readonly label?: string | RegExp
  /** Whole path segments of the form's action: `/login/e` does not match `/login/es`. */
  readonly action?: string
  readonly fields?: Readonly<Record<string, string>>
}

export function readForms(html: string): readonly Form[] {
  const forms: Form[] = []
  for (const match of withoutComments(html).matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
    const attributes = readTagAttributes(match[1] ?? '')
    const body = match[2] ?? ''
    forms.push({
      method: (attributes.get('method') ?? 'get').toLowerCase() === 'post' ? 'POST' : 'GET',
      action: attributes.get('action') ?? '',
      fields: readFields(body),
      buttons: readButtons(body),
    })
  }
  return forms
}

/** Finds the form and its button. The error lists the forms of the page. */
export function chooseForm(html: string, choice: FormChoice): { form: Form; button: FormButton | null } {
  const forms = readForms(html)
  for (const form of forms) {
    if (choice.action !== undefined && !`${form.action}/`.replace('?', '/').includes(`${choice.action}/`))
      continue
    const { label } = choice
    const button =
      label === undefined ? form.buttons[0] : form.buttons.find((each) => fits(each.label, label))
    if (button === undefined && label !== undefined) continue
    return { form, button: button ?? null }
  }
  const seen = forms.map(
    (form) => `${form.method} ${form.action} [${form.buttons.map((b) => b.label).join(', ')}]`,
  )
  throw new Error(`no form fits ${JSON.stringify(choice)}; the page has: ${seen.join('; ') || 'none'}`)
}

/** Returns the addresses of the page's links, as written. */
export function readLinks(html: string): readonly string[] {
  return [...withoutComments(html).matchAll(/<a\b([^>]*)>/gi)]
    .map((match) => readTagAttributes(match[1] ?? '').get('href'))
    .filter((href) => href !== undefined)
}

/** Returns the visible text. */
export function readText(html: string): string {
  const bare = withoutComments(html).replace(/<(script|style|title|svg)\b[\s\S]*?<\/\1>/gi, ' ')
  return decodeEntities(bare.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function readFields(body: string): [string, string][] {
  const fields: [string, string][] = []
  for (const match of body.matchAll(/<input\b([^>]*)>/gi)) {
    const attributes = readTagAttributes(match[1] ?? '')
    const type = (attributes.get('type') ?? 'text').toLowerCase()
    const name = attributes.get('name')
    if (name === undefined || ['submit', 'button', 'image', 'reset'].includes(type)) continue
    if (['checkbox', 'radio'].includes(type) && !attributes.has('checked')) continue
    fields.push([name, attributes.get('value') ?? ''])
  }
  return fields
}

function readButtons(body: string): FormButton[] {
  const buttons: FormButton[] = []
  for (const match of body.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>|<input\b([^>]*)>/gi)) {
    const isInput = match[3] !== undefined
    const attributes = readTagAttributes(match[1] ?? match[3] ?? '')
    const type = (attributes.get('type') ?? (isInput ? 'text' : 'submit')).toLowerCase()
    if (type !== 'submit') continue
    const label = isInput ? (attributes.get('value') ?? 'Submit') : readText(match[2] ?? '')
    buttons.push({ label, name: attributes.get('name') ?? null, value: attributes.get('value') ?? '' })
  }
  return buttons
}

function readTagAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const match of text.matchAll(/([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = (match[1] ?? '').toLowerCase()
    if (!attributes.has(name)) attributes.set(name, decodeEntities(match[2] ?? match[3] ?? match[4] ?? ''))
  }
  return attributes
}

function fits(label: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? label.includes(wanted) : wanted.test(label)
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[String(name).toLowerCase()] ?? whole
  })
}
