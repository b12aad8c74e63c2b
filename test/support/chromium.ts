// Real Chromium for the end-to-end tests: one browser per test file, and a separate profile for each visitor. If a page violated
// its policy or missed a resource, the file fails when the browser closes.
import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Response,
} from 'playwright-core'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const patienceMilliseconds = 30_000

/** Why tests in Chromium cannot run here, or false if they can. In CI they must run. */
export const noChromium: string | false =
  existsSync(executablePath) || process.env.CI === 'true'
    ? false
    : `there is no Chromium at ${executablePath}`

export class Chromium {
  readonly #browser: Browser
  readonly #problems: string[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Creates a fresh browser profile, whose tabs share cookies. */
  async visitor(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const visitor = await this.#browser.newContext({ serviceWorkers: 'block', ...options })
    visitor.setDefaultTimeout(patienceMilliseconds)
    visitor.on('page', (page) => this.#watch(page))
    return visitor
  }

  /** Closes the browser. Throws if a page violated its Content-Security-Policy, threw an error or missed a resource. */
  async close(): Promise<void> {
    await this.#browser.close()
    if (this.#problems.length > 0) throw new Error(`Problems on pages:\n${this.#problems.join('\n')}`)
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.#problems.push(`${page.url()}: ${error.message}`))
    page.on('console', (message) => {
      const text = message.text()
      // Error pages are meant to have an error status.
      if (message.type() !== 'error' || text.startsWith('Failed to load resource')) return
      this.#problems.push(`${page.url()}: ${text}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400 && !isDocument(response))
        this.#problems.push(`${page.url()}: ${response.status()} ${response.url()}`)
    })
  }
}

/** `args`: command line switches, such as host names that resolve to this machine. */
export async function startChromium(args: readonly string[] = []): Promise<Chromium> {
  return new Chromium(await chromium.launch({ executablePath, args: ['--no-sandbox', ...args] }))
}

function isDocument(response: Response): boolean {
  return response.request().resourceType() === 'document'
}
