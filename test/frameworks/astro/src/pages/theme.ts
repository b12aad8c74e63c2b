import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ cookies }) => {
  cookies.set('theme', 'dark')
  return new Response(null)
}
