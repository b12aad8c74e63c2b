// A child process of the benchmark: pinned to one core if the machine supports that, answering questions over IPC. The server
// has its own core, so that generating the load does not slow it down.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

export interface Child {
  /** Milliseconds from the fork until the process reported that it is ready. */
  readonly readyAfterMs: number
  /** The moment of the fork, by `performance.now()`. */
  readonly forkedAt: number
  /** Asks the process and waits for its answer. Rejects with the process's error output if it fails or exits. */
  ask<Answer>(question: object): Promise<Answer>
  stop(): Promise<void>
}

export interface ChildOptions {
  /** Relative to `bench/`. */
  readonly file: string
  readonly args?: readonly string[]
  readonly role: keyof typeof cores
  readonly environment?: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
}

/** One core for the measured server; load generator and provider share the others. */
const cores =
  availableParallelism() > 2 ? { server: 0, load: 1, provider: 2 } : { server: 0, load: 1, provider: 1 }

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** For the report: on which cores the processes run. */
export const pinning: string = canPin
  ? `server on core ${cores.server}, load on core ${cores.load}, provider on core ${cores.provider}`
  : 'processes not pinned (no taskset here): expect more spread'

interface Reply {
  readonly id: number
  readonly answer?: unknown
  readonly error?: string
}

const living = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL')
})

/** Starts the process and waits until it is ready. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const forkedAt = performance.now()
  const child = spawnPinned(options)
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let errors = ''

  living.add(child)
  child.stderr?.on('data', (text) => {
    errors = (errors + text).slice(-4_000)
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      living.delete(child)
      const error = new Error(
        `${options.file} ${options.args?.join(' ') ?? ''} ended (${code ?? signal}): ${errors}`,
      )
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
      resolve()
    })
  })
  child.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.error !== undefined) asked?.reject(new Error(`${options.file}: ${reply.error}`))
    else asked?.resolve(reply.answer)
  })

  // The process sends reply 0 unasked, once it is ready.
  await new Promise<unknown>((resolve, reject) => waiting.set(0, { resolve, reject }))
  return {
    forkedAt,
    readyAfterMs: performance.now() - forkedAt,
    ask<Answer>(question: object) {
      const id = ++lastId
      return new Promise<Answer>((resolve, reject) => {
        waiting.set(id, { resolve: (answer) => resolve(answer as Answer), reject })
        child.send({ id, ...question })
      })
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function spawnPinned({ file, args = [], role, environment, nodeArguments = [] }: ChildOptions): ChildProcess {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const command = [process.execPath, ...nodeArguments, path, ...args]
  const [program = '', ...rest] = canPin ? ['taskset', '-c', String(cores[role]), ...command] : command
  return spawn(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...environment },
  })
}
