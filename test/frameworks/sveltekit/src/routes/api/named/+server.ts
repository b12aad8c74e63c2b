import { json } from '@sveltejs/kit'
import { requireUser } from 'latchkey/sveltekit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  requireUser(event, { api: true, allow: ({ name }) => name === 'Alex Lindqvist' })
  return json({})
}
