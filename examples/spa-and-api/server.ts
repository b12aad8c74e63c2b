// An API on its own origin: sign-in below /auth, and notes that belong to the signed-in user.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { honoLatchkey, type LatchkeyVariables, requireUser } from 'latchkey/hono'
import { auth, frontEnds } from './auth.ts'

const notes = new Map<string, string[]>()
const app = new Hono<LatchkeyVariables>()

app.use(honoLatchkey(auth)) // serves /auth/*, with its own CORS
app.use('/api/*', cors({ origin: [...frontEnds], credentials: true }))

app.get('/', (c) => c.text(`This is the API. The front end is at ${frontEnds.join(', ')}.`))

app.get('/api/notes', requireUser({ api: true }), (c) => {
  c.header('Cache-Control', 'no-store')
  return c.json(notes.get(c.var.latchkey.user.id) ?? [])
})

app.post('/api/notes', requireUser({ api: true }), async (c) => {
  // A form on another site cannot send JSON, so only a script from an origin that CORS allows gets past this.
  if (c.req.header('content-type') !== 'application/json') return c.json({ error: 'json_expected' }, 415)
  const { text } = await c.req.json<{ text?: unknown }>()
  if (typeof text !== 'string' || text === '' || text.length > 500) return c.json({ error: 'no_text' }, 400)
  const { id } = c.var.latchkey.user
  notes.set(id, [...(notes.get(id) ?? []), text])
  return c.json(notes.get(id), 201)
})

await auth.ready()
const port = Number(process.env.PORT || 3000)
serve({ fetch: app.fetch, port, overrideGlobalObjects: false }, () =>
  console.log(`The API listens at http://localhost:${port}. Start the front end: npm run dev, in web/.`),
)
