import { json } from '@sveltejs/kit'
import { requireClaim } from 'latchkey/sveltekit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  requireClaim(event, { name: 'groups', value: 'staff', api: true })
  return json({})
}
