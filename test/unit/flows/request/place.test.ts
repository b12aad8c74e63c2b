// The application's origin (case A6): configuration decides; in development a loopback Host supplies the port.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPlaces } from '../../../../src/flows/request/place.ts'

test('a configured origin stands, whatever a request says', () => {
  const places = createPlaces({ origins: ['https://app.example'] })
  for (const host of ['evil.example', 'localhost:3000', 'app.example:444', null, '']) {
    const place = places.find(host)
    assert.equal(place?.origin, 'https://app.example', String(host))
    assert.deepEqual([place?.isLoopback, place?.cookies.secure], [false, true])
  }
  assert.equal(places.latest()?.origin, 'https://app.example')
})

test('without one, every loopback name of a port is the same place, called localhost', () => {
  const places = createPlaces({ origins: [] })
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '127.8.9.1:3000', 'LOCALHOST:3000']) {
    const place = places.find(host)
    assert.equal(place?.origin, 'http://localhost:3000', host)
    assert.deepEqual([place?.isLoopback, place?.cookies.secure], [true, false])
  }
  assert.equal(places.find('localhost')?.origin, 'http://localhost')
})

test('without one, any other Host is nowhere', () => {
  const places = createPlaces({ origins: [] })
  const hosts = [
    'evil.example',
    'localhost.evil.example',
    '10.0.0.1:3000',
    '127.0.0.1.nip.io',
    'localhost:99999',
  ]
  for (const host of [...hosts, '', null, 'localhost@evil.example', ' ']) {
    assert.equal(places.find(host), null, String(host))
  }
})

test('a check that comes with a cookie alone is taken for the latest place', () => {
  const places = createPlaces({ origins: [] })
  assert.equal(places.latest(), null)
  places.find('localhost:3000')
  places.find('evil.example')
  assert.equal(places.latest()?.origin, 'http://localhost:3000')
  places.find('localhost:4000')
  assert.equal(places.latest()?.origin, 'http://localhost:4000')
})

test('two ports have cookies of different names; https has the __Host- prefix', () => {
  const places = createPlaces({ origins: [] })
  const names = ['localhost:3000', 'localhost:4000'].map((host) => places.find(host)?.cookies.session)
  assert.notEqual(names[0], names[1])
  assert.match(
    createPlaces({ origins: ['https://app.example'] }).find(null)?.cookies.session ?? '',
    /^__Host-/,
  )
})

test('of several origins the Host says which is meant, and only one of these', () => {
  const places = createPlaces({ origins: ['https://app.example', 'https://shop.example:8443'] })
  for (const [host, origin] of [
    ['app.example', 'https://app.example'],
    ['APP.example:443', 'https://app.example'],
    ['shop.example:8443', 'https://shop.example:8443'],
  ] as const) {
    assert.equal(places.find(host)?.origin, origin, host)
  }
  const strangers = ['shop.example', 'app.example:80', 'app.example.', 'app.example.evil.example']
  for (const host of [...strangers, 'evil.example', 'localhost', '', null, 'app.example:443:443']) {
    assert.equal(places.find(host), null, String(host))
  }
  // The origin for a check that has only a cookie.
  assert.equal(places.latest()?.origin, 'https://app.example')
  const names = places.find('shop.example:8443')?.cookies
  assert.equal(names?.session, '__Host-latchkey-8443')
})

test('with a cookie domain, the session is called alike at each origin, and a login stays with its host', () => {
  const places = createPlaces({
    origins: ['https://app.example.com', 'https://api.example.com:8443'],
    cookieDomain: 'example.com',
  })
  const [app, api] = ['app.example.com', 'api.example.com:8443'].map((host) => places.find(host)?.cookies)
  assert.equal(app?.session, '__Secure-latchkey')
  assert.equal(api?.session, '__Secure-latchkey')
  assert.equal(app?.sessionDomain, 'example.com')
  assert.deepEqual([app?.formerSession, api?.formerSession], ['__Host-latchkey', '__Host-latchkey-8443'])
  for (const cookies of [app, api]) {
    const own = [cookies?.attemptPrefix, cookies?.pendingLink, cookies?.visit, cookies?.lastProvider]
    assert.ok(
      own.every((name) => name?.startsWith('__Host-')),
      own.join(),
    )
  }
})
