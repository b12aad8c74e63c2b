// Runs the command `latchkey` from the sources, in its own process.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../src/cli/latchkey.ts', import.meta.url))

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export function callLatchkey(
  args: readonly string[],
  { folder, environment = {} }: { readonly folder: string; readonly environment?: Record<string, string> },
): Promise<Outcome> {
  const options = { cwd: folder, env: { PATH: process.env.PATH, ...environment } }
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['--conditions=latchkey-source', command, ...args],
      options,
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}
