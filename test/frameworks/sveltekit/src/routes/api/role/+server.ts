import { json } from '@sveltejs/kit'
import { requireRole } from 'latchkey/sveltekit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  requireRole(event, ['admin', 'staff'], { api: true })
  return json({})
}
