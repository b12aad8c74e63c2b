// SvelteKit 2 and 3, built for Node by its own adapter: `npm run test:frameworks` builds the same application with both,
// once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const ownErrorPage = 'the framework shows its own error page, in English'
const dropped = 'its adapter for Node drops the second header'

export const sveltekit2Host: AdapterHost = sveltekit('SvelteKit 2', 'sveltekit2')
export const sveltekit3Host: AdapterHost = sveltekit('SvelteKit 3', 'sveltekit')

function sveltekit(name: string, folderName: string): AdapterHost {
  const folder = path.resolve(import.meta.dirname, '../../frameworks', folderName)
  return {
    name,
    hasApi: true,
    differs: { 'bearer-two': dropped, 'client-two': dropped, language: ownErrorPage },
    routerRequest: { path: '/profile/__data.json', headers: {} },
    start(environment) {
      const build = environment.PREFIX ? 'build-below-prefix' : 'build'
      const program = { command: process.execPath, args: [build], folder }
      return startProgram(program, { ...environment, HOST: '127.0.0.1' })
    },
  }
}
