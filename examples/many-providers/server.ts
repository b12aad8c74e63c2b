// Google, GitHub, Facebook and a fourth provider side by side; all responses of the application are JSON.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { latchkey } from 'latchkey'
import { honoLatchkey, type LatchkeyVariables, requireUser } from 'latchkey/hono'
import { facebook } from 'latchkey/providers/facebook'
import { github } from 'latchkey/providers/github'
import { google } from 'latchkey/providers/google'
import { oidc } from 'latchkey/providers/oidc'
import { sqlite } from 'latchkey/stores/sqlite'
import { claimsOf } from './claims-of.ts'

const { GITHUB_BASE_URL: baseUrl, GITHUB_API_URL: apiUrl } = process.env

const auth = latchkey({
  providers: [
    google(),
    github({ baseUrl, apiUrl }), // github.com, or a GitHub Enterprise Server
    facebook(),
    oidc({
      id: 'gitlab',
      name: 'GitLab',
      issuer: 'https://gitlab.com',
    }),
  ],
  store: sqlite('app.db'),
  siteName: 'Many providers',
  keepTokens: true, // sealed; for the ID token and the API below
})
await auth.migrate()

const app = new Hono<LatchkeyVariables>()
app.use(honoLatchkey(auth)) // serves /auth/*, sets c.var.latchkey

app.get('/', (c) => c.json({ user: c.var.latchkey.user, signIn: '/auth/login', profile: '/profile' }))

// For signed-in users; other visitors are sent to the sign-in page and back. With { api: true } they would get 401 and JSON.
app.get('/profile', requireUser(), async (c) => {
  const { user, session } = c.var.latchkey
  const { provider, issuer, subject } = session.identity
  const tokens = await auth.tokens(session).get(provider)
  return c.json({
    user,
    signedInWith: { provider, issuer, subject },
    // Verified at sign-in: signature, iss, aud, azp, exp, iat, nonce, at_hash. Plain OAuth providers have none.
    idTokenClaims: tokens.state === 'fresh' ? claimsOf(tokens.idToken) : null,
  })
})

/** The path at which each provider's API returns the current user. */
const whoAmI: Readonly<Record<string, string>> = {
  google: 'userinfo',
  github: 'user',
  facebook: 'me?fields=id,name,email',
}

app.get('/api/profile', requireUser({ api: true }), async (c) => {
  const { session } = c.var.latchkey
  const { provider } = session.identity
  const path = whoAmI[provider]
  if (!path) return c.json({ error: `This example knows no API call for ${provider}.` }, 404)
  // Relative to the provider's apiBaseUrl, with the access token in the Authorization header.
  const answer = await auth.tokens(session).fetch(provider, path)
  return c.json({ provider, status: answer.status, profile: await answer.json() })
})

const port = Number(process.env.PORT || 3000)
serve({ fetch: app.fetch, port }, () => console.log(`Open http://localhost:${port}/profile`))
