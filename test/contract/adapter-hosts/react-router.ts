// React Router 7 and 8 in framework mode, on their own server: `npm run test:frameworks` builds the same application with both,
// once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const dropped = 'its server drops the second header'

export const reactRouter7Host: AdapterHost = reactRouter('React Router 7', 'react-router7')
export const reactRouter8Host: AdapterHost = reactRouter('React Router 8', 'react-router')

function reactRouter(name: string, folderName: string): AdapterHost {
  const folder = path.resolve(import.meta.dirname, '../../frameworks', folderName)
  const serve = path.join(folder, 'node_modules/@react-router/serve/dist/cli.js')
  return {
    name,
    hasApi: true,
    differs: { 'bearer-two': dropped, 'client-two': dropped },
    routerRequest: { path: '/profile.data', headers: {} },
    start(environment) {
      const build = environment.PREFIX ? 'build-below-prefix' : 'build'
      const program = { command: process.execPath, args: [serve, `${build}/server/index.js`], folder }
      return startProgram(program, { ...environment, HOST: '127.0.0.1' })
    },
  }
}
