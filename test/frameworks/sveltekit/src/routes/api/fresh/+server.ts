import { json } from '@sveltejs/kit'
import { requireFresh } from 'latchkey/sveltekit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  requireFresh(event, { maxAge: 300, api: true })
  return json({})
}
