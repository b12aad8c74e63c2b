// Opens an address in the person's browser, if this machine has a browser and a display.
import { spawn } from 'node:child_process'

/** Opens the address. Resolves to false if no browser can be opened, such as over SSH or on a server without a display. */
export type OpenBrowser = (url: string) => Promise<boolean>

interface Machine {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** Uses the system's own command. The address is passed as a separate argument, without a shell. */
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
  // Over SSH the browser is on another machine.
  if (BROWSER === 'none' || SSH_CONNECTION || SSH_TTY) return null
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : null
}
