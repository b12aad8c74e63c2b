// The answer to a request without the session that it needs: a page for a person, JSON for a program.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../../src/errors.ts'
import { createRefusalText } from '../../../../src/flows/request/refusal-text.ts'
import { refuseAnonymous } from '../../../../src/flows/request/refuse-anonymous.ts'
import { builtInLanguages } from '../../../../src/languages/speaking/built-in.ts'
import {
  createLanguages,
  type LanguageSettings,
} from '../../../../src/languages/speaking/create-languages.ts'

let loads = 0
const settings: LanguageSettings = {
  language: (request) => new URL(request.url).searchParams.get('lang'),
  languages: ['en', 'de', 'ar', 'eu'],
  messages: new Map([['eu', () => Promise.reject(new Error('a file is missing'))]]),
}
const refusalText = createRefusalText(
  () => 'https://app.example',
  async () => {
    loads += 1
    return createLanguages(settings, builtInLanguages, () => {})
  },
)

const person = { accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'document' }

function refuse(
  { method = 'GET', target = '/inbox?unread=1', headers = person as Record<string, string> } = {},
  options: Parameters<typeof refuseAnonymous>[2] = {},
): Response {
  const head = { method, target, headers: new Headers(headers) }
  return refuseAnonymous('/auth', head, options, refusalText)
}

test('a person is sent to sign in, and back to where they were', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = refuse({ method })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/auth/login?returnTo=%2Finbox%3Funread%3D1')
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    assert.match(answer.headers.get('vary') ?? '', /cookie/i)
    assert.equal(await answer.text(), '')
  }
})

test('an unsafe or overlong target becomes /', () => {
  for (const target of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    `/${'x'.repeat(512)}`,
  ]) {
    assert.equal(refuse({ target }).headers.get('location'), '/auth/login?returnTo=%2F', target.slice(0, 30))
  }
})

test('a program gets 401 JSON: by its headers, by its method, or because the route says so', async () => {
  const programs = [
    refuse({ headers: { accept: 'application/json' } }),
    refuse({ headers: { 'sec-fetch-dest': 'empty' } }),
    refuse({ headers: { 'x-requested-with': 'XMLHttpRequest' } }),
    refuse({ method: 'POST' }),
    refuse({ method: 'DELETE' }),
    refuse({}, { isApi: true }),
  ]
  for (const answer of programs) {
    assert.equal(answer.status, 401)
    assert.equal(answer.headers.get('location'), null)
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    assert.equal((await answer.json()).error, 'session_required')
  }
})

test('a failure is neither the page nor the sign-in page', async () => {
  const down = refuse({}, { error: new LatchkeyError('store_unavailable', { detail: 'a secret place' }) })
  assert.equal(down.status, 503)
  const body = await down.text()
  assert.equal(JSON.parse(body).error, 'store_unavailable')
  assert.ok(!body.includes('a secret place'))
  assert.equal(refuse({}, { error: new TypeError('broken') }).status, 500)
})

test('who is signed in, but not recently enough, is told what is needed', async () => {
  const demand = { maxAgeSeconds: 300, acrValues: ['urn:mfa', 'urn:key'] }
  const page = new URL(refuse({}, { demand }).headers.get('location') ?? '', 'https://app.example')
  assert.equal(page.searchParams.get('maxAge'), '300')
  assert.equal(page.searchParams.get('acr'), 'urn:mfa urn:key')
  assert.equal(page.searchParams.get('returnTo'), '/inbox?unread=1')

  const answer = refuse({}, { demand, isApi: true })
  assert.equal(answer.status, 401)
  // RFC 9470 §3.
  const challenge = answer.headers.get('www-authenticate') ?? ''
  assert.match(
    challenge,
    /^Bearer error="insufficient_user_authentication", max_age="300", acr_values="urn:mfa urn:key"$/,
  )
  assert.equal((await answer.json()).error, 'session_not_fresh')
})

test('who may not see a page reads why in their language; nothing is loaded before, and nothing for a program', async () => {
  const forbid = (language: string, { target = '/admin', accept = 'text/html' } = {}) =>
    refuse({ target, headers: { accept, 'accept-language': language } }, { isForbidden: true })
  loads = 0
  const german = forbid('de-AT,en;q=0.5')
  assert.deepEqual([german.status, loads], [403, 0])
  assert.match(await german.text(), /^Sie sind angemeldet, aber diese Seite ist nicht für Ihr Konto/)
  assert.equal(loads, 1)
  assert.match(await forbid('de', { target: '//[' }).text(), /^Sie sind angemeldet/)
  assert.match(await forbid('de', { target: '/admin?lang=ar' }).text(), /^[\u0600-\u06ff]/)
  // A language that is not available, and one that fails to load.
  for (const language of ['fr', 'eu']) assert.match(await forbid(language).text(), /^You are signed in/)
  loads = 0
  const program = forbid('de', { accept: 'application/json' })
  assert.equal((await program.json()).error, 'session_not_allowed')
  assert.equal(loads, 0)
})
