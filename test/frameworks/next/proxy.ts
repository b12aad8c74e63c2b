import { guardedProxy } from './auth'

const prefix = process.env.PREFIX ?? ''

const guarded = guardedProxy((path) => {
  if (path === `${prefix}/profile` || path === `${prefix}/note`) return {}
  if (path === `${prefix}/admin`) return { allow: () => false }
  return path === `${prefix}/fresh` ? { maxAge: 300 } : null
})

export async function proxy(request: Request) {
  const answer = await guarded(request)
  answer.headers.set('X-First', '1')
  return answer
}

export const config = { matcher: '/((?!_next/).*)' }
