// Users and sessions as in Flask-Login: current user, login required, fresh login, unauthorized handler.
import express from 'express'
import { expressLatchkey, requireFresh, requireUser } from 'latchkey/express'
import { auth, users } from './auth.ts'
import { currentUser, membersOnly, sameOrigin } from './guards.ts'
import { homePage, membersPage, profilePage, settingsPage } from './pages.ts'

await auth.migrate()

const app = express()
app.use(expressLatchkey(auth), currentUser)

app.get('/', (_req, res) => {
  res.send(homePage(res.locals.currentUser))
})

// Other visitors are sent to the sign-in page and back.
app.get('/profile', requireUser(), ({ latchkey: { session } }, res) => {
  const { currentUser: user } = res.locals
  if (user && session) res.send(profilePage(user, session))
})

// Other visitors get 401 and JSON.
app.get('/api/me', requireUser({ api: true }), (_req, res) => {
  res.json(res.locals.currentUser)
})

// Other visitors get a page of this application.
app.get('/members', membersOnly, (_req, res) => {
  res.send(membersPage())
})

// Users who signed in more than ten minutes ago have to sign in again.
const fresh = requireFresh({ maxAge: Number(process.env.FRESH_SECONDS || 600) })
app.get('/settings', fresh, (_req, res) => {
  res.send(settingsPage(res.locals.currentUser))
})
app.post('/settings', sameOrigin, fresh, express.urlencoded({ extended: false }), (req, res) => {
  const { currentUser: user } = res.locals
  const { nickname } = req.body as { readonly nickname?: unknown }
  if (user && typeof nickname === 'string') users.rename(user.id, nickname.trim().slice(0, 40))
  res.redirect(303, '/profile')
})
app.post('/settings/sign-out-elsewhere', sameOrigin, fresh, async ({ latchkey: { session } }, res) => {
  if (session) await auth.sessions.endAll(session.user.id, { except: session.id })
  res.redirect(303, '/profile')
})

const port = Number(process.env.PORT || 3000)
app.listen(port, (error) => {
  if (error) throw error
  console.log(`Open http://localhost:${port}`)
})
