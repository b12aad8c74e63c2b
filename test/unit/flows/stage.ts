// What the tests of flows need, without HTTP: real parts around a memory store, and a clock that the test sets.
import { defaultLinkingPolicy } from '../../../src/accounts/linking-policy.ts'
import type { Provider } from '../../../src/contracts/provider.ts'
import { createUsedAttempts } from '../../../src/flows/attempt/used-attempts.ts'
import { createDevicePolls } from '../../../src/flows/clients/device-polls.ts'
import { askOnce, type Parts, type ReadyProvider, type Visit } from '../../../src/flows/request/parts.ts'
import { builtInLanguages } from '../../../src/languages/speaking/built-in.ts'
import { createLanguages } from '../../../src/languages/speaking/create-languages.ts'
import { type Auth, innerParts, latchkey } from '../../../src/latchkey.ts'
import type { LatchkeyOptions } from '../../../src/options.ts'
import { defaultPages, neutralBrand } from '../../../src/pages/index.ts'
import { github } from '../../../src/providers/github.ts'
import { google } from '../../../src/providers/google.ts'
import { memory } from '../../../src/stores/memory.ts'

export interface Stage {
  readonly auth: Auth
  readonly parts: Parts
  readonly log: readonly unknown[]
  /** The current time for all parts. */
  clock: number
  /** A request of this browser: GET unless `init` says otherwise. */
  visit(path: string, browser?: CookieBox, init?: RequestInit): Visit
  ready(id: string): Promise<ReadyProvider>
}

const credentials = { clientId: 'a-client', clientSecret: 'a-secret-of-the-test' }

/** Google and GitHub at their real addresses, which no test of a flow calls. */
export function stage(options: Partial<LatchkeyOptions> = {}): Stage {
  const log: unknown[] = []
  const auth = latchkey({
    providers: [google(credentials), github(credentials)] as readonly Provider[],
    origin: 'https://app.example',
    secret: 'k'.repeat(32),
    store: memory(),
    environment: { NODE_ENV: 'production' },
    log: (entry: unknown) => log.push(entry),
    ...options,
    now: () => built.clock,
  })
  const { core, places } = innerParts(auth)
  const parts: Parts = {
    ...core,
    pages: { ...defaultPages, ...core.settings.pages },
    defaultPages,
    policy: defaultLinkingPolicy,
    usedAttempts: createUsedAttempts(core.settings.store, core.settings.now),
    devicePolls: createDevicePolls(core.settings.now),
    stylesheetFor: () => ({ css: '', version: '1' }),
    neutralBrand,
    languages: createLanguages(core.settings, builtInLanguages, (detail) => log.push(detail)),
    inspection: null,
  }
  const place = places.find(null)
  if (place === null) throw new Error('the stage has an origin')
  const built: Stage = {
    auth,
    parts,
    log,
    clock: Date.UTC(2026, 0, 1),
    visit(path, browser, init = {}) {
      const request = new Request(new URL(path, place.origin), init)
      if (browser) request.headers.set('cookie', browser.header())
      return {
        request,
        url: new URL(request.url),
        place,
        cookieHeader: browser?.header() ?? null,
        clientAddress: null,
        userAgent: null,
        referenceId: 'reference',
        peerAddress: null,
        startedAt: built.clock,
        providers: askOnce(core.providers, { place, request }),
        language: () => parts.languages.of(request),
      }
    },
    ready: (id) => core.providers.get(id, { place }),
  }
  return built
}

/** The cookies of one browser, in the order in which it received them (RFC 6265 §5.4). */
export class CookieBox {
  readonly cookies = new Map<string, string>()

  /** Stores the Set-Cookie values of a response or of a list. */
  take(source: Response | readonly string[]): void {
    const values = source instanceof Response ? source.headers.getSetCookie() : source
    for (const value of values) {
      const [, name = '', content = ''] = /^([^=]+)=([^;]*)/.exec(value) ?? []
      if (content === '' || /Max-Age=0/.test(value)) this.cookies.delete(name)
      else this.cookies.set(name, content)
    }
  }

  header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}
