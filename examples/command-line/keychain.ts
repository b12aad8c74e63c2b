// Keeps the session in the keychain of a Linux desktop, with `secret-tool` of the package libsecret-tools. The text is passed
// through standard input and output, since every user of a machine can read the arguments of its programs.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileLock, type SessionStorage } from 'latchkey/terminal'

const execute = promisify(execFile)

/** `name` is shown by the desktop's keychain app; `lockFile` guards against commands that run at the same time. */
export function secretTool(name: string, lockFile: string): SessionStorage {
  const attributes = ['service', name, 'account', 'session']
  return {
    load: () => run(['lookup', ...attributes]),
    async save(text) {
      if (text === null) await run(['clear', ...attributes])
      else await run(['store', `--label=${name}`, ...attributes], text)
    },
    lock: fileLock(lockFile),
  }
}

/** Returns the output, or null if the keychain has no such entry. */
async function run(args: readonly string[], input = ''): Promise<string | null> {
  const running = execute('secret-tool', args)
  // If the program exits without reading its input, the exit code says why.
  running.child.stdin?.on('error', () => {}).end(input)
  try {
    return (await running).stdout
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string }
    // The program prints nothing if there is no entry, but a reason if there is no keychain or it is locked.
    if (code === 1 && stderr === '') return null
    throw error
  }
}
