import { routeForRole } from '../../../auth'

export const GET = routeForRole(() => Response.json({}), { role: ['admin', 'staff'] })
