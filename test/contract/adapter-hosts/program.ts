// Starts an application of the suite in its own process, on another host than Node.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { waitForAnswer } from '../../e2e/wait-for-answer.ts'

export interface Program {
  readonly command: string
  readonly args: readonly string[]
  readonly folder: string
}

/** Waits until the application answers. Returns a function that ends the process. */
export async function startProgram(
  { command, args, folder }: Program,
  environment: HostEnvironment,
): Promise<() => Promise<void>> {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  await waitForAnswer(`${environment.ORIGIN}${environment.PREFIX}/`, child)
  return async () => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 3000)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    clearTimeout(force)
    process.off('exit', endWithUs)
  }
}
