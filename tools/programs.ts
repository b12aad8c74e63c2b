// Runs programs for the npm scripts: always with the Node binary of this process, on the terminal's input and output, and with
// signals passed on, so that Ctrl+C and a supervisor's SIGTERM reach the program that does the work.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root: string = fileURLToPath(new URL('..', import.meta.url))

/** Runs Node with these arguments in the root folder. Returns its exit code (128 + n after signal n). */
export function runNode(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  return runProgram(process.execPath, args, { env: environment })
}

/** Runs a command line tool of an installed package. */
export function runTool(packageName: string, toolName: string, args: readonly string[]): Promise<number> {
  const folder = path.join(root, 'node_modules', packageName)
  const manifest: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  )
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[toolName]
  if (file === undefined) throw new Error(`${packageName} brings no command ${toolName}`)
  return runNode([path.join(folder, file), ...args])
}

/** Runs npm in a folder. */
export function runNpm(args: readonly string[], folder: string): Promise<number> {
  const quiet = { ...process.env, npm_config_loglevel: 'error', npm_config_update_notifier: 'false' }
  return runProgram('npm', args, { cwd: folder, env: quiet, shell: process.platform === 'win32' })
}

interface ProgramOptions {
  readonly cwd?: string
  readonly env: NodeJS.ProcessEnv
  readonly shell?: boolean
}

function runProgram(program: string, args: readonly string[], options: ProgramOptions): Promise<number> {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
  const passOn = (signal: NodeJS.Signals) => {
    // A terminal sends Ctrl+C to every process in the foreground, so that passing it on would deliver it twice.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  process.on('SIGINT', passOn).on('SIGTERM', passOn)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  }).finally(() => process.off('SIGINT', passOn).off('SIGTERM', passOn))
}
