// A machine that others use too: filling goes on beside them, measuring waits until it is alone. Whoever takes part holds
// the same lock file by flock(1).
import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Machine {
  /** For measuring. Keep it short: everybody else waits. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  /** For what takes long and measures nothing. */
  shared<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Without a lock file nobody is asked. */
export function shareMachine(lockFile: string | undefined): Machine {
  if (lockFile === undefined) return { alone: (work) => work(), shared: (work) => work() }
  return {
    alone: (work) => holding('--exclusive', lockFile, work),
    shared: (work) => holding('--shared', lockFile, work),
  }
}

async function holding<Result>(mode: string, lockFile: string, work: () => Promise<Result>): Promise<Result> {
  const holder = spawn('flock', [mode, lockFile, 'sh', '-c', 'echo held; exec cat'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(holder, 'exit')
  try {
    await Promise.race([
      once(holder.stdout, 'data'),
      ended.then(() => Promise.reject(new Error(`flock ${mode} ${lockFile} failed`))),
    ])
    return await work()
  } finally {
    holder.stdin.end()
    await ended
  }
}
