import { requireUser } from 'latchkey/sveltekit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => ({ name: requireUser(event).user.name })
