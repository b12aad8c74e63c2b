// Next.js, built for production: `npm run test:frameworks` builds it, once as it is and once below a prefix.
import path from 'node:path'
import type { AdapterHost } from '../adapter-stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/next')
const next = path.join(folder, 'node_modules/next/dist/bin/next')

export const nextHost: AdapterHost = {
  name: 'Next.js',
  routerRequest: { path: '/profile?_rsc=1', headers: { rsc: '1' } },
  start: (environment) =>
    startProgram(
      {
        command: process.execPath,
        args: [next, 'start', '--hostname', '127.0.0.1', '--port', environment.PORT],
        folder,
      },
      environment,
    ),
}
