// A Linux desktop keychain for tests, with its own session bus and an unlocked keyring in a folder. Uses D-Bus, gnome-keyring
// and libsecret's `secret-tool`.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

const programs = ['dbus-daemon', 'gnome-keyring-daemon', 'secret-tool']

/** Why there is no keyring on this machine, or false if there is one. In CI there must be one. */
export const noKeyring: string | false =
  programs.every((program) => spawnSync(program, ['--help']).error === undefined) || process.env.CI === 'true'
    ? false
    : `not all of ${programs.join(', ')} are installed`

export interface Keyring {
  /** The variables by which programs find it. */
  readonly environment: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

export async function startKeyring(folder: string): Promise<Keyring> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const own = { PATH: process.env.PATH, HOME: folder, XDG_RUNTIME_DIR: folder }
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    env: own,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [address] = await once(bus.stdout.setEncoding('utf8'), 'data')
  const environment = { HOME: folder, XDG_RUNTIME_DIR: folder, DBUS_SESSION_BUS_ADDRESS: address.trim() }
  const keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...own, ...environment },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  // The password of the new keyring.
  keyring.stdin.end('only for this test')
  await untilAnswering({ ...own, ...environment })
  return {
    environment,
    async stop() {
      for (const child of [keyring, bus]) {
        child.kill()
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
      }
    },
  }
}

async function untilAnswering(env: NodeJS.ProcessEnv): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const asked = spawn('secret-tool', ['lookup', 'service', 'none'], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    asked.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    await once(asked, 'close')
    if (errors === '') return
    await wait(50)
  }
  throw new Error('the keyring does not answer')
}
