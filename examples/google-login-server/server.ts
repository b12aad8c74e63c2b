// Sign in with Google, a home page from a template, users in a database. The settings are in the file .env.
import express from 'express'
import { latchkey } from 'latchkey'
import { expressLatchkey, requireUser } from 'latchkey/express'
import { google } from 'latchkey/providers/google'
import { sqlite } from 'latchkey/stores/sqlite'
import { homePage, visitsPage } from './views.ts'
import { openVisits } from './visits.ts'

const visits = openVisits('app.db')
const auth = latchkey({
  providers: [google()],
  store: sqlite('app.db'),
  siteName: 'Google login server',
  // Called at every sign-in, of new and of returning users.
  on: { signed_in: ({ userId, at }) => visits.record(userId, at) },
})
await auth.migrate()

const app = express()
app.use(expressLatchkey(auth)) // serves /auth/*, sets req.latchkey

app.get('/', (req, res) => {
  res.send(homePage(req.latchkey.user))
})

app.get('/visits', requireUser(), ({ latchkey: { user } }, res) => {
  if (user) res.send(visitsPage(user, visits.list(user.id)))
})

const port = Number(process.env.PORT || 3000)
app.listen(port, (error) => {
  if (error) throw error
  console.log(`Open http://localhost:${port}`)
})
