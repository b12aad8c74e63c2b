import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => ({ name: locals.latchkey.user?.name ?? 'nobody' })
