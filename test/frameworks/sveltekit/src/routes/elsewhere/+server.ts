import type { RequestHandler } from './$types'

export const GET: RequestHandler = ({ url }) => Response.redirect(new URL('/', url), 302)
