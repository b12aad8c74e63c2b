import { json } from '@sveltejs/kit'
import { requireUser } from 'latchkey/sveltekit'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = (event) => {
  const { user } = requireUser(event, { api: true })
  return json({ name: user.name })
}
