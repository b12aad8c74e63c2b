// Astro 7, built for Node by its own adapter: `npm run test:frameworks` builds it, once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const dropped = 'its adapter for Node drops the second header'

const folder = path.resolve(import.meta.dirname, '../../frameworks/astro')

export const astroHost: AdapterHost = {
  name: 'Astro',
  hasApi: true,
  differs: { 'bearer-two': dropped, 'client-two': dropped },
  start(environment) {
    const build = environment.PREFIX ? 'build-below-prefix' : 'build'
    const program = { command: process.execPath, args: [`${build}/server/entry.mjs`], folder }
    return startProgram(program, { ...environment, HOST: '127.0.0.1' })
  },
}
