import { routeForUser } from '../../../auth'

export const GET = routeForUser((_request, { user }) => Response.json({ name: user.name }))
