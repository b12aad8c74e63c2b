// A database server for one test, for experiments that a shared server must not suffer: stopped, killed, filled, cut off.
// It has its own folder and a free port on loopback, and runs as the user that it requires.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { alsoWhenKilled } from '../support/also-when-killed.ts'

const GIVE_UP_MILLISECONDS = 30_000

export interface OwnServer {
  readonly url: string
  /** Starts or restarts it, and waits until it answers. */
  readonly start: () => Promise<void>
  /** Stops it like an operator, or kills it like a crash. */
  readonly end: (how: 'stop' | 'kill') => Promise<void>
  /** Stops it and deletes its data. */
  readonly remove: () => Promise<void>
}

export interface ServerPlan {
  readonly folder: OwnFolder
  /** The program and its arguments. */
  readonly command: readonly string[]
  readonly url: string
  /** The signal that an operator's tool sends. Default: SIGTERM. */
  readonly stopSignal?: NodeJS.Signals
  readonly isAnswering: () => Promise<boolean>
}

export async function startOwnServer(plan: ServerPlan): Promise<OwnServer> {
  const { folder, command, url, stopSignal = 'SIGTERM', isAnswering } = plan
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const giveUpAt = Date.now() + GIVE_UP_MILLISECONDS
    let output = ''
    while (Date.now() < giveUpAt) {
      const started = folder.spawn(command)
      child = started
      started.stderr?.on('data', (text) => {
        output += text
      })
      while (isRunning(started) && Date.now() < giveUpAt) {
        if (await isAnswering().catch(() => false)) return
        await wait(50)
      }
      // The child processes of a killed server take a moment to exit; until then it cannot be started.
      await wait(100)
    }
    throw new Error(`${command[0]} does not start:\n${output.slice(-2_000)}`)
  }

  async function end(how: 'stop' | 'kill'): Promise<void> {
    if (!child || !isRunning(child)) return
    const exited = once(child, 'exit')
    child.kill(how === 'kill' ? 'SIGKILL' : stopSignal)
    await exited
  }

  const remove = alsoWhenKilled(async () => {
    await end('stop')
    await folder.remove()
  })
  try {
    await start()
  } catch (error) {
    await end('kill')
    await remove()
    throw error
  }
  return { url, start, end, remove }
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

/** A new folder, with functions to run programs in it. */
export interface OwnFolder {
  readonly path: string
  readonly spawn: (command: readonly string[]) => ChildProcess
  /** Runs a program to its end. Throws with its output if it fails. */
  readonly run: (command: readonly string[]) => void
  readonly remove: () => Promise<void>
}

export interface FolderOptions {
  /** The user who owns the folder and runs the programs, if the test runs as root. */
  readonly user?: string
  /** A prefix that runs the command in another environment, such as another network. */
  readonly within?: readonly string[] | undefined
}

export interface OwnServerOptions extends Pick<FolderOptions, 'within'> {
  /** The address in the test's own network. Default: loopback. */
  readonly host?: string
}

export async function ownFolder({ user, within = [] }: FolderOptions = {}): Promise<OwnFolder> {
  const path = await mkdtemp(join(tmpdir(), 'latchkey-server-'))
  const isOther = user !== undefined && process.getuid?.() === 0
  if (isOther) await chown(path, idOf('-u', user), idOf('-g', user))
  const become = isOther ? ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'] : []
  const whole = (command: readonly string[]): [string, string[]] => {
    const [program = '', ...args] = [...within, ...become, ...command]
    return [program, args]
  }
  // The machine's variables may configure a server; this one must ignore them.
  const options = { cwd: path, env: { PATH: process.env.PATH, HOME: path, TZ: 'UTC' } }
  return {
    path,
    spawn: (command) => spawn(...whole(command), { ...options, stdio: ['ignore', 'ignore', 'pipe'] }),
    run(command) {
      const { status, stderr, error } = spawnSync(...whole(command), { ...options, encoding: 'utf8' })
      if (status !== 0) throw error ?? new Error(`${command[0]} failed: ${stderr.slice(-2_000)}`)
    },
    remove: () => rm(path, { recursive: true, force: true }),
  }
}

function idOf(flag: '-u' | '-g', user: string): number {
  return Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout)
}

/** For a test's `skip` option: false, or why a server cannot be started here. */
export function skipWithoutProgram(program: string | null, name: string, user?: string): string | false {
  if (program === null) return `${name} is not installed on this machine`
  const isRoot = process.getuid?.() === 0
  if (isRoot && user && spawnSync('id', [user]).status !== 0)
    return `there is no user ${user} to run ${name} as`
  return false
}

/** Returns a program's path, from the search path or a folder that only root searches. Null if it is missing. */
export function findProgram(name: string, folders: readonly string[] = []): string | null {
  const path = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', ...folders]
  return path.map((folder) => join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
