import { routeForClaim } from '../../../auth'

export const GET = routeForClaim(() => Response.json({}), { name: 'groups', value: 'staff' })
