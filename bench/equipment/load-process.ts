// The load generator's process: repeats one request over keep-alive connections, or performs complete logins. It reports how
// many it did; the server's process reports what they cost.
import { readFileSync } from 'node:fs'
import { answerOverIpc } from './answer-over-ipc.ts'
import { type HttpConnection, openConnection } from './http-connection.ts'
import { type LoginRecipe, recipes } from './login-recipes.ts'

/** One slice of a measurement. */
export type LoadTask =
  | {
      readonly task: 'repeat'
      readonly port: number
      readonly path: string
      /** Cookie headers that are sent in turn; empty for anonymous requests. */
      readonly cookies: CookieSet
      readonly expectedStatus: number
      readonly connections: number
      readonly until: { readonly milliseconds: number } | { readonly requests: number }
    }
  | {
      readonly task: 'login'
      readonly port: number
      readonly providerPort: number
      readonly recipe: LoginRecipe
      readonly connections: number
      /** Subjects are `person-FIRST` and so on. The same range again means returning people. */
      readonly firstPerson: number
      readonly logins: number
    }
  | {
      /** One login. The answer is the Cookie header of the signed-in browser. */
      readonly task: 'sign-in'
      readonly port: number
      readonly providerPort: number
      readonly recipe: LoginRecipe
    }

export interface CookieSet {
  /** A JSON file with a list of Cookie headers, in which PORT stands for the server's port. */
  readonly file?: string
  readonly headers?: readonly string[]
  readonly from?: number
  readonly count?: number
}

export interface LoadResult {
  readonly count: number
  readonly milliseconds: number
}

const files = new Map<string, readonly string[]>()

answerOverIpc(async (task: LoadTask) => {
  if (task.task === 'repeat') return repeat(task)
  if (task.task === 'login') return logIn(task)
  const [server, provider] = await Promise.all([openConnection(task.port), openConnection(task.providerPort)])
  const cookie = await recipes[task.recipe]({ server, provider, port: task.port, person: 'person-0' })
  server.close()
  provider.close()
  return cookie
})

async function repeat(task: LoadTask & { task: 'repeat' }): Promise<LoadResult> {
  const connections = await openConnections(task.port, task.connections)
  const requests = cookiesOf(task).map((cookie) => requestText(task, cookie))
  const limit = 'requests' in task.until ? task.until.requests : Number.POSITIVE_INFINITY
  const startedAt = performance.now()
  const endAt = 'milliseconds' in task.until ? startedAt + task.until.milliseconds : Number.POSITIVE_INFINITY
  const fallAsleep = stayAwake()
  let sent = 0
  let answered = 0

  await Promise.all(
    connections.map(
      (connection) =>
        new Promise<void>((resolve, reject) => {
          const next = () => {
            // The clock is read only now and then, so that reading it does not count.
            if (sent >= limit || ((sent & 15) === 0 && performance.now() >= endAt)) return resolve()
            const request = requests[sent++ % requests.length] ?? ''
            connection.repeat(request, (status) => {
              if (status !== task.expectedStatus) {
                return reject(new Error(`${task.path} answered ${status}, not ${task.expectedStatus}`))
              }
              answered++
              next()
            })
          }
          next()
        }),
    ),
  )
  const milliseconds = performance.now() - startedAt
  fallAsleep()
  for (const connection of connections) connection.close()
  return { count: answered, milliseconds }
}

/**
 * Keeps this process from sleeping; returns a function that stops this. On loopback, the sender pays for waking a sleeping
 * receiver: about 10 µs on a virtual machine. A server that is slower than its load would pay that with each response, a fast
 * one never, and with a network card in between, none would.
 */
function stayAwake(): () => void {
  let isAwake = true
  const turn = () => {
    if (isAwake) setImmediate(turn)
  }
  turn()
  return () => {
    isAwake = false
  }
}

async function logIn(task: LoadTask & { task: 'login' }): Promise<LoadResult> {
  const servers = await openConnections(task.port, task.connections)
  const providers = await openConnections(task.providerPort, task.connections)
  const startedAt = performance.now()
  let begun = 0
  await Promise.all(
    servers.map(async (server, at) => {
      const provider = providers[at] as HttpConnection
      while (begun < task.logins) {
        const person = `person-${task.firstPerson + begun++}`
        await recipes[task.recipe]({ server, provider, port: task.port, person })
      }
    }),
  )
  const milliseconds = performance.now() - startedAt
  for (const connection of [...servers, ...providers]) connection.close()
  return { count: task.logins, milliseconds }
}

function openConnections(port: number, count: number): Promise<HttpConnection[]> {
  return Promise.all(Array.from({ length: count }, () => openConnection(port)))
}

function cookiesOf({ cookies, port }: LoadTask & { task: 'repeat' }): readonly (string | null)[] {
  if (!cookies.file) return cookies.headers ?? [null]
  const all = files.get(cookies.file) ?? (JSON.parse(readFileSync(cookies.file, 'utf8')) as string[])
  files.set(cookies.file, all)
  const from = cookies.from ?? 0
  return all
    .slice(from, from + (cookies.count ?? all.length))
    .map((header) => header.replace('PORT', String(port)))
}

function requestText({ path, port }: { path: string; port: number }, cookie: string | null): string {
  const line = cookie === null ? '' : `Cookie: ${cookie}\r\n`
  return `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nAccept: text/html\r\nUser-Agent: bench\r\n${line}\r\n`
}
