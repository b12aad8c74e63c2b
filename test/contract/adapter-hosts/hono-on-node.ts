// Hono, served by Node.
import { serve } from '@hono/node-server'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { honoApplication } from './hono-application.ts'

export const honoHost: AdapterHost = {
  name: 'Hono',
  hasApi: true,
  async start(environment) {
    const { fetch } = honoApplication(environment)
    const server = serve({ fetch, port: Number(environment.PORT), hostname: '127.0.0.1' })
    await new Promise((resolve) => server.once('listening', resolve))
    return () => new Promise((resolve) => server.close(() => resolve()))
  },
}
