// Plain fetch handlers on Bun, which is an npm package here; its install script never runs.
import path from 'node:path'
import type { AdapterHost, HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/fetch')
const processor = process.arch === 'arm64' ? 'aarch64' : process.arch
export const bunBinary: string = path.join(
  folder,
  `node_modules/@oven/bun-${process.platform}-${processor}/bin/bun`,
)

export const bunHost: AdapterHost = {
  name: 'Bun',
  hasApi: true,
  start: (environment) => start('bun.ts', environment),
}

export const elysiaOnBunHost: AdapterHost = {
  name: 'Elysia on Bun',
  hasApi: true,
  start: (environment) => start('elysia-bun.ts', environment),
}

function start(file: string, environment: HostEnvironment): Promise<() => Promise<void>> {
  const args = ['--conditions=latchkey-source', file]
  return startProgram({ command: bunBinary, args, folder }, environment)
}
