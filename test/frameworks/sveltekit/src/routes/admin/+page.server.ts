import { requireRole } from 'latchkey/sveltekit'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => ({ user: requireRole(event, 'admin').user })
