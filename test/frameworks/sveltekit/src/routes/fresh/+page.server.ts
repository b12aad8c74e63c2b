import { requireFresh } from 'latchkey/sveltekit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  requireFresh(event, { maxAge: 300 })
}
