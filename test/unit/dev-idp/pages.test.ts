// The pages work without scripts: the first button of the first form continues, and another form refuses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answerOf, type DevClient, formsOf, withIdp } from './dev-client.ts'

const banner =
  'Local identity provider — development only. No password is checked here; it cannot run in production.'

test('the first button of each first form leads to the application', async () => {
  await withIdp(async (client) => {
    for (const id of ['acme', 'google', 'github', 'facebook']) {
      const provider = await client(id)
      const answer = await passPages(provider, await provider.browse(provider.authorizeUrl()))
      assert.equal(answer.get('state'), 'the-state')
      assert.equal((await provider.redeem(answer.get('code') ?? '')).status, 200, id)
    }
  })
})

test('refusing is a form of its own on both pages, worded as the provider does', async () => {
  await withIdp(async (client) => {
    for (const [id, error] of [
      ['acme', { error: 'access_denied' }],
      ['facebook', { error: 'access_denied', error_code: '200', error_reason: 'user_denied' }],
    ] as const) {
      const provider = await client(id)
      for (const depth of [1, 2]) {
        let response = await follow(provider, await provider.browse(provider.authorizeUrl()))
        if (depth === 2) response = await follow(provider, await pressFirst(provider, response))
        const forms = await formsOf(response)
        const denying = forms.filter(({ action }) => action.includes('deny'))
        assert.equal(denying.length, 1)
        assert.notEqual(denying[0], forms[0])
        const answer = answerOf(await provider.browse(denying[0]?.action ?? '', {}))
        for (const [name, value] of Object.entries(error)) assert.equal(answer.get(name), value)
        assert.equal(answer.get('state'), 'the-state')
        assert.equal(answer.get('code'), null)
      }
    }
  })
})

test('whoever is suggested or signed in comes first', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const first = async (changes = {}) =>
      (await formsOf(await follow(acme, await acme.browse(acme.authorizeUrl(changes)))))[0]?.fields.person
    assert.equal(await first(), 'alex')
    assert.equal(await first({ login_hint: 'ROBIN@example.com' }), 'robin')
    assert.equal(await first({ login_hint: 'nobody@example.com' }), 'alex')
    await acme.code({}, 'sam')
    assert.equal(await first(), 'sam')
    assert.equal(await first({ login_hint: 'mira' }), 'mira')
  })
})

test('somebody new can be added, and is the same the next time', async () => {
  await withIdp(async (client) => {
    const subjectOf = async (name: string, email: string) => {
      const acme = await client('acme')
      const page = (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
      const added = await acme.browse(`${page}/people`, { name, email })
      const answer = await passPages(acme, added)
      const tokens = (await (await acme.redeem(answer.get('code') ?? '')).json()) as { id_token: string }
      return JSON.parse(Buffer.from(tokens.id_token.split('.')[1] ?? '', 'base64url').toString())
    }
    const jo = await subjectOf('Jo Núñez', 'jo@example.org')
    assert.equal(jo.name, 'Jo Núñez')
    assert.equal(jo.email_verified, true)
    assert.equal((await subjectOf('Jo Núñez', 'jo@example.org')).sub, jo.sub)
    const nameless = await subjectOf('李', '')
    assert.notEqual(nameless.sub, jo.sub)
    assert.equal('email' in nameless, false)
  })
})

test('a name that is missing or an address that is none is asked for again', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const page = (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
    for (const form of [
      { name: ' ', email: '' },
      { name: 'x'.repeat(101), email: '' },
      { name: 'Jo', email: 'no address' },
    ]) {
      const response = await acme.browse(`${page}/people`, form)
      assert.equal(response.status, 400)
      assert.match(await response.text(), /role="alert"/)
    }
    assert.equal((await acme.browse(`${page}/people`, { name: 'Jo', email: '' })).status, 303)
  })
})

test('an interaction is used up by its answer, ends after ten minutes and cannot be guessed', async () => {
  let time = Date.UTC(2026, 0, 1)
  await withIdp(
    async (client) => {
      const acme = await client('acme')
      const begin = async () => (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
      const page = await begin()
      await passPages(acme, await acme.browse(page))
      assert.equal((await acme.browse(page)).status, 410)
      assert.equal((await acme.browse(`${page}/deny`, {})).status, 410)
      time += 3_000
      assert.equal((await acme.browse(`${page}/allow`, {})).status, 410)
      assert.equal((await acme.browse('/acme/local/sign-in/guess')).status, 410)
      const another = await begin()
      time += 599_000
      assert.equal((await acme.browse(another)).status, 200)
      time += 1_000
      assert.equal((await acme.browse(another)).status, 410)
    },
    { now: () => time },
  )
})

test('a button that is pressed twice gets the same answer twice', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    for (const verdict of ['allow', 'deny']) {
      const page = (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
      await acme.browse(`${page}/choose`, { person: 'mira' })
      const answers = [
        await acme.browse(`${page}/${verdict}`, {}),
        await acme.browse(`${page}/${verdict}`, {}),
      ]
      const locations = answers.map(({ headers }) => headers.get('location'))
      assert.ok(locations[0])
      assert.equal(locations[0], locations[1])
    }
  })
})

test('nobody is allowed in before somebody was chosen', async () => {
  await withIdp(async (client) => {
    const acme = await client('acme')
    const page = (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
    assert.equal((await acme.browse(`${page}/allow`, {})).headers.get('location'), page)
    assert.equal((await acme.browse(`${page}/consent`)).headers.get('location'), page)
    assert.equal((await acme.browse(`${page}/choose`, { person: 'nobody' })).status, 400)
    assert.equal((await acme.browse(`${page}/choose`, { person: 'alex' })).status, 303)
  })
})

test('every page says what it is and runs no script', async () => {
  await withIdp(async (client, idp) => {
    const acme = await client('acme')
    const page = (await acme.browse(acme.authorizeUrl())).headers.get('location') ?? ''
    const consent = (await acme.browse(`${page}/choose`, { person: 'noor' })).headers.get('location') ?? ''
    const pages = [
      '/',
      page,
      consent,
      '/acme/local/account',
      '/acme/authorize',
      '/acme/end-session',
      '/nowhere',
      '/acme/x',
    ]
    for (const path of pages) {
      const response = await acme.browse(path)
      const policy = response.headers.get('content-security-policy') ?? ''
      assert.match(policy, /^default-src 'none'; style-src 'sha256-/, path)
      assert.match(policy, /frame-ancestors 'none'/)
      assert.doesNotMatch(policy, /unsafe|script-src/)
      assert.equal(response.headers.get('cache-control'), 'no-store')
      const text = await response.text()
      assert.ok(text.includes(banner), path)
      assert.doesNotMatch(text, /<script|<b onclick|\sstyle=/)
    }
    assert.ok(idp.requests.length > 0)
  })
})

async function passPages(provider: DevClient, response: Response): Promise<URLSearchParams> {
  let current = response
  for (let step = 0; step < 8; step += 1) {
    const location = current.headers.get('location')
    if (location?.startsWith('http')) return answerOf(current)
    current = location ? await provider.browse(location) : await pressFirst(provider, current)
  }
  throw new Error('The pages did not end.')
}

async function pressFirst(provider: DevClient, response: Response): Promise<Response> {
  const [form] = await formsOf(response)
  assert.ok(form, 'The page has no form.')
  return provider.browse(form.action, form.fields)
}

async function follow(provider: DevClient, response: Response): Promise<Response> {
  const location = response.headers.get('location')
  return location ? follow(provider, await provider.browse(location)) : response
}
