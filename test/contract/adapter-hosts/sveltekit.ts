// SvelteKit, built for Node by its own adapter: `npm run test:frameworks` builds it, once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../adapter-stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/sveltekit')

export const sveltekitHost: AdapterHost = {
  name: 'SvelteKit',
  routerRequest: { path: '/profile/__data.json', headers: {} },
  start(environment) {
    const build = environment.PREFIX ? 'build-below-prefix' : 'build'
    return startProgram(
      { command: process.execPath, args: [build], folder },
      { ...environment, HOST: '127.0.0.1' },
    )
  },
}
