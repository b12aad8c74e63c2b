// A session in a file that only this user can read, with a lock file next to it: for machines without a keychain, and as a keychain's lock.
import { chmod, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { SessionStorage } from '../native/kept-session.ts'

/** After this time a lock counts as left by a process that has died. */
const staleMilliseconds = 30_000
const retryMilliseconds = 50

/**
 * `fileStorage('/home/ada/.config/acme/session')`: mode 0600, replaced atomically. Everyone who can read the file is signed in, so
 * use a keychain if the machine has one.
 */
export function fileStorage(file: string): SessionStorage {
  return {
    async load() {
      try {
        return await readFile(file, 'utf8')
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async save(text) {
      if (text === null) return rm(file, { force: true })
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
      const draft = `${file}.${process.pid}.new`
      const handle = await open(draft, 'w', 0o600)
      try {
        await handle.writeFile(text)
        // Losing this write would end the session, because the refresh token before it has been used up.
        await handle.sync()
      } finally {
        await handle.close()
      }
      await chmod(draft, 0o600)
      await rename(draft, file)
    },
    lock: fileLock(`${file}.lock`),
  }
}

/** The lock for another storage, such as a keychain: `{ load, save, lock: fileLock(path) }`. */
export function fileLock(file: string): NonNullable<SessionStorage['lock']> {
  return async (work) => {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    while (!(await take(file))) await wait(retryMilliseconds)
    // A process that still works is not taken for dead, however slow the network is.
    const alive = setInterval(
      () => void utimes(file, new Date(), new Date()).catch(() => {}),
      staleMilliseconds / 3,
    )
    try {
      return await work()
    } finally {
      clearInterval(alive)
      await rm(file, { force: true })
    }
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o600)).close()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const age = await stat(file).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    )
    if (age > staleMilliseconds) await rm(file, { force: true })
    return false
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}
