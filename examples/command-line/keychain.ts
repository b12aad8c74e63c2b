// The session in the keychain of a Linux desktop, by its own program: `secret-tool`, of the package libsecret-tools. The text goes through
// standard input and output, since every user of a machine can read the arguments of its programs.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fileLock, type SessionStorage } from 'latchkey/terminal'

const execute = promisify(execFile)

/** `name` is what the keychain's own window shows; the lock is for commands that run at the same time. */
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

/** What it printed; null where the keychain has no such entry. */
async function run(args: readonly string[], input = ''): Promise<string | null> {
  const running = execute('secret-tool', args)
  // A program that ends without reading says why by its exit code.
  running.child.stdin?.on('error', () => {}).end(input)
  try {
    return (await running).stdout
  } catch (error) {
    const { code, stderr } = error as { readonly code?: unknown; readonly stderr?: string }
    // It says nothing when there is no entry, and why when there is no keychain, or it is locked.
    if (code === 1 && stderr === '') return null
    throw error
  }
}
