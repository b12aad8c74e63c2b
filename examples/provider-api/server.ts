// `latchkey/oauth` alone: the application brings its own sessions and routes, the library the protocol.
import { serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { LatchkeyError } from 'latchkey/oauth'
import { type Registration, registerClients } from './clients.ts'
import { errorPage, homePage } from './pages.ts'
import { createSessions, SignedIn } from './sessions.ts'

const port = Number(process.env.PORT || 3000)
const origin = process.env.ORIGIN || `http://localhost:${port}`
const registrations = await registerClients(origin)
const sessions = createSessions(origin)

const app = new Hono()
app.use(csrf({ origin }))

app.get('/', (c) => c.html(homePage(registrations, sessions.find(c)?.signedIn ?? null)))

app.post('/login/:provider', async (c) => {
  const { client, ask } = registrationOf(c.req.param('provider'))
  const { url, attempt } = await client.begin(ask)
  const session = sessions.find(c) ?? sessions.start(c)
  session.keepAttempt(attempt)
  return c.redirect(url.href, 303)
})

app.get('/callback/:provider', async (c) => {
  const id = c.req.param('provider')
  const { client } = registrationOf(id)
  const attempt = sessions.find(c)?.takeAttempt(c.req.query('state'))
  const tokens = await client.finish(c.req.url, attempt)
  const identity = await client.identify(tokens)
  sessions.start(c).signedIn = new SignedIn(id, identity, tokens)
  return c.redirect('/', 303)
})

app.get('/profile', async (c) => {
  const signedIn = sessions.find(c)?.signedIn
  if (!signedIn) return c.redirect('/', 303)
  const { client, profilePath } = registrationOf(signedIn.provider)
  // Relative to the provider's apiBaseUrl, with the access token as bearer token; it is refreshed before it expires.
  const answer = await client.fetch(signedIn, profilePath)
  const { issuer, subject, email, emailVerified } = signedIn.identity
  const { scopes, expiresAt } = signedIn.tokens
  return c.json({
    identity: { issuer, subject, email, emailVerified },
    tokens: { scopes, expiresAt: expiresAt && new Date(expiresAt) },
    api: await answer.json(),
  })
})

app.post('/logout', async (c) => {
  const signedIn = sessions.find(c)?.signedIn
  sessions.end(c)
  return c.redirect(signedIn ? await signOutAtProvider(signedIn) : '/', 303)
})

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  const known = error instanceof LatchkeyError ? error : new LatchkeyError('unexpected', { cause: error })
  console.error(known.message)
  return answer(c, known)
})

function answer(c: Context, { status, forPerson }: LatchkeyError): Response | Promise<Response> {
  c.status(status as Parameters<typeof c.status>[0])
  return c.html(errorPage(forPerson))
}

function registrationOf(id: string): Registration {
  const registration = registrations.get(id)
  if (!registration) throw new LatchkeyError('provider_unknown')
  return registration
}

/** Revokes the tokens, and returns where the browser goes next. Signing out here works even if the provider is down. */
async function signOutAtProvider({ provider, tokens }: SignedIn): Promise<string> {
  const { client } = registrationOf(provider)
  try {
    await client.revoke(tokens)
    const url = await client.endSessionUrl({
      idTokenHint: tokens.idToken,
      postLogoutRedirectUri: `${origin}/`,
    })
    return url?.href ?? '/'
  } catch (error) {
    console.error(error instanceof LatchkeyError ? error.message : 'The provider was not told.')
    return '/'
  }
}

serve({ fetch: app.fetch, port }, () => console.log(`Open ${origin}`))
