// Opens an address in the person's browser, where this machine has one that they sit in front of.
import { spawn } from 'node:child_process'

/** Opens the address; false where that cannot be, such as over SSH or on a server without a display. */
export type OpenBrowser = (url: string) => Promise<boolean>

interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** The system's own way. The address is an argument of its own: no shell reads it. */
export function openBrowserOf({ platform, environment }: Machine): OpenBrowser {
  return async (url) => {
    const program = programFor(platform, environment)
    if (program === null || !/^https?:\/\//.test(url)) return false
    const [command, ...args] = program
    return new Promise((resolve) => {
      const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
      child.once('error', () => resolve(false))
      child.once('spawn', () => {
        child.unref()
        resolve(true)
      })
    })
  }
}

function programFor(
  platform: NodeJS.Platform,
  environment: Machine['environment'],
): readonly [string, ...string[]] | null {
  const { BROWSER, SSH_CONNECTION, SSH_TTY, DISPLAY, WAYLAND_DISPLAY } = environment
  if (BROWSER !== undefined && BROWSER !== '' && BROWSER !== 'none') return [BROWSER]
  // The browser of the other end of the line is out of reach.
  if (BROWSER === 'none' || SSH_CONNECTION || SSH_TTY) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : null
}
