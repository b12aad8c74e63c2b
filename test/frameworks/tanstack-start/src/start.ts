import { createMiddleware, createStart } from '@tanstack/react-start'
import { tanstackStartLatchkey } from 'latchkey/tanstack-start'
import { contractAuth, type HostEnvironment, leaveForeignAuth } from 'latchkey/testing/contract'

const first = createMiddleware().server(async ({ next }) => {
  const result = await next()
  result.response.headers.set('X-First', '1')
  return result
})

const latchkey = createMiddleware().server(
  tanstackStartLatchkey(() => contractAuth(process.env as unknown as HostEnvironment)),
)

const foreign = createMiddleware().server(({ request, next }) => {
  const context = {}
  leaveForeignAuth(context, request.headers.has('x-foreign'))
  return next({ context })
})

export const startInstance = createStart(() => ({ requestMiddleware: [first, latchkey, foreign] }))
