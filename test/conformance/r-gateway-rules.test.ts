// The gateway's rules against the bypasses known from advisories about gateways. The application behind it records
// which requests reached it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startTestGateway, type TestGateway } from '../support/gateway.ts'

let gateway: TestGateway
let member: string
let admin: string

before(async () => {
  gateway = await startTestGateway({
    environment: { TRUST_PROXY: '127.0.0.1' },
    rules: [
      { host: 'open.example', allow: 'public' },
      { host: 'closed.example', path: '/public/*', allow: 'user' },
      { path: '/admin/*', allow: { group: 'admins' } },
      { path: '/public/*', allow: 'public' },
      { path: '/health', allow: 'public' },
      { path: '/company/*', allow: { organization: 'company.example' } },
      { path: '/mail/*', allow: { emailDomain: 'company.example' } },
      { path: '/ada', allow: { email: 'ada@company.example' } },
      { path: '/money/*', allow: 'user', fresh: 300 },
    ],
  })
  member = await gateway.signIn({ name: 'Member' })
  admin = await gateway.signIn({ name: 'Admin' }, { claims: { groups: ['admins'] } })
})

after(() => gateway.stop())

const as = (cookie: string, more: Record<string, string> = {}) => ({ headers: { cookie, ...more } })

test('R1 the plain spellings: public for all, /admin for admins, the rest for whoever is signed in', async () => {
  assert.equal((await gateway.get('/public/x')).received?.url, '/public/x')
  assert.equal((await gateway.get('/profile')).status, 303)
  assert.equal((await gateway.get('/profile', as(member))).received?.url, '/profile')
  assert.equal((await gateway.get('/admin', as(member))).status, 403)
  assert.equal((await gateway.get('/admin/users', as(admin))).received?.url, '/admin/users')
})

test('R1 no spelling of /admin opens it to somebody who is not an admin, nor of a public path to a visitor', async () => {
  const spellings = [
    '/ADMIN',
    '/Admin/users',
    '/%61dmin',
    '/admin/',
    '//admin',
    '/public//admin',
    '/public/../admin',
    '/public/%2e%2e/admin',
    '/public/..%2fadmin',
    '/public/..;/admin',
    '/public/..%5cadmin',
    '/public/..\\admin',
    '/public/%252e%252e/admin',
    '/public;/../admin',
    '/./admin',
    '/admin%2f',
    '/admin;x=1',
    '/admin%00',
    '/admin%20',
    '/admin.',
    '/%EF%BD%81dmin',
    '/adm%C4%B1n',
    '/ADM%C4%B0N',
    '/admin%23x',
    '/admin%3fx',
  ]
  const before = gateway.application.received.length
  for (const spelling of spellings) {
    for (const headers of [{}, { cookie: member }]) {
      const { status } = await gateway.get(spelling, { headers })
      assert.ok([303, 400, 403].includes(status), `${spelling} was answered with ${status}`)
    }
    const verified = await gateway.verify({ cookie: member, 'X-Original-URL': `http://localhost${spelling}` })
    assert.ok([401, 403].includes(verified.status), `verify let ${spelling} through with ${verified.status}`)
  }
  assert.equal(gateway.application.received.length, before, 'something reached the application')
})

test('R1 honest addresses with encoded or doubled slashes still work for those who may see everything', async () => {
  const everything = await gateway.signIn(
    { email: 'ada@company.example', emailVerified: true },
    {
      provider: 'company',
      claims: {
        groups: ['admins'],
        hd: 'company.example',
        email: 'ada@company.example',
        email_verified: true,
      },
    },
  )
  for (const path of ['/project/group%2Fname', '/archive//2026', '/list;sort=name', '/100%25']) {
    assert.equal((await gateway.get(path, as(everything))).received?.url, path)
    assert.equal((await gateway.get(path, as(member))).status, 403)
    assert.equal((await gateway.get(path)).status, 303)
  }
})

test('R2 a query, a fragment, a method or a user agent makes no page public', async () => {
  for (const [path, headers] of [
    ['/profile?/public/x', {}],
    ['/profile?next=/health', {}],
    ['/profile#/public/x', {}],
    ['/public/x#/../../profile', {}],
    ['/public/x#y', {}],
    ['/profile', { 'User-Agent': 'GoogleHC/1.0' }],
    ['/profile', { 'User-Agent': 'kube-probe/1.30' }],
    ['/profile', { 'X-HTTP-Method-Override': 'OPTIONS' }],
  ] as const) {
    assert.ok([303, 400].includes((await gateway.get(path, { headers })).status), path)
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']) {
    const { status } = await gateway.get('/profile', { method })
    assert.equal(status, method === 'HEAD' ? 303 : 401, method)
    assert.equal((await gateway.get('/public/x', { method })).status, 200, method)
  }
})

test('R3 rules end at the border of a segment and of a host name', async () => {
  for (const path of ['/publicity', '/public.bak', '/healthz', '/health/x', '/x/public/y']) {
    assert.equal((await gateway.get(path)).status, 303, path)
  }
  const host = (name: string) => ({ headers: { host: name } })
  assert.equal((await gateway.get('/anything', host('open.example'))).status, 200)
  assert.equal((await gateway.get('/anything', host('OPEN.example.:8080'))).status, 200)
  assert.equal((await gateway.get('/public/x', host('closed.example'))).status, 303)
  for (const name of ['open.example.evil.example', 'notopen.example', 'open.example@evil.example']) {
    assert.ok([400, 421].includes((await gateway.get('/anything', host(name))).status), name)
  }
})

test('R4 verify believes a listed proxy, and nobody else', async () => {
  const asks = {
    'X-Forwarded-Uri': '/public/x',
    'X-Forwarded-Host': 'localhost',
    'X-Forwarded-Method': 'GET',
  }
  assert.equal((await gateway.verify(asks)).status, 200)
  assert.equal((await gateway.verify({ ...asks, 'X-Forwarded-Uri': '/profile' })).status, 303)
  assert.equal((await gateway.verify(asks, '127.0.0.2')).status, 401)
  assert.equal(
    (await gateway.verify({ 'X-Original-URL': 'http://localhost/public/x' }, '127.0.0.2')).status,
    401,
  )
  // In reverse-proxy mode only the path of the request counts, whatever its headers say.
  for (const name of ['X-Forwarded-Uri', 'X-Original-URL', 'X-Original-Uri', 'X-Rewrite-URL']) {
    assert.equal((await gateway.get('/profile', { headers: { [name]: '/public/x' } })).status, 303, name)
  }
})

test('R4 without TRUST_PROXY nobody is believed, not even on loopback', async () => {
  const alone = await startTestGateway({ rules: [{ path: '/public/*', allow: 'public' }] })
  try {
    assert.equal((await alone.verify({ 'X-Forwarded-Uri': '/public/x' })).status, 401)
    const cookie = await alone.signIn()
    const answer = await alone.verify({ 'X-Forwarded-Uri': '/public/x', cookie })
    assert.equal(answer.status, 200)
    assert.equal(answer.headers['x-latchkey-jwt'], '', 'what proves an identity is for proxies')
  } finally {
    await alone.stop()
  }
})

test('R4 who is not believed is admitted only where they may see everything', async () => {
  assert.equal((await gateway.verify({ cookie: member }, '127.0.0.2')).status, 403)
  assert.equal(
    (await gateway.verify({ cookie: member, 'X-Forwarded-Uri': '/profile' }, '127.0.0.2')).status,
    403,
  )
  assert.equal(
    (await gateway.verify({ cookie: member, 'X-Forwarded-Uri': '/profile', 'X-Forwarded-Host': 'localhost' }))
      .status,
    200,
  )
})

test('R5 two answers to one question are refused, and so is what cannot be judged', async () => {
  const base = { cookie: admin, 'X-Forwarded-Host': 'localhost' }
  for (const headers of [
    { ...base, 'X-Forwarded-Uri': '/public/x', 'X-Original-URL': 'http://localhost/profile' },
    // The browser supplies the host in one header, the proxy the path in the other.
    { ...base, 'X-Forwarded-Uri': '/profile', 'X-Original-URL': 'http://open.example/profile' },
    { ...base, 'X-Forwarded-Uri': '/public/x', 'X-Original-URL': 'http://localhost/public/x' },
    { ...base, 'X-Forwarded-Uri': '/public/x, /admin' },
    { ...base, 'X-Forwarded-Uri': 'public/x' },
    { ...base, 'X-Forwarded-Uri': '/public/../admin' },
    { ...base, 'X-Original-URL': 'http://[/public/x' },
    { ...base, 'X-Original-URL': 'ftp://localhost/public/x' },
    { cookie: admin, 'X-Forwarded-Uri': '/public/x', 'X-Forwarded-Host': 'localhost, open.example' },
    // The rules distinguish hosts, so a path alone is not enough.
    { cookie: admin, 'X-Forwarded-Uri': '/public/x' },
    { cookie: admin, 'X-Original-URL': '/public/x' },
  ]) {
    const { status } = await gateway.verify(headers as Record<string, string>)
    assert.ok([400, 403, 421].includes(status), `${JSON.stringify(headers)}: ${status}`)
  }
  const twice = await gateway.get('/auth/verify', {
    headers: ['X-Forwarded-Host', 'localhost', 'X-Forwarded-Uri', '/public/x', 'X-Forwarded-Uri', '/admin'],
  })
  assert.equal(twice.status, 400)
})

test('R5 a session cookie that cannot be read admits nobody', async () => {
  const [name, value = ''] = member.split('=')
  const asked = { 'X-Forwarded-Uri': '/profile', 'X-Forwarded-Host': 'localhost' }
  assert.equal((await gateway.verify({ ...asked, Cookie: member })).status, 200)
  const [id, secret] = value.split('.')
  for (const broken of [
    `${name}=`,
    `${name}`,
    `${name}=${value}x`,
    `${name}=${id}`,
    `${name}=${id}.`,
    `${name}=.${secret}`,
    `${name}=%00`,
    `${name}="${value}"`,
    `${name}=${'a'.repeat(9_000)}`,
    `${name}=${value}; ${name}=other`,
    ';;;',
  ]) {
    const { status, headers } = await gateway.verify({ ...asked, Cookie: broken })
    assert.deepEqual([status, headers['x-latchkey-user']], [303, undefined], broken.slice(0, 80))
    assert.equal((await gateway.get('/profile', as(broken))).received, null)
  }
})

test('R5 where no rule names a host, a path alone is enough', async () => {
  const simple = await startTestGateway({
    environment: { TRUST_PROXY: '1' },
    rules: [{ path: '/public/*', allow: 'public' }],
  })
  try {
    assert.equal((await simple.verify({ 'X-Forwarded-Uri': '/public/x' })).status, 200)
    assert.equal((await simple.verify({ 'X-Original-URL': '/public/x' })).status, 200)
    assert.equal((await simple.verify({ 'X-Original-URL': '/profile' })).status, 401)
    // Envoy appends the path to its prefix.
    assert.equal((await simple.get('/auth/verify/public/x?y')).status, 200)
    assert.equal((await simple.get('/auth/verify/profile')).status, 303)
    const smuggled = { 'X-Original-URL': '/public/x' }
    assert.equal((await simple.get('/auth/verify/profile', { headers: smuggled })).status, 400)
    assert.equal(
      (await simple.get('/auth/verify/public/x', { headers: { 'X-Forwarded-Uri': '/profile' } })).status,
      400,
    )
  } finally {
    await simple.stop()
  }
})

test('R9 e-mail rules compare the whole verified address of a mailbox that the provider runs', async () => {
  const claims = (email: string) => ({ claims: { email, email_verified: true, hd: 'company.example' } })
  const cookieOf = (email: string, emailVerified = true, provider = 'company') =>
    gateway.signIn({ email, emailVerified }, { provider, ...claims(email) })
  assert.equal((await gateway.get('/mail/x', as(await cookieOf('ada@company.example')))).status, 200)
  assert.equal((await gateway.get('/mail/x', as(await cookieOf('Bob@Company.Example')))).status, 200)
  assert.equal((await gateway.get('/ada', as(await cookieOf('ADA@company.example')))).status, 200)
  assert.equal(
    (await gateway.get('/ada', as(await cookieOf('ada@company.example.evil.example')))).status,
    403,
  )
  for (const email of [
    'eve@evilcompany.example',
    'eve@company.example.evil.example',
    'eve@sub.company.example',
    'eve@evil.example@company.example',
    '"eve@evil.example"@company.example',
    'eve@company.example ',
    'eve@company。example',
  ]) {
    assert.equal((await gateway.get('/mail/x', as(await cookieOf(email)))).status, 403, email)
  }
  assert.equal((await gateway.get('/mail/x', as(await cookieOf('ada@company.example', false)))).status, 403)
  // The provider is not authoritative for this mailbox.
  assert.equal(
    (await gateway.get('/mail/x', as(await cookieOf('ada@company.example', true, 'main')))).status,
    403,
  )
})

test('R10 organizations and groups are compared whole, as this sign-in says them', async () => {
  const cookieOf = (claims: Record<string, unknown>, provider = 'company') =>
    gateway.signIn({}, { provider, claims })
  assert.equal((await gateway.get('/company/x', as(await cookieOf({ hd: 'company.example' })))).status, 200)
  for (const claims of [
    {},
    { hd: 'evilcompany.example' },
    { hd: 'company.example.evil.example' },
    { hd: ['company.example'] },
  ]) {
    assert.equal(
      (await gateway.get('/company/x', as(await cookieOf(claims)))).status,
      403,
      JSON.stringify(claims),
    )
  }
  // This provider does not declare that its `hd` claim names an organization.
  assert.equal(
    (await gateway.get('/company/x', as(await cookieOf({ hd: 'company.example' }, 'main')))).status,
    403,
  )
  for (const groups of [
    'superadmins',
    ['admins2', 'Admins'],
    ['admin'],
    [['admins']],
    { admins: true },
    'admins,users',
  ]) {
    assert.equal(
      (await gateway.get('/admin', as(await cookieOf({ groups })))).status,
      403,
      JSON.stringify(groups),
    )
  }
  for (const groups of ['admins', ['users', 'admins']]) {
    assert.equal(
      (await gateway.get('/admin', as(await cookieOf({ groups })))).status,
      200,
      JSON.stringify(groups),
    )
  }
})

test('R11 a person returns to the exact address, and to no other site', async () => {
  const where = (location: string | undefined) => new URL(location ?? '', gateway.origin)
  const target = '/area/a%20b?x=1&y=%2F%2Fz&next=https://evil.example/'
  const sent = where((await gateway.get(target)).headers.location)
  assert.equal(sent.origin, gateway.origin)
  assert.equal(sent.searchParams.get('returnTo'), target)
  for (const [uri, expected] of [
    ['/profile?a=b', '/profile?a=b'],
    ['//evil.example', '/'],
    ['//evil.example/%2e', '/'],
  ] as const) {
    const { headers, status } = await gateway.verify({
      'X-Forwarded-Uri': uri,
      'X-Forwarded-Host': 'localhost',
    })
    if (status === 400) continue
    const { origin, pathname, searchParams } = where(headers.location)
    assert.deepEqual(
      [origin, pathname, searchParams.get('returnTo')],
      [gateway.origin, '/auth/login', expected],
      uri,
    )
    assert.equal(headers['x-latchkey-redirect'], headers.location)
  }
  // nginx forwards only the 401 and the header with the login address.
  const nginx = await gateway.verify({ 'X-Original-URL': 'http://localhost/profile?a=b' })
  assert.equal(nginx.status, 401)
  assert.equal(
    nginx.headers['x-latchkey-redirect'],
    `${gateway.origin}/auth/login?returnTo=%2Fprofile%3Fa%3Db`,
  )
  // Programs get 401 and no redirect.
  for (const headers of [
    { Accept: 'application/json' },
    { 'Sec-Fetch-Dest': 'empty' },
    { 'X-Forwarded-Method': 'POST' },
  ]) {
    const answer = await gateway.verify({
      'X-Forwarded-Uri': '/x',
      'X-Forwarded-Host': 'localhost',
      ...headers,
    } as never)
    assert.equal(answer.status, 401)
    assert.equal(answer.headers.location, undefined)
    assert.match(answer.body, /session_required/)
  }
})

test('R11, R17 hosts that share a session by ORIGINS and COOKIE_DOMAIN send people to sign in and back to themselves', async () => {
  const shared = await startTestGateway({
    environment: {
      ORIGIN: 'https://login.example.com',
      ORIGINS: 'https://wiki.example.com',
      COOKIE_DOMAIN: 'example.com',
      TRUST_PROXY: '127.0.0.1',
    },
    rules: [{ host: 'other.example.com', path: '/x', allow: 'user' }],
  })
  try {
    assert.ok(
      shared.log.some(({ detail }) =>
        detail?.includes('RULES wants people to be known at other.example.com'),
      ),
    )
    const at = (host: string) => ({ 'X-Forwarded-Host': host, 'X-Forwarded-Uri': '/page?a=b' })
    const sent = new URL((await shared.verify(at('wiki.example.com'))).headers.location ?? '')
    assert.equal(`${sent.origin}${sent.pathname}`, 'https://login.example.com/auth/login')
    assert.equal(sent.searchParams.get('returnTo'), 'https://wiki.example.com/page?a=b')
    const own = new URL((await shared.verify(at('login.example.com'))).headers.location ?? '')
    assert.equal(own.searchParams.get('returnTo'), '/page?a=b')
    const session = await shared.signIn()
    assert.equal((await shared.verify({ ...at('wiki.example.com'), cookie: session })).status, 200)
    assert.equal((await shared.verify({ ...at('evil.example.com'), cookie: session })).status, 421)
    // In reverse-proxy mode, a relative path would stay on the wiki's host, which has no sign-in page.
    const proxied = await shared.get('/page', { headers: { host: 'wiki.example.com' } })
    assert.match(
      proxied.headers.location ?? '',
      /^https:\/\/login\.example\.com\/auth\/login\?returnTo=https%3A/,
    )
  } finally {
    await shared.stop()
  }
})

test('R17 a host that nobody named is refused, in both modes', async () => {
  const answer = await gateway.get('/public/x', { headers: { host: 'evil.example' } })
  assert.equal(answer.status, 421)
  assert.equal(answer.received, null)
  assert.equal(
    (await gateway.verify({ 'X-Forwarded-Uri': '/public/x', 'X-Forwarded-Host': 'evil.example' })).status,
    421,
  )
  assert.match(gateway.log.at(-1)?.detail ?? '', /Expected localhost \(ORIGIN\).* received evil\.example/)
  // The same machine under another of its names.
  assert.equal(
    (await gateway.get('/public/x', { headers: { host: `127.0.0.1:${gateway.port}` } })).status,
    200,
  )
})

test('R19 a fresh rule asks for a sign-in that is recent and proven', async () => {
  const cookieOf = (signedInSecondsAgo: number | null) => gateway.signIn({}, { signedInSecondsAgo })
  assert.equal((await gateway.get('/money/x', as(await cookieOf(10)))).status, 200)
  for (const age of [400, null]) {
    const cookie = await cookieOf(age)
    assert.equal((await gateway.get('/profile', as(cookie))).status, 200)
    const stale = await gateway.get('/money/x', as(cookie))
    assert.equal(stale.status, 303)
    const sent = new URL(stale.headers.location ?? '', gateway.origin)
    assert.deepEqual(
      [sent.searchParams.get('returnTo'), sent.searchParams.get('maxAge')],
      ['/money/x', '300'],
    )
    assert.match(
      (await gateway.get('/money/x', { method: 'POST', headers: { cookie } })).body,
      /session_not_fresh/,
    )
  }
})
