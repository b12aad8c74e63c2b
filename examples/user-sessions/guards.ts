// What Flask-Login and Flask-WTF do around a view, as middleware.
import type { RequestHandler } from 'express'
import { auth } from './auth.ts'
import { membersOnlyPage } from './pages.ts'
import type { AppUser } from './users.ts'

declare global {
  namespace Express {
    interface Locals {
      /** Null if the visitor is not signed in. */
      currentUser: AppUser | null
    }
  }
}

/** Sets `res.locals.currentUser` to the row of the application's own table, for routes and templates. */
export const currentUser: RequestHandler = (req, res, next) => {
  res.locals.currentUser = auth.userOf(req)
  next()
}

/** A custom unauthorized handler, in place of `requireUser()`. */
export const membersOnly: RequestHandler = (_req, res, next) => {
  if (res.locals.currentUser) next()
  else res.status(401).send(membersOnlyPage())
}

/** Refuses forms of other sites. Latchkey's own routes do this already. */
export const sameOrigin: RequestHandler = (req, res, next) => {
  if (req.get('sec-fetch-site') === 'same-origin') next()
  else res.status(403).send('This form was not ours.')
}
