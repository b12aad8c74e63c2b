// TanStack Start, built for any host and served by srvx: `npm run test:frameworks` builds it, once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/tanstack-start')
const srvx = path.join(folder, 'node_modules/srvx/bin/srvx.mjs')

export const tanstackStartHost: AdapterHost = {
  name: 'TanStack Start',
  hasApi: true,
  differs: { language: 'the framework shows its own error page, in English' },
  start(environment) {
    const build = environment.PREFIX ? 'build-below-prefix' : 'build'
    const { PORT } = environment
    const args = [
      srvx,
      '--prod',
      '--host',
      '127.0.0.1',
      '--port',
      PORT,
      '--entry',
      `${build}/server/server.js`,
    ]
    return startProgram({ command: process.execPath, args, folder }, environment)
  },
}
