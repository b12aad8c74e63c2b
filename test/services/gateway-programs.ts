// The programs of examples/flask-behind-latchkey as its README starts them, on free ports and in their own folder: Flask,
// the gateway, and the two proxies with the example's configuration.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../tools/programs.ts'
import { alsoWhenKilled } from '../support/also-when-killed.ts'
import { findFreePort } from '../support/application.ts'
import { findProgram } from './own-server.ts'

/** Debian's Python; another Python on the machine may lack the packages. */
const PYTHON = '/usr/bin/python3'
const GIVE_UP_MILLISECONDS = 30_000

/** For a test's `skip` option: false, or what is missing. With CI=true, a missing program is an error. */
export function skipWithoutGatewayPrograms(): string | false {
  if (process.env.CI === 'true') return false
  const missing = ['nginx', 'caddy'].filter((name) => findProgram(name) === null)
  if (spawnSync(PYTHON, ['-c', 'import flask, jwt, cryptography']).status !== 0)
    missing.push('Flask and PyJWT')
  return missing.length > 0 && `not installed: ${missing.join(', ')}`
}

export interface Program {
  readonly port: number
  readonly origin: string
  readonly processId: number
  readonly output: () => string
  readonly stop: () => Promise<void>
}

export interface GatewayPrograms {
  readonly startFlask: (options: {
    readonly origin: string
    readonly gatewayPort: number
  }) => Promise<Program>
  readonly startGateway: (environment: Readonly<Record<string, string>>, port?: number) => Promise<Program>
  /** Starts nginx with the example's file, on these ports. */
  readonly startNginx: (ports: ProxyPorts) => Promise<Program>
  readonly startCaddy: (ports: ProxyPorts) => Promise<Program>
  readonly rules: string
  readonly stop: () => Promise<void>
}

export interface ProxyPorts {
  readonly proxy: number
  readonly gateway: number
  readonly application: number
}

export function gatewayPrograms(): GatewayPrograms {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-gateway-'))
  const example = join(folder, 'example')
  cpSync(join(root, 'examples/flask-behind-latchkey'), example, { recursive: true })
  const running: Program[] = []
  const stop = alsoWhenKilled(async () => {
    await Promise.all(running.map((program) => program.stop()))
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  })

  async function start(
    command: readonly string[],
    port: number,
    environment: Record<string, string>,
  ): Promise<Program> {
    const [program = '', ...args] = command
    const env = { PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder, ...environment }
    const child = spawn(program, args, { cwd: example, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    const started: Program = {
      port,
      origin: `http://localhost:${port}`,
      processId: child.pid ?? 0,
      output: () => output,
      stop: () => end(child),
    }
    running.push(started)
    const giveUpAt = Date.now() + GIVE_UP_MILLISECONDS
    while (!(await isListening(port))) {
      if (child.exitCode !== null || Date.now() > giveUpAt)
        throw new Error(`${program} does not start:\n${output}`)
      await wait(50)
    }
    return started
  }

  /**
   * Reads the example's file and replaces the ports: 8080 for the proxy, 4180 for the gateway, 5000 for the
   * application.
   */
  function configure(name: string, { proxy, gateway, application }: ProxyPorts): void {
    const text = readFileSync(join(root, 'examples/flask-behind-latchkey', name), 'utf8')
    const moved = text.replace(
      /:(8080|4180|5000)\b/g,
      (_, port) => `:${{ 8080: proxy, 4180: gateway, 5000: application }[Number(port)]}`,
    )
    writeFileSync(join(example, name), moved)
  }

  return {
    rules: join(example, 'rules.json'),
    stop,
    async startFlask({ origin, gatewayPort }) {
      const port = await findFreePort()
      const keys = `http://127.0.0.1:${gatewayPort}/auth/gateway/jwks`
      const command = [PYTHON, '-m', 'flask', '--app', 'app', 'run', '--port', String(port)]
      return start(command, port, { ORIGIN: origin, LATCHKEY_KEYS: keys, PYTHONDONTWRITEBYTECODE: '1' })
    },
    async startGateway(environment, port) {
      const at = port ?? (await findFreePort())
      const command = [
        process.execPath,
        '--conditions=latchkey-source',
        join(root, 'src/cli/latchkey.ts'),
        'gateway',
      ]
      return start(command, at, { PORT: String(at), HOST: '127.0.0.1', ...environment })
    },
    startNginx(ports) {
      configure('nginx.conf', ports)
      return start(['nginx', '-p', example, '-c', 'nginx.conf', '-e', 'stderr'], ports.proxy, {})
    },
    startCaddy(ports) {
      configure('Caddyfile', ports)
      return start(['caddy', 'run'], ports.proxy, {})
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await exited
  clearTimeout(timer)
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
