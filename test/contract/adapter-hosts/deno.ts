// Plain fetch handlers on Deno, which is an npm package here; its install script never runs.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/fetch')
const libc = process.platform === 'linux' ? '-glibc' : ''
export const denoBinary: string = path.join(
  folder,
  `node_modules/@deno/${process.platform}-${process.arch}${libc}/deno`,
)
/** Nothing is downloaded: the modules are those that npm has installed. */
export const denoArguments: readonly string[] = [
  'run',
  '--quiet',
  '--no-lock',
  '--cached-only',
  '--node-modules-dir=manual',
  '--conditions=latchkey-source',
  '--allow-env',
  '--allow-net',
  '--allow-read',
  '--allow-sys',
]

export const denoHost: AdapterHost = {
  name: 'Deno',
  hasApi: true,
  start: (environment) =>
    startProgram({ command: denoBinary, args: [...denoArguments, 'deno.ts'], folder }, environment),
}
