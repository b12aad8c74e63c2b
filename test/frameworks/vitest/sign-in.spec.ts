// An application's own test in Vitest: docs/testing.md explains it.
import { latchkey } from 'latchkey'
import { google } from 'latchkey/providers/google'
import { memory } from 'latchkey/stores/memory'
import { issueTestSession, startTestProviders, type TestProviders } from 'latchkey/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'

const origin = 'http://localhost:4000'
let idp: TestProviders

beforeAll(async () => {
  idp = await startTestProviders([google()], { origin })
})
afterAll(() => idp.close())

test('a signed-in person is greeted', async () => {
  const auth = latchkey({ providers: idp.providers, store: memory(), origin, log: () => {} })
  const { cookieHeader } = await issueTestSession(auth, { name: 'Ada' }, { origin })
  const { user } = await auth.session(cookieHeader)
  expect(user?.name).toBe('Ada')
  await auth.close()
})

test('a wrong nonce signs nobody in', async () => {
  const auth = latchkey({ providers: idp.providers, store: memory(), origin, log: () => {} })
  idp.answerAs('google', 'alex')
  idp.setFault('google', 'wrong_nonce', { times: 1 })
  const begin = new Request(`${origin}/auth/login/google`, { method: 'POST', headers: { origin } })
  const begun = await auth.handle(begin)
  const cookie = begun.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const answer = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' })
  const finished = await auth.handle(
    new Request(answer.headers.get('location') ?? '', { headers: { cookie } }),
  )
  expect(finished.status).toBe(400)
  await auth.close()
})
