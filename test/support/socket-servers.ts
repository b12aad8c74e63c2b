// Starts servers of `socket-server.ts`, and uses them like a browser.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('socket-server.ts', import.meta.url))

export interface SocketServer {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** The environment must contain `ORIGIN`, `LATCHKEY_SECRET` and `DATABASE_URL`. */
export async function startSocketServer(
  environment: Readonly<Record<string, string>>,
): Promise<SocketServer> {
  const child = spawn(process.execPath, ['--conditions=latchkey-source', program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout.setEncoding('utf8'), 'data')
  return {
    port: Number(line),
    async stop() {
      child.stdin.end()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** Returns the Cookie header of a new session. */
export async function signInAt(port: number): Promise<string> {
  const { headers } = await fetch(`http://127.0.0.1:${port}/sign-in`, { method: 'POST' })
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

export function signOutAt(port: number, cookie: string, origin: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}/auth/logout`, {
    method: 'POST',
    headers: { cookie, origin },
    redirect: 'manual',
  })
}

/** Opens a WebSocket. Rejects if the server refuses it. */
export async function openSocket(url: string, cookie: string): Promise<WebSocket> {
  const options = { headers: { cookie } } as unknown as string[]
  const socket = new WebSocket(url, options)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', () => reject(new Error('the socket was refused')))
  })
  return socket
}
