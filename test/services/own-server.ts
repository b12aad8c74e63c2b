// A database server of a test's own, for what must not be done to one that others use: stopped, killed, filled, cut off.
// It lives in a folder of its own and on a free port of loopback, as the user that it insists on.
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
  /** Starts it, also again, and waits until it answers. */
  readonly start: () => Promise<void>
  /** As an operator ends it, or as a crash does. */
  readonly end: (how: 'stop' | 'kill') => Promise<void>
  /** Ends it and deletes all that it had. */
  readonly remove: () => Promise<void>
}

export interface ServerPlan {
  readonly folder: OwnFolder
  /** The program and its arguments. */
  readonly command: readonly string[]
  readonly url: string
  /** What an operator's tool sends. Default: SIGTERM. */
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
      // What was killed leaves processes that take a moment to notice: until then it cannot be started.
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

/** A new folder, and programs that run in it. */
export interface OwnFolder {
  readonly path: string
  readonly spawn: (command: readonly string[]) => ChildProcess
  /** Runs a program to its end; throws with what it said when it fails. */
  readonly run: (command: readonly string[]) => void
  readonly remove: () => Promise<void>
}

export interface FolderOptions {
  /** Who owns it and runs the programs, where the test runs as root. */
  readonly user?: string
  /** A command that runs the rest of its line in other surroundings, such as another network. */
  readonly within?: readonly string[] | undefined
}

export interface OwnServerOptions extends Pick<FolderOptions, 'within'> {
  /** Where it is reached, in a network of the test's own. Default: loopback. */
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
  // A server of the machine may be configured by the environment; this one is not.
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

/** For the `skip` option of a test: false, or why a server of its own cannot be had here. */
export function skipWithoutProgram(program: string | null, name: string, user?: string): string | false {
  if (program === null) return `${name} is not installed on this machine`
  const isRoot = process.getuid?.() === 0
  if (isRoot && user && spawnSync('id', [user]).status !== 0)
    return `there is no user ${user} to run ${name} as`
  return false
}

/** Where a program is: in the search path, or where root alone looks. */
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
