// `latchkey dev [-- COMMAND]`: runs the local identity provider as a separate program, together with the command that serves the
// application. For hosts that cannot start it themselves, such as Cloudflare Workers.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { STATE_FOLDER } from '../contracts/state-folder.ts'
import { startDevIdentityProvider } from '../dev-idp/index.ts'
import type { Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
import { Misuse, readOrComplain } from './usage.ts'

export interface DevSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}

const usualAddress = 'http://127.0.0.1:3001'

/** Returns the exit code: the command's, 1 if the local identity provider or the command cannot be started, 2 for wrong arguments. */
export async function dev(args: readonly string[], surroundings: DevSurroundings): Promise<number> {
  const { environment, write, complain } = surroundings
  const command = readOrComplain('dev', () => readCommand(args), complain)
  const address = environment.LATCHKEY_DEV_IDP || usualAddress
  const port = portOf(address)
  if (command === null) return 2
  if (port === null) {
    complain(`LATCHKEY_DEV_IDP must be an address on this machine with a port, such as ${usualAddress}.`)
    return 2
  }
  try {
    const idp = await startDevIdentityProvider({
      port,
      stateDirectory: STATE_FOLDER,
      acceptsRegistrations: true,
      log: write,
    })
    write(`The local identity provider is at ${idp.origin}, for development only.`)
    try {
      return await run(command, { ...environment, LATCHKEY_DEV_IDP: address })
    } finally {
      await idp.close()
    }
  } catch (error) {
    if (!(error instanceof LatchkeyError || error instanceof NoCommand)) throw error
    complain(error.message)
    return 1
  }
}

/** Returns the command after `--`, empty if there is none. Throws for wrong arguments. */
function readCommand(args: readonly string[]): readonly string[] {
  if (args.length === 0) return []
  const { positionals, tokens } = parseArgs({ args: [...args], allowPositionals: true, tokens: true })
  if (tokens[0]?.kind === 'option-terminator' && positionals.length > 0) return positionals
  throw new Misuse('The command to start stands behind "--": latchkey dev -- wrangler dev')
}

function portOf(address: string): number | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'http:' || !isLoopbackHostname(url.hostname)) return null
  return url.port === '' ? null : Number(url.port)
}

/** Runs until the command ends; without one, until this program is ended. Throws `NoCommand` if the command cannot be started. */
async function run([program, ...args]: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  if (program === undefined) {
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    return 0
  }
  // On Windows, npm installs commands as shell scripts.
  const child = spawn(program, args, { env, stdio: 'inherit', shell: process.platform === 'win32' })
  const stop = passSignals(child)
  try {
    // Rejects if the command cannot be started.
    const [code] = await once(child, 'exit')
    return typeof code === 'number' ? code : 1
  } catch (cause) {
    throw new NoCommand(`${program} cannot be started. Is it installed?`, { cause })
  } finally {
    stop()
  }
}

class NoCommand extends Error {}

/** A terminal sends Ctrl+C to both programs. If only this one is ended, it also ends the command. */
function passSignals(child: ChildProcess): () => void {
  const wait = (): void => {}
  const end = (): void => {
    child.kill('SIGTERM')
  }
  process.on('SIGINT', wait)
  process.on('SIGTERM', end)
  return () => {
    process.off('SIGINT', wait)
    process.off('SIGTERM', end)
  }
}
