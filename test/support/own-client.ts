// One of the application's own clients, such as a phone or a command line: it sends its person to a browser, gets a code back, and
// calls the token endpoint without cookies.
import { createHash, randomBytes } from 'node:crypto'
import type { ClientOptions } from 'latchkey'
import type { Page, Tab } from './browser.ts'
import { type ExchangeAnswer, exchange } from './http-exchange.ts'
import type { Place } from './journeys.ts'
import { rememberSecret } from './secrets.ts'

export const PHONE_REDIRECT = 'com.example.phone:/signed-in'

/** Clients for tests: a phone, a command line that supports both flows, a front end on another site. */
export const ownClients: readonly ClientOptions[] = [
  { id: 'phone', name: 'Harbour for telephones', redirectUris: [PHONE_REDIRECT] },
  {
    id: 'cli',
    name: 'Harbour on the command line',
    redirectUris: ['http://127.0.0.1/signed-in'],
    device: true,
  },
  { id: 'web', name: 'Harbour elsewhere', redirectUris: ['https://elsewhere.example/signed-in'] },
]

export interface CodeRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly verifier: string
  readonly state: string
}

export function codeRequest(clientId = 'phone', redirectUri: string = PHONE_REDIRECT): CodeRequest {
  const verifier = randomBytes(32).toString('base64url')
  rememberSecret('code_verifier', verifier)
  return { clientId, redirectUri, verifier, state: randomBytes(8).toString('hex') }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Returns the address that the client opens in the browser. `changes`: `null` removes a parameter. */
export function authorizePath(
  { clientId, redirectUri, verifier, state }: CodeRequest,
  changes: Readonly<Record<string, string | null>> = {},
): string {
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    state,
    ...changes,
  }
  const given = Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== null)
  return `/auth/authorize?${new URLSearchParams(given)}`
}

/** Stops before the browser leaves the application for the client. */
export function untilClient(app: Place): { until: (url: URL) => boolean } {
  return { until: (url) => url.origin !== app.origin }
}

/** Opens the page that asks for consent, in a signed-in browser. */
export function openAuthorize(tab: Tab, app: Place, asked: CodeRequest): Promise<Page> {
  return tab.open(`${app.origin}${authorizePath(asked)}`, untilClient(app))
}

/** The person consents. Returns the client's redirect address, with a code. */
export async function allow(tab: Tab, app: Place, asked: CodeRequest): Promise<URL> {
  const page = await openAuthorize(tab, app, asked)
  if (page.stoppedAt) return page.stoppedAt
  const answered = await tab.submit({ label: /^Allow/ }, untilClient(app))
  if (!answered.stoppedAt) throw new Error(`no answer: ${answered.status} ${answered.text.slice(0, 300)}`)
  rememberSecret('code', answered.stoppedAt.searchParams.get('code') ?? '')
  return answered.stoppedAt
}

export interface ClientAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON the server answers; the tests look at it.
  readonly body: any
  readonly headers: ExchangeAnswer['headers']
  readonly setCookies: readonly string[]
}

/** Sends a form as a program would: without cookies and Origin. */
export async function sendForm(
  app: Place,
  path: string,
  fields: Readonly<Record<string, string>> | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ClientAnswer> {
  const body = typeof fields === 'string' ? fields : String(new URLSearchParams(fields))
  return send(app, {
    method: 'POST',
    path,
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    },
  })
}

/** Sends a GET as a program would. */
export function get(
  app: Place,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ClientAnswer> {
  return send(app, { method: 'GET', path, body: null, headers })
}

export function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}

/** Exchanges this code for tokens. */
export async function redeem(
  app: Place,
  asked: CodeRequest,
  callback: URL,
  headers: Readonly<Record<string, string>> = {},
): Promise<ClientAnswer> {
  const answer = await sendForm(
    app,
    '/auth/token',
    {
      grant_type: 'authorization_code',
      client_id: asked.clientId,
      redirect_uri: asked.redirectUri,
      code: callback.searchParams.get('code') ?? '',
      code_verifier: asked.verifier,
    },
    headers,
  )
  return remembered(answer)
}

export async function refresh(
  app: Place,
  clientId: string,
  refreshToken: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<ClientAnswer> {
  const fields = { grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken }
  return remembered(await sendForm(app, '/auth/token', fields, headers))
}

/** Calls the application's API with the token. Returns the id of the person, or null. */
export async function whoHolds(app: Place, token: string): Promise<string | null> {
  const answer = await get(app, '/api/me', bearer(token))
  if (answer.status === 401) return null
  if (answer.status !== 200) throw new Error(`GET /api/me answered ${answer.status}`)
  return answer.body.id
}

function remembered(answer: ClientAnswer): ClientAnswer {
  for (const name of ['access_token', 'refresh_token'] as const) {
    if (typeof answer.body?.[name] === 'string') rememberSecret(name, answer.body[name])
  }
  return answer
}

async function send(
  app: Place,
  {
    method,
    path,
    body,
    headers,
  }: {
    readonly method: string
    readonly path: string
    readonly body: string | null
    readonly headers: Readonly<Record<string, string>>
  },
): Promise<ClientAnswer> {
  const port = new URL(app.origin).port
  const answer = await exchange({
    method,
    url: new URL(path, app.origin),
    headers: { accept: '*/*', 'user-agent': 'HarbourClient/1', ...headers },
    body,
    connectTo: { host: '127.0.0.1', port: Number(port) },
  })
  return {
    status: answer.status,
    body: readBody(answer.body),
    headers: answer.headers,
    setCookies: answer.setCookies,
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
