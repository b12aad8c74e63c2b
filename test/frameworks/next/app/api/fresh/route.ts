import { routeForFresh } from '../../../auth'

export const GET = routeForFresh(() => Response.json({}), { maxAge: 300 })
