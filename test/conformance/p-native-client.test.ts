// latchkey/native against a real server: an application with its own clients, a browser, and a provider.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, afterEach, before, describe, test } from 'node:test'
import { type NativeClientOptions, nativeClient, type SessionStorage } from 'latchkey/native'
import type { Browser } from '../support/browser.ts'
import {
  describeProvider,
  type InProcessApplication,
  startInProcess,
} from '../support/in-process-application.ts'
import { newPerson, signIn } from '../support/journeys.ts'
import { ownClients, PHONE_REDIRECT, untilClient } from '../support/own-client.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'

const QUERY_REDIRECT = 'com.example.query:/signed-in?from=app'

let app: InProcessApplication
let h: TestProvider

before(async () => {
  h = await startProvider()
  app = await startInProcess({
    providers: [describeProvider('h', h)],
    clients: [
      ...ownClients,
      { id: 'bound', redirectUris: [PHONE_REDIRECT], device: true, requireDpop: true },
      { id: 'query', redirectUris: [QUERY_REDIRECT] },
    ],
    bearer: true,
  })
  h.now = () => app.clock
})
afterEach(() => h.reset())
after(async () => {
  await app.stop()
  await h.stop()
})

interface Kept extends SessionStorage {
  text: string | null
  saves: number
}

function memoryStorage(): Kept {
  return {
    text: null,
    saves: 0,
    load() {
      return this.text
    },
    save(text) {
      this.text = text
      this.saves++
    },
  }
}

function makeClient(options: Partial<NativeClientOptions> = {}) {
  const storage = memoryStorage()
  const asked: string[] = []
  const client = nativeClient({
    issuer: `${app.origin}/auth`,
    clientId: 'phone',
    redirectUri: PHONE_REDIRECT,
    storage,
    now: () => app.clock,
    fetch: (input, init) => {
      asked.push(new URL(String(input)).pathname)
      return fetch(input, init)
    },
    ...options,
  })
  return { client, storage, asked }
}

async function signedInBrowser(): Promise<Browser> {
  const browser = app.browser()
  await signIn(browser, app, 'h', { at: h, as: newPerson() })
  return browser
}

/** Allows the client in a signed-in browser. Returns the URL to which the browser is sent back. */
async function openAndAllow(url: string, label = /^Allow/): Promise<string> {
  const tab = (await signedInBrowser()).tab(app.url('/'))
  await tab.open(url, untilClient(app))
  const { stoppedAt } = await tab.submit({ label }, untilClient(app))
  assert.ok(stoppedAt)
  return stoppedAt.href
}

async function signedIn(options: Partial<NativeClientOptions> = {}) {
  const made = makeClient(options)
  const attempt = await made.client.begin()
  await made.client.finish(await openAndAllow(attempt.url), attempt)
  return made
}

const me = async (client: { fetch: (url: string) => Promise<Response> }) =>
  (await client.fetch('/api/me')).json()

test('signs in through the browser, keeps the session, and calls the application', async () => {
  const told: boolean[] = []
  const { client, storage } = makeClient()
  assert.equal(await client.isSignedIn(), false)
  assert.equal(await client.accessToken(), null)
  await assert.rejects(client.fetch('/api/me'), { code: 'signed_out' })
  const stop = client.subscribe((isSignedIn) => told.push(isSignedIn))
  const attempt = await client.begin()
  assert.deepEqual(JSON.parse(JSON.stringify(attempt)), attempt)
  await client.finish(await openAndAllow(attempt.url), attempt)
  assert.ok((await me(client)).id)
  // The program starts again.
  const next = makeClient({ storage })
  assert.equal((await me(next.client)).id, (await me(client)).id)
  assert.deepEqual(told, [true])
  await client.signOut()
  assert.deepEqual([told, storage.text], [[true, false], null])
  stop()
})

test('P15 another server’s answer, one of another sign-in, and a person who says no sign nobody in', async () => {
  const { client, storage } = makeClient()
  const [attempt, other] = [await client.begin(), await client.begin()]
  const callback = await openAndAllow(attempt.url)
  const change = (edit: (url: URL) => void) => {
    const url = new URL(callback)
    edit(url)
    return url.href
  }
  for (const [wrong, from] of [
    [callback, other],
    [change((url) => url.searchParams.set('state', 'x')), attempt],
    [change((url) => url.searchParams.delete('state')), attempt],
    [change((url) => url.searchParams.append('state', attempt.state)), attempt],
    [change((url) => url.searchParams.set('iss', 'https://evil.example')), attempt],
    [change((url) => url.searchParams.delete('iss')), attempt],
    [change((url) => url.searchParams.delete('code')), attempt],
    [callback.replace(PHONE_REDIRECT, 'com.example.other:/signed-in'), attempt],
  ] as const) {
    await assert.rejects(client.finish(wrong, from), { code: 'answer_invalid' }, wrong)
  }
  const refused = await client.begin()
  await assert.rejects(client.finish(await openAndAllow(refused.url, /^(Do not|Deny|No)/), refused), {
    code: 'denied',
  })
  assert.equal(storage.text, null)
  await client.finish(callback, attempt)
  assert.ok(storage.text)
  // On a second use of the code, the server ends the session (RFC 6749 §4.1.2).
  await assert.rejects(client.finish(callback, attempt), { code: 'refused' })
})

test('P15 a redirect URI with a query is compared with its query', async () => {
  const options = { clientId: 'query', redirectUri: QUERY_REDIRECT }
  const { client, storage } = makeClient(options)
  const attempt = await client.begin()
  const callback = await openAndAllow(attempt.url)
  for (const wrong of [
    callback.replace('from=app', 'from=other'),
    callback.replace('from=app&', ''),
    callback.replace('from=app', 'from=application'),
  ]) {
    await assert.rejects(client.finish(wrong, attempt), { code: 'answer_invalid' }, wrong)
  }
  assert.equal(storage.text, null)
  await client.finish(callback, attempt)
  assert.ok((await me(client)).id)
})

test('P15 a server that accepts the request and never answers is down, after a while', {
  timeout: 10_000,
}, async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const asked = Promise.withResolvers<void>()
  const { client, storage } = makeClient({
    clientId: 'cli',
    fetch: (_, init) => {
      asked.resolve()
      return new Promise((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
    },
  })
  const signIn = client.signInByDevice({ show: () => assert.fail('there is no code') })
  const failed = assert.rejects(signIn, { code: 'unavailable' })
  await asked.promise
  t.mock.timers.tick(20_000)
  await failed
  assert.equal(storage.text, null)
})

test('P15 a token that has expired is refreshed once for all who wait, and what came is kept before it is used', async () => {
  const { client, storage, asked } = await signedIn()
  const { saves } = storage
  app.advance(3600)
  asked.length = 0
  const answers = await Promise.all(Array.from({ length: 20 }, () => me(client)))
  assert.equal(new Set(answers.map(({ id }) => id)).size, 1)
  assert.equal(asked.filter((path) => path === '/auth/token').length, 1)
  assert.equal(storage.saves, saves + 1)
})

test('P15 an answer that is lost on the way is asked for again, also after a restart, and nobody is signed out', async () => {
  let isLost = false
  const { client, storage } = await signedIn({
    fetch: async (input, init) => {
      const answer = await fetch(input, init)
      if (isLost && String(input).endsWith('/token')) throw new TypeError('the train is in a tunnel')
      return answer
    },
  })
  app.advance(1_000)
  isLost = true
  await assert.rejects(client.accessToken(), { code: 'unavailable' })
  await assert.rejects(client.accessToken(), { code: 'unavailable' })
  const { client: restarted } = makeClient({ storage })
  assert.ok((await me(restarted)).id)
  app.advance(1_000)
  assert.ok((await me(restarted)).id, 'and it goes on')
})

test('P15 two processes over one storage refresh once, one after the other', async () => {
  const { client, storage } = await signedIn()
  let last: Promise<unknown> = Promise.resolve()
  const lock: NonNullable<SessionStorage['lock']> = (work) => {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }
  const shared = { load: () => storage.load(), save: (text: string | null) => storage.save(text), lock }
  const [one, two] = [makeClient({ storage: shared }), makeClient({ storage: shared })]
  app.advance(3600)
  await Promise.all([me(one.client), me(two.client)])
  const refreshes = [...one.asked, ...two.asked].filter((path) => path === '/auth/token')
  assert.equal(refreshes.length, 1)
  assert.ok((await me(client)).id)
})

test('a session that was ended is noticed at the next call, and forgotten', async () => {
  const { client, storage } = await signedIn()
  const { id } = await me(client)
  await app.auth.sessions.endAll(id)
  await assert.rejects(client.fetch('/api/me'), { code: 'signed_out' })
  assert.equal(storage.text, null)
  assert.equal(await client.isSignedIn(), false)
})

test('while the server is down a living token is used, and nothing is forgotten', async () => {
  let isDown = false
  const down: typeof fetch = (input, init) =>
    isDown && String(input).endsWith('/token') ? Promise.reject(new TypeError('down')) : fetch(input, init)
  const { client, storage } = await signedIn({ fetch: down })
  isDown = true
  // Due for a refresh, but not expired.
  app.advance(900 - 10)
  assert.ok(await client.accessToken())
  app.advance(60)
  await assert.rejects(client.accessToken(), { code: 'unavailable' })
  assert.ok(storage.text)
  isDown = false
  assert.ok((await me(client)).id)
})

test('P15 the token goes to the application and to no other address', async () => {
  const { client, asked } = await signedIn({ apiOrigins: ['https://api.example.com'] })
  asked.length = 0
  for (const url of [
    'https://evil.example/api/me',
    '//evil.example/api/me',
    `${app.origin}@evil.example/`,
    `${app.origin}.evil.example/`,
    'javascript:alert(1)',
    'api/me',
    '',
  ]) {
    await assert.rejects(client.fetch(url), { code: 'origin_refused' }, url)
  }
  assert.deepEqual(asked, [])
  assert.equal((await client.fetch(`${app.origin}/api/me?a=1`)).status, 200)
})

test('P15 what is kept for another server, another client or by another version is nobody', async () => {
  const { storage } = await signedIn()
  assert.equal(await makeClient({ storage }).client.isSignedIn(), true)
  assert.equal(await makeClient({ storage, clientId: 'cli' }).client.isSignedIn(), false)
  assert.equal(await makeClient({ storage, issuer: 'https://other.example/auth' }).client.isSignedIn(), false)
  for (const text of ['', '{', '{"version":2}', 'null', '[]']) {
    assert.equal(
      await makeClient({ storage: { load: () => text, save: () => {} } }).client.isSignedIn(),
      false,
      text,
    )
  }
})

test('options that cannot be are refused at once', async () => {
  for (const issuer of [
    'http://app.example.com/auth',
    'app.example.com',
    'https://app.example.com/auth/',
    'https://a@b/auth',
    '',
  ]) {
    assert.throws(() => makeClient({ issuer }), { code: 'config_invalid' }, issuer)
  }
  await assert.rejects(makeClient({ redirectUri: undefined }).client.begin(), { code: 'config_invalid' })
})

test('a platform without WebCrypto hands in random bytes and SHA-256', async () => {
  const crypto = {
    randomBytes: async (length: number) => new Uint8Array(randomBytes(length)),
    sha256: async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest()),
  }
  const { client } = await signedIn({ crypto })
  assert.ok((await me(client)).id)
})

describe('tokens that are bound to a key', () => {
  const options = { clientId: 'bound', dpop: true }

  test('sign in, call and refresh with a proof each; the token alone is worth nothing', async () => {
    const { client, storage } = await signedIn(options)
    assert.ok((await me(client)).id)
    const token = await client.accessToken()
    for (const scheme of ['Bearer', 'DPoP']) {
      const headers = { authorization: `${scheme} ${token}` }
      assert.equal((await fetch(app.url('/api/me'), { headers })).status, 401)
    }
    app.advance(3600)
    assert.ok((await me(client)).id)
    assert.ok((await me(makeClient({ ...options, storage }).client)).id)
  })

  /** The server's own time stands in its answers: a real one has no other clock. */
  const withDate = (difference = 0): typeof fetch => {
    return async (input, init) => {
      const answer = await fetch(input, init)
      const headers = new Headers(answer.headers)
      headers.set('date', new Date(app.clock + difference).toUTCString())
      headers.delete('content-encoding')
      return new Response(answer.body, { status: answer.status, headers })
    }
  }

  test('P15 a device whose clock is wrong signs in, calls and refreshes by the time of its server', async () => {
    for (const wrong of [-3_600_000, -300_000, 300_000, 3_600_000]) {
      const now = () => app.clock + wrong
      const { client, storage } = await signedIn({ ...options, now, fetch: withDate() })
      assert.ok((await me(client)).id, String(wrong))
      // The next start of the program knows nothing of the server's time yet.
      const next = makeClient({ ...options, now, storage, fetch: withDate() })
      assert.ok((await me(next.client)).id, String(wrong))
      app.advance(3600)
      assert.ok((await me(next.client)).id, String(wrong))
    }
  })

  test('P15 neither a server without a time nor another API says what time it is', async () => {
    const now = () => app.clock - 300_000
    await assert.rejects(signedIn({ ...options, now, fetch: withDate(-300_000) }), { code: 'refused' })
    const proofs: string[] = []
    const { client } = await signedIn({
      ...options,
      apiOrigins: ['https://api.example.com'],
      fetch: async (input, init) => {
        if (!String(input).startsWith('https://api.example.com')) return fetch(input, init)
        proofs.push(new Headers(init?.headers).get('dpop') ?? '')
        const headers = { date: new Date(app.clock + 86_400_000).toUTCString() }
        return new Response(null, { status: 401, headers })
      },
    })
    await client.fetch('https://api.example.com/notes')
    await client.fetch('https://api.example.com/notes')
    assert.ok(proofs.length >= 2)
    for (const proof of proofs) {
      const { iat } = JSON.parse(Buffer.from(proof.split('.')[1] ?? '', 'base64url').toString())
      assert.ok(Math.abs(iat * 1000 - app.clock) < 60_000, String(iat))
    }
    assert.ok((await me(client)).id)
  })

  test('without a proof the client gets none', async () => {
    await assert.rejects(signedIn({ clientId: 'bound' }), { code: 'refused' })
  })
})

describe('without a browser', () => {
  const cli = { clientId: 'cli', redirectUri: undefined }

  test('a code that the person types in elsewhere signs in', async () => {
    let code = ''
    const { client } = makeClient({
      ...cli,
      wait: async (milliseconds) => {
        app.advance(milliseconds / 1000)
        if (code === '') return
        const tab = (await signedInBrowser()).tab(app.url('/'))
        await tab.open(code)
        code = ''
        await tab.submit({ label: /^Allow/ })
      },
    })
    await client.signInByDevice({
      show({ userCode, verificationUri, verificationUriComplete }) {
        assert.match(userCode, /^[A-Z]{4}-[A-Z]{4}$/)
        assert.equal(verificationUri, app.url('/auth/device'))
        code = verificationUriComplete
      },
    })
    assert.ok((await me(client)).id)
  })

  test('no answer, a no, and giving up are told apart', async () => {
    const wait = async (milliseconds: number) => app.advance(milliseconds / 1000)
    const ignored = makeClient({ ...cli, wait })
    await assert.rejects(ignored.client.signInByDevice({ show: () => {} }), { code: 'expired' })
    const given = new AbortController()
    const up = makeClient({ ...cli, wait: async () => given.abort() })
    await assert.rejects(up.client.signInByDevice({ show: () => {}, signal: given.signal }), {
      code: 'cancelled',
    })
    let address = ''
    const denied = makeClient({
      ...cli,
      async wait(milliseconds) {
        app.advance(milliseconds / 1000)
        if (address === '') return
        const tab = (await signedInBrowser()).tab(app.url('/'))
        await tab.open(address)
        address = ''
        await tab.submit({ label: /^(Do not|Deny|No)/ })
      },
    })
    const show = ({ verificationUriComplete }: { verificationUriComplete: string }) => {
      address = verificationUriComplete
    }
    await assert.rejects(denied.client.signInByDevice({ show }), { code: 'denied' })
    assert.equal(denied.storage.text, null)
  })
})
