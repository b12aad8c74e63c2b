import { sequence } from 'astro:middleware'
import { defineMiddleware } from 'astro/middleware'
import { astroLatchkey } from 'latchkey/astro'
import { leaveForeignAuth } from 'latchkey/testing/contract'
import { auth } from './auth'

const first = defineMiddleware(async (_context, next) => {
  const answer = await next()
  const headers = new Headers(answer.headers)
  headers.set('X-First', '1')
  return new Response(answer.body, { status: answer.status, headers })
})

const foreign = defineMiddleware(({ locals, request, isPrerendered }, next) => {
  if (!isPrerendered) leaveForeignAuth(locals, request.headers.has('x-foreign'))
  return next()
})

export const onRequest = sequence(first, astroLatchkey(auth), foreign)
