// Passport with passport-openidconnect, and express-session with its memory store, the fastest of its stores. Users are kept
// in a Map. The strategy does not verify the signature of the ID token.
import express from 'express'
import session from 'express-session'
import passport from 'passport'
import { Strategy } from 'passport-openidconnect'
import { greeting, listening, publicBody } from '../servers/route.mjs'

export async function start({ port, providerPort, secret }) {
  const issuer = `http://127.0.0.1:${providerPort}`
  const users = new Map()
  passport.use(
    new Strategy(
      {
        issuer,
        authorizationURL: `${issuer}/authorize`,
        tokenURL: `${issuer}/token`,
        userInfoURL: `${issuer}/userinfo`,
        clientID: 'bench',
        clientSecret: 'bench-secret',
        callbackURL: `http://localhost:${port}/callback`,
        scope: ['profile', 'email'],
      },
      (_issuer, profile, done) => {
        const user = users.get(profile.id) ?? { id: profile.id, name: profile.displayName || 'Ada Lovelace' }
        users.set(profile.id, user)
        done(null, user)
      },
    ),
  )
  passport.serializeUser((user, done) => done(null, user.id))
  passport.deserializeUser((id, done) => done(null, users.get(id) ?? false))

  const app = express()
  app.use(session({ secret, resave: false, saveUninitialized: false }))
  app.use(passport.session())
  app.get('/login', passport.authenticate('openidconnect'))
  app.get(
    '/callback',
    passport.authenticate('openidconnect', { successRedirect: '/', failureRedirect: '/?error' }),
  )
  app.get('/', (_request, response) => response.type('json').send(publicBody))
  app.get('/protected', (request, response) => {
    if (!request.isAuthenticated()) return response.redirect('/login')
    response.type('json').send(greeting(request.user.name))
  })
  await listening(app, port)
}
