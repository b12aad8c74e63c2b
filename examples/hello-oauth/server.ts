// The smallest example: a link, the OAuth dance with Google, a greeting. No database: the session is in an encrypted cookie.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { html } from 'hono/html'
import { latchkey } from 'latchkey'
import { honoLatchkey, type LatchkeyVariables } from 'latchkey/hono'
import { google } from 'latchkey/providers/google'

const auth = latchkey({ providers: [google()] })

const app = new Hono<LatchkeyVariables>()
app.use(honoLatchkey(auth)) // serves /auth/*, sets c.var.latchkey

app.get('/', (c) => {
  const { user } = c.var.latchkey
  if (!user) return c.html('<a href="/auth/login/google">Sign in with Google</a>')
  return c.html(html`Hello, ${user.email ?? user.name ?? 'stranger'}!`)
})

const port = Number(process.env.PORT || 3000)
serve({ fetch: app.fetch, port }, () => console.log(`Open http://localhost:${port}`))
