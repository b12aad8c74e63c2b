// Sends generated requests to an application in this process, and checks for what must never happen: an unexpected error, a
// session without a sign-in, a process that hangs or grows.
import { Agent, request as openRequest } from 'node:http'
import type { Browser } from './browser.ts'
import {
  type FuzzCorpus,
  type FuzzRequest,
  frontEndOfFuzz,
  makeFuzzRequest,
  seededRandom,
} from './fuzz-inputs.ts'
import { describeProvider, type InProcessApplication, startInProcess } from './in-process-application.ts'
import { catchCallback, newPerson, signIn, whoIs } from './journeys.ts'
import { allow, challengeOf, codeRequest, ownClients, redeem, sendForm } from './own-client.ts'
import { startProvider, type TestProvider } from './provider.ts'

export interface FuzzReport {
  readonly tried: number
  /** The number of answers per status. */
  readonly statuses: ReadonlyMap<number, number>
  /** What must not happen, with the request that caused it. */
  readonly findings: readonly string[]
}

/** Sends `count` requests from this seed. */
export async function fuzz(
  count: number,
  seed: number,
  onProgress: (tried: number) => void = () => undefined,
): Promise<FuzzReport> {
  const [h, e] = [await startProvider({ endSession: true }), await startProvider()]
  const app = await startInProcess({
    providers: [describeProvider('h', h), describeProvider('e', e)],
    acceptThirdPartyLogin: true,
    clients: ownClients,
    bearer: true,
    origins: [frontEndOfFuzz],
  })
  try {
    const corpus = await makeCorpus(app, h)
    const report = await sendAll({ app, corpus, count, seed, onProgress })
    const browser = app.browser()
    h.reset()
    // The application's clock did not move in the meantime.
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

/** Collects real cookies and values. None suffices to sign in, since the codes were never issued. */
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
  // An ended session, the most valuable thing that a thief could still have.
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  for (const { name, value } of browser.jar.all()) cookies.push(`${name}=${value}`)
  values.push(...(await clientValues(app, browser)))
  await browser.tab(app.url('/')).post('/auth/logout')
  return { origin: app.origin, providerIds: ['h', 'e'], cookies, values }
}

/** Collects used codes, verifiers and tokens of a client whose session has ended. */
async function clientValues(app: InProcessApplication, browser: Browser): Promise<readonly string[]> {
  const tab = browser.tab(app.url('/'))
  const asked = codeRequest()
  const callback = await allow(tab, app, asked)
  const { body } = await redeem(app, asked, callback)
  await sendForm(app, '/auth/revoke', { client_id: 'phone', token: body.refresh_token })
  const unused = codeRequest()
  const { code = '' } = Object.fromEntries((await allow(tab, app, unused)).searchParams)
  const device = await sendForm(app, '/auth/device', { client_id: 'cli' })
  return [
    ...[callback.searchParams.get('code') ?? '', asked.verifier, challengeOf(asked.verifier)],
    ...[body.access_token, body.refresh_token, `Bearer ${body.access_token}`],
    ...[code, unused.verifier, device.body.device_code, device.body.user_code],
  ]
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
      const answer = await send(agent, app.port, request)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      const finding = judge(answer, `latchkey-${app.port}=`)
      if (finding !== null) findings.push(`${finding}: ${JSON.stringify(request)}`)
    }
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  agent.destroy()
  return { tried, statuses, findings }
}

interface FuzzAnswer {
  readonly status: number
  readonly setCookies: readonly string[]
  readonly body: string
  /** The origin that may read it, according to CORS. */
  readonly readableBy?: string | undefined
}

function judge({ status, setCookies, body, readableBy }: FuzzAnswer, sessionPair: string): string | null {
  if (status === 0) return 'no answer'
  if (status >= 500) return `status ${status}`
  if (readableBy !== undefined && readableBy !== frontEndOfFuzz) return `readable by ${readableBy}`
  const isSession = setCookies.some(
    (cookie) => cookie.startsWith(sessionPair) && !cookie.startsWith(`${sessionPair};`),
  )
  if (isSession) return 'a session began'
  return body.includes('"access_token"') ? 'tokens were issued' : null
}

function send(agent: Agent, port: number, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
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
    const nothing = { status: 0, setCookies: [], body: '' }
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection just as it was reused, so it never saw the request.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET')
        resolve(send(agent, port, { method, path, headers, body }))
      else resolve(nothing)
    })
    outgoing.on('response', (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        text += chunk
      })
      incoming.on('error', () => resolve(nothing))
      incoming.on('end', () => {
        const { statusCode: status = 0, headers } = incoming
        resolve({
          status,
          setCookies: headers['set-cookie'] ?? [],
          body: text,
          readableBy: headers['access-control-allow-credentials'] && headers['access-control-allow-origin'],
        })
      })
    })
    outgoing.end(body ?? undefined)
  })
}
