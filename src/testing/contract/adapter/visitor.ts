// A minimal browser for the suite: it keeps cookies, follows redirects and submits forms, with the headers that browsers add.
// Each host name is its own site.
import type { IncomingHttpHeaders } from 'node:http'
import { type ExchangeAnswer, exchange } from '../http-exchange.ts'

/** One request and its answer. */
export interface Hop extends ExchangeAnswer {
  readonly method: string
  readonly url: URL
}

/** The page at which a navigation ended. */
export interface Page {
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly html: string
  /** The visible text. */
  readonly text: string
  readonly trace: readonly Hop[]
}

interface Outgoing {
  readonly method: string
  readonly url: URL
  readonly body?: string
}

const MOST_REDIRECTS = 20

/** A browser with one tab. */
export class Visitor {
  readonly #cookies = new Map<string, string>()
  #page: Page | null = null

  /** Navigates to an address, as if typed in. */
  open(url: string): Promise<Page> {
    return this.#navigate({ method: 'GET', url: new URL(url) }, null)
  }

  /** Submits the form of this page whose action contains these path segments: `/login/e` does not match `/login/es`. */
  submit({ action }: { readonly action: string }): Promise<Page> {
    const page = this.#at()
    for (const [, attributes = '', body = ''] of page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)) {
      const target = attributeOf(attributes, 'action')
      if (!`${target}/`.replace('?', '/').includes(`${action}/`)) continue
      return this.#post(new URL(target || page.url, page.url), fieldsOf(body))
    }
    throw new Error(`no form leads to ${action} on ${page.url}`)
  }

  /** Submits an empty form from this page. */
  post(path: string): Promise<Page> {
    return this.#post(new URL(path, this.#at().url), new URLSearchParams())
  }

  /** Returns the Cookie header for an address. */
  cookiesFor({ hostname }: URL): string {
    const own = [...this.#cookies].filter(([key]) => key.startsWith(`${hostname} `))
    return own.map(([key, value]) => `${key.slice(hostname.length + 1)}=${value}`).join('; ')
  }

  #at(): Page {
    if (!this.#page) throw new Error('this visitor has opened no page yet')
    return this.#page
  }

  #post(url: URL, fields: URLSearchParams): Promise<Page> {
    return this.#navigate({ method: 'POST', url, body: fields.toString() }, this.#at().url)
  }

  async #navigate(first: Outgoing, from: URL | null): Promise<Page> {
    const trace: Hop[] = []
    for (let outgoing = first; trace.length <= MOST_REDIRECTS; ) {
      const answer = await this.#send(outgoing, from, trace)
      trace.push({ ...answer, method: outgoing.method, url: outgoing.url })
      const { status, headers, body } = answer
      if (![301, 302, 303, 307, 308].includes(status) || headers.location === undefined) {
        this.#page = { url: outgoing.url, status, headers, html: body, text: textOf(body), trace }
        return this.#page
      }
      const url = new URL(headers.location, outgoing.url)
      // Fetch §4.4: 301, 302 and 303 become GET; the others keep everything.
      outgoing = status === 307 || status === 308 ? { ...outgoing, url } : { method: 'GET', url }
    }
    throw new Error(`too many redirects from ${first.url}`)
  }

  async #send(
    { method, url, body }: Outgoing,
    from: URL | null,
    trace: readonly Hop[],
  ): Promise<ExchangeAnswer> {
    const chain = [...trace.map((hop) => hop.url), url]
    const isCrossSite = from !== null && chain.some(({ hostname }) => hostname !== from.hostname)
    // SameSite=Lax: a POST from another site carries no cookies.
    const cookies = isCrossSite && method === 'POST' ? '' : this.cookiesFor(url)
    const answer = await exchange({
      method,
      url,
      body: body ?? null,
      headers: {
        accept: 'text/html,*/*;q=0.8',
        'user-agent': 'LatchkeyContract/1',
        'sec-fetch-site': relationOf(from, chain, isCrossSite),
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        ...(method === 'POST' && { origin: from?.origin ?? 'null' }),
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
        ...(cookies && { cookie: cookies }),
      },
    })
    for (const header of answer.setCookies) this.#keep(url, header)
    return answer
  }

  #keep({ hostname }: URL, header: string): void {
    const [pair = '', ...attributes] = header.split(';')
    const equals = pair.indexOf('=')
    const key = `${hostname} ${pair.slice(0, equals).trim()}`
    if (attributes.some((each) => /^\s*max-age=(?:0|-\d+)\s*$/i.test(each))) this.#cookies.delete(key)
    else this.#cookies.set(key, pair.slice(equals + 1).trim())
  }
}

function relationOf(from: URL | null, chain: readonly URL[], isCrossSite: boolean): string {
  if (from === null) return 'none'
  if (isCrossSite) return 'cross-site'
  return chain.every(({ origin }) => origin === from.origin) ? 'same-origin' : 'same-site'
}

function fieldsOf(form: string): URLSearchParams {
  const fields = new URLSearchParams()
  for (const [, attributes = ''] of form.matchAll(/<input\b([^>]*)>/gi)) {
    const name = attributeOf(attributes, 'name')
    if (name && !/\btype="?(?:submit|button)/i.test(attributes)) {
      fields.append(name, attributeOf(attributes, 'value'))
    }
  }
  return fields
}

function attributeOf(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(
    attributes,
  )
  return decoded(found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
}

function textOf(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|title|svg)\b[\s\S]*?<\/\1>/gi, ' ')
  return decoded(bare.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return ENTITIES[String(name).toLowerCase()] ?? whole
  })
}
