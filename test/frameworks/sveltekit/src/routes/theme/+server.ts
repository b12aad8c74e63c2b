import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ cookies }) => {
  cookies.set('theme', 'dark', { path: '/' })
  return new Response()
}
