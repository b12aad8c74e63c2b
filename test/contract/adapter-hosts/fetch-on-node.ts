// Plain fetch handlers, served by Node.
import { serve } from '@hono/node-server'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { fetchApplication } from './fetch-application.ts'

export const fetchHost: AdapterHost = {
  name: 'fetch',
  hasApi: true,
  async start(environment) {
    const fetch = fetchApplication(environment)
    const server = serve({
      fetch: (request) => fetch(request),
      port: Number(environment.PORT),
      hostname: '127.0.0.1',
    })
    await new Promise((resolve) => server.once('listening', resolve))
    return () => new Promise((resolve) => server.close(() => resolve()))
  },
}
