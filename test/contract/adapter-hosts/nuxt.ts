// Nuxt 4, built for Node: `npm run test:frameworks` builds it once, and the environment sets the base path.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/nuxt')

export const nuxtHost: AdapterHost = {
  name: 'Nuxt 4',
  hasApi: true,
  start: (environment) =>
    startProgram(
      { command: process.execPath, args: ['.output/server/index.mjs'], folder },
      { ...environment, HOST: '127.0.0.1', NUXT_APP_BASE_URL: `${environment.PREFIX}/` },
    ),
}
