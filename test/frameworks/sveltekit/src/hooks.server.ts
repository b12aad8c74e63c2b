import type { Handle } from '@sveltejs/kit/hooks'
import { sequence } from '@sveltejs/kit/hooks'
import { sveltekitLatchkey } from 'latchkey/sveltekit'
import { building } from '$app/env'
import { makeAuth } from './auth.server.ts'
import { leaveForeignAuth } from './foreign-auth.server.ts'

const first: Handle = async ({ event, resolve }) => {
  const answer = await resolve(event)
  const headers = new Headers(answer.headers)
  headers.set('X-First', '1')
  return new Response(answer.body, { status: answer.status, headers })
}

const foreign: Handle = ({ event, resolve }) => {
  leaveForeignAuth(event.locals, event.request.headers.has('x-foreign'))
  return resolve(event)
}

export const handle: Handle = sequence(first, sveltekitLatchkey(makeAuth, { building }), foreign)
