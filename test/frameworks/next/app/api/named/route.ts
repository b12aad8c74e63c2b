import { routeForUser } from '../../../auth'

export const GET = routeForUser(() => Response.json({}), { allow: ({ name }) => name === 'Alex Lindqvist' })
