// Elysia, served by Node.
import { node } from '@elysiajs/node'
import { Elysia } from 'elysia'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { elysiaApplication } from './elysia-application.ts'

export const elysiaHost: AdapterHost = {
  name: 'Elysia',
  hasApi: true,
  async start(environment) {
    const app = elysiaApplication(environment, new Elysia({ adapter: node() }))
    const server = await new Promise<{ stop(): unknown }>((resolve) => {
      app.listen({ port: Number(environment.PORT), hostname: '127.0.0.1' }, resolve)
    })
    return async () => {
      await server.stop()
    }
  },
}
