// A browser without scripts over real HTTP: cookies, redirects, forms, and the request headers that Chromium adds
// (Fetch Metadata, Origin and Referer according to Fetch and Referrer Policy; CSP form-action on every hop).
import type { IncomingHttpHeaders } from 'node:http'
import {
  allowsFormAction,
  type Initiator,
  navigationHeaders,
  readFormAction,
  refererHeader,
  relation,
} from './browser-headers.ts'
import { CookieJar, type CookieJarOptions, isSameSite } from './cookie-jar.ts'
import { chooseForm, type FormChoice, readText } from './html-forms.ts'
import { type ExchangeAnswer, exchange } from './http-exchange.ts'

/** One request and its answer. */
export interface Hop {
  readonly method: string
  readonly url: URL
  readonly requestHeaders: Readonly<Record<string, string>>
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly setCookies: readonly string[]
  readonly body: string
}

/** The page at which a navigation ended. */
export interface Page {
  /** The URL in the address bar. */
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly html: string
  /** The visible text. */
  readonly text: string
  readonly trace: readonly Hop[]
  /** The address at which `until` stopped the navigation, before requesting it. */
  readonly stoppedAt: URL | null
}

export interface NavigationOptions {
  /** Stops before an address is requested, for example to capture a callback as an attacker would. */
  readonly until?: (url: URL, method: string) => boolean
  readonly headers?: Readonly<Record<string, string>>
}

export interface BrowserOptions extends CookieJarOptions {
  readonly jar?: CookieJar
  /** `https://app.example` → `http://127.0.0.1:1234`: acts as a proxy that terminates TLS. */
  readonly proxied?: Readonly<Record<string, string>>
  /** `false`: sends no Fetch Metadata, like older browsers. */
  readonly fetchMetadata?: boolean
}

interface Outgoing {
  readonly method: string
  readonly url: URL
  readonly body?: string
  readonly contentType?: string
}

const mostRedirects = 20

/** One browser profile. Its tabs share a cookie jar. */
export class Browser {
  readonly jar: CookieJar
  readonly #proxied: Readonly<Record<string, string>>
  readonly #fetchMetadata: boolean

  constructor(options: BrowserOptions = {}) {
    this.jar = options.jar ?? new CookieJar(options)
    this.#proxied = options.proxied ?? {}
    this.#fetchMetadata = options.fetchMetadata ?? true
  }

  /** Opens a new tab. With an address, it shows that page without requesting it (such as a page of a foreign site). */
  tab(at?: string): Tab {
    return new Tab(this, at === undefined ? null : new URL(at))
  }

  /** Sends one request with its cookies, and stores the cookies of the answer. */
  async send(
    outgoing: Outgoing,
    fetchHeaders: Record<string, string>,
    crossSite: boolean,
    topLevel: boolean,
  ): Promise<Hop> {
    const { method, url } = outgoing
    const context = { url, method, crossSite, topLevel }
    const headers: Record<string, string> = {
      accept: 'text/html,*/*;q=0.8',
      'user-agent': 'LatchkeyTest/1',
      ...fetchHeaders,
    }
    if (!this.#fetchMetadata)
      for (const name of Object.keys(headers)) if (name.startsWith('sec-fetch')) delete headers[name]
    const cookies = this.jar.header(context)
    if (cookies !== null && headers.cookie === undefined) headers.cookie = cookies
    if (headers.cookie === '') delete headers.cookie
    if (outgoing.contentType !== undefined) headers['content-type'] = outgoing.contentType
    if (outgoing.body !== undefined) headers['content-length'] = String(Buffer.byteLength(outgoing.body))
    else if (method === 'POST') headers['content-length'] = '0'
    const target = this.#proxied[url.origin]
    const at = target === undefined ? undefined : new URL(target)
    const answer: ExchangeAnswer = await exchange({
      method,
      url,
      headers,
      body: outgoing.body ?? null,
      connectTo: at === undefined ? undefined : { host: at.hostname, port: Number(at.port) },
    })
    for (const cookie of answer.setCookies) this.jar.store(cookie, context)
    return { method, url, requestHeaders: headers, ...answer }
  }
}

/** One tab, with the actions of its person and its page. */
export class Tab {
  readonly browser: Browser
  page: Page | null = null
  #at: URL | null

  constructor(browser: Browser, at: URL | null) {
    this.browser = browser
    this.#at = at
  }

  /** The URL of the current page. */
  get url(): URL {
    if (this.#at === null) throw new Error('this tab has no page yet')
    return this.#at
  }

  /** The person types an address, or uses a bookmark. */
  open(url: string | URL, options: NavigationOptions = {}): Promise<Page> {
    return this.#navigate({ method: 'GET', url: new URL(url) }, { url: null, policy: '' }, options)
  }

  /** The person follows a link on this page, or the page navigates there itself. */
  follow(href: string | URL, options: NavigationOptions = {}): Promise<Page> {
    return this.#navigate({ method: 'GET', url: new URL(href, this.url) }, this.#initiator(), options)
  }

  /** The person submits a form of this page. */
  submit(choice: FormChoice = {}, options: NavigationOptions = {}): Promise<Page> {
    const { form, button } = chooseForm(this.page?.html ?? '', choice)
    const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, value]))
    for (const [name, value] of Object.entries(choice.fields ?? {})) fields.set(name, value)
    if (button !== null && button.name !== null) fields.append(button.name, button.value)
    const action = form.action === '' ? this.url : new URL(form.action, this.url)
    if (form.method === 'GET') action.search = String(fields)
    return this.#sendForm(form.method, action, fields, options)
  }

  /** This page submits a form that it created itself, like a hostile page. */
  post(
    url: string | URL,
    fields: Readonly<Record<string, string>> = {},
    options: NavigationOptions = {},
  ): Promise<Page> {
    return this.#sendForm('POST', new URL(url, this.url), new URLSearchParams(fields), options)
  }

  /** This page submits a form with another content type (with `text/plain`, HTML forms can smuggle JSON). */
  postRaw(
    url: string | URL,
    body: string,
    contentType: string,
    options: NavigationOptions = {},
  ): Promise<Page> {
    return this.#navigate(
      { method: 'POST', url: new URL(url, this.url), body, contentType },
      this.#initiator(),
      options,
    )
  }

  /** A script on this page calls `fetch`. CORS is not enforced, since the application must not rely on it alone. */
  async fetch(
    url: string | URL,
    init: { method?: string; headers?: Record<string, string>; body?: string; omitCookies?: boolean } = {},
  ): Promise<Hop> {
    const target = new URL(url, this.url)
    const method = init.method ?? 'GET'
    const initiator = this.#initiator()
    const headers: Record<string, string> = {
      accept: '*/*',
      'sec-fetch-site': relation(initiator.url, [target]),
      'sec-fetch-mode': 'cors',
      'sec-fetch-dest': 'empty',
      ...refererHeader(initiator, target),
      ...init.headers,
    }
    if (init.omitCookies === true) headers.cookie = ''
    if (method !== 'GET' && method !== 'HEAD') headers.origin ??= this.url.origin
    else if (target.origin !== this.url.origin) headers.origin ??= this.url.origin
    const crossSite = !isSameSite(this.url, target)
    return this.browser.send(
      { method, url: target, ...(init.body === undefined ? {} : { body: init.body }) },
      headers,
      crossSite,
      false,
    )
  }

  /** This page loads an image or a hidden frame: a GET that the person did not initiate. */
  async load(url: string | URL, destination: 'image' | 'iframe' = 'image'): Promise<Hop> {
    const target = new URL(url, this.url)
    const initiator = this.#initiator()
    const headers = {
      'sec-fetch-site': relation(initiator.url, [target]),
      'sec-fetch-mode': destination === 'iframe' ? 'navigate' : 'no-cors',
      'sec-fetch-dest': destination,
      ...refererHeader(initiator, target),
    }
    return this.browser.send({ method: 'GET', url: target }, headers, !isSameSite(this.url, target), false)
  }

  #sendForm(method: string, url: URL, fields: URLSearchParams, options: NavigationOptions): Promise<Page> {
    const post =
      method === 'POST' ? { body: String(fields), contentType: 'application/x-www-form-urlencoded' } : {}
    return this.#navigate(
      { method, url, ...post },
      this.#initiator(),
      options,
      readFormAction(this.page?.headers['content-security-policy']),
    )
  }

  #initiator(): Initiator {
    return { url: this.url, policy: String(this.page?.headers['referrer-policy'] ?? '') }
  }

  async #navigate(
    first: Outgoing,
    from: Initiator,
    options: NavigationOptions,
    formAction: string | null = null,
  ): Promise<Page> {
    const trace: Hop[] = []
    const chain: URL[] = []
    let outgoing = first
    let initiator = from
    let tainted = false
    for (;;) {
      if (trace.length > mostRedirects)
        throw new Error(`too many redirects: ${chain.map(String).join(' → ')}`)
      if (options.until?.(outgoing.url, outgoing.method) === true)
        return this.#arrive(trace, outgoing.url, outgoing.url)
      if (!/^https?:$/.test(outgoing.url.protocol)) throw new Error(`redirect to ${outgoing.url.protocol}`)
      if (formAction !== null && !allowsFormAction(formAction, outgoing.url, from.url)) {
        throw new Error(`Content-Security-Policy form-action ${formAction} blocks ${outgoing.url}`)
      }
      chain.push(outgoing.url)
      const headers = { ...navigationHeaders(outgoing, initiator, chain, tainted), ...options.headers }
      const crossSite =
        initiator.url !== null &&
        chain.some((url) => initiator.url !== null && !isSameSite(initiator.url, url))
      const hop = await this.browser.send(outgoing, headers, crossSite, true)
      trace.push(hop)
      const next = redirected(outgoing, hop)
      if (next === null) return this.#arrive(trace, outgoing.url, null)
      if (next.url.origin !== outgoing.url.origin && from.url?.origin !== outgoing.url.origin) tainted = true
      const policy = hop.headers['referrer-policy']
      if (typeof policy === 'string' && policy !== '') initiator = { ...initiator, policy }
      outgoing = next
    }
  }

  #arrive(trace: readonly Hop[], url: URL, stoppedAt: URL | null): Page {
    const last = trace.at(-1)
    const html = stoppedAt === null ? (last?.body ?? '') : ''
    const page: Page = {
      url,
      status: last?.status ?? 0,
      headers: last?.headers ?? {},
      html,
      text: readText(html),
      trace,
      stoppedAt,
    }
    if (stoppedAt === null) {
      this.#at = url
      this.page = page
    }
    return page
  }
}

/** Fetch §4.4 HTTP-redirect fetch: 303 becomes GET, and so do 301 and 302 after POST; 307 and 308 keep everything. */
function redirected(outgoing: Outgoing, hop: Hop): Outgoing | null {
  const { location } = hop.headers
  if (![301, 302, 303, 307, 308].includes(hop.status) || location === undefined) return null
  const url = new URL(location, outgoing.url)
  if (url.hash === '') url.hash = outgoing.url.hash
  if (hop.status === 307 || hop.status === 308) return { ...outgoing, url }
  return { method: outgoing.method === 'HEAD' ? 'HEAD' : 'GET', url }
}
