// Sends made-up requests to an application in this process, and looks at what must never happen: an error of ours, a
// session that nobody signed in to, a process that hangs or grows.
import { Agent, request as openRequest } from 'node:http'
import { type FuzzCorpus, type FuzzRequest, makeFuzzRequest, seededRandom } from './fuzz-inputs.ts'
import { describeProvider, type InProcessApplication, startInProcess } from './in-process-application.ts'
import { catchCallback, newPerson, signIn, whoIs } from './journeys.ts'
import { startProvider, type TestProvider } from './provider.ts'

export interface FuzzReport {
  readonly tried: number
  /** How many answers had each status. */
  readonly statuses: ReadonlyMap<number, number>
  /** What must not happen, with the request that made it happen. */
  readonly findings: readonly string[]
}

/** `count` requests from this seed, so many at a time. */
export async function fuzz(
  count: number,
  seed: number,
  onProgress: (tried: number) => void = () => undefined,
): Promise<FuzzReport> {
  const [h, e] = [await startProvider({ endSession: true }), await startProvider()]
  const app = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('e', e)],
    acceptThirdPartyLogin: true,
  })
  try {
    const corpus = await makeCorpus(app, h)
    const report = await sendAll({ app, corpus, count, seed, onProgress })
    const browser = app.browser()
    h.reset()
    // The application's clock stood still meanwhile.
    h.now = () => app.clock
    await signIn(browser, app, 'h', { at: h, as: newPerson() })
    if ((await whoIs(browser, app)) === null) report.findings.push('the next honest login failed')
    return report
  } finally {
    await app.stop()
    await Promise.all([h.stop(), e.stop()])
  }
}

interface FuzzRun {
  readonly app: InProcessApplication
  readonly corpus: FuzzCorpus
  readonly count: number
  readonly seed: number
  readonly onProgress: (tried: number) => void
}

/** Real cookies and values, none of which is enough to sign in: the codes were never handed out. */
async function makeCorpus(app: InProcessApplication, h: TestProvider): Promise<FuzzCorpus> {
  const cookies: string[] = []
  const values = [
    h.issuer,
    app.origin,
    h.clientId,
    h.makeIdToken({ grant: null, provider: h, request: { form: new URLSearchParams() } as never }, null),
  ]
  for (let index = 0; index < 4; index++) {
    const browser = app.browser()
    const callback = await catchCallback(browser.tab(), app, index % 2 === 0 ? 'h' : 'e')
    values.push(callback.searchParams.get('state') ?? '', `made-up-code-${index}`)
    for (const { name, value } of browser.jar.all()) cookies.push(`${name}=${value}`)
  }
  // An ended session: the best that a thief can have.
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  for (const { name, value } of browser.jar.all()) cookies.push(`${name}=${value}`)
  await browser.tab(app.url('/')).post('/auth/logout')
  return { origin: app.origin, providerIds: ['h', 'e'], cookies, values }
}

async function sendAll({
  app,
  corpus,
  count,
  seed,
  onProgress,
}: FuzzRun): Promise<FuzzReport & { findings: string[] }> {
  const random = seededRandom(seed)
  const statuses = new Map<number, number>()
  const findings: string[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  let tried = 0
  const worker = async (): Promise<void> => {
    while (tried < count && findings.length < 20) {
      tried++
      if (tried % 10_000 === 0) onProgress(tried)
      const request = makeFuzzRequest(random, corpus)
      const { status, setCookies } = await send(agent, app.port, request)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const finding = judge(status, setCookies, `latchkey-${app.port}=`)
      if (finding !== null) findings.push(`${finding}: ${JSON.stringify(request)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  agent.destroy()
  return { tried, statuses, findings }
}

function judge(status: number, setCookies: readonly string[], sessionPair: string): string | null {
  if (status === 0) return 'no answer'
  if (status >= 500) return `status ${status}`
  const isSession = setCookies.some(
    (cookie) => cookie.startsWith(sessionPair) && !cookie.startsWith(`${sessionPair};`),
  )
  return isSession ? 'a session began' : null
}

function send(
  agent: Agent,
  port: number,
  { method, path, headers, body }: FuzzRequest,
): Promise<{ status: number; setCookies: readonly string[] }> {
  return new Promise((resolve) => {
    const length: Record<string, string> =
      body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const outgoing = openRequest({
      agent,
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host: `localhost:${port}`, ...headers, ...length },
      timeout: 20_000,
    })
    const nothing = { status: 0, setCookies: [] }
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // An idle connection that the server closed just now: the request was never seen.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET')
        resolve(send(agent, port, { method, path, headers, body }))
      else resolve(nothing)
    })
    outgoing.on('response', (incoming) => {
      incoming.resume()
      incoming.on('error', () => resolve(nothing))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, setCookies: incoming.headers['set-cookie'] ?? [] }),
      )
    })
    outgoing.end(body ?? undefined)
  })
}
