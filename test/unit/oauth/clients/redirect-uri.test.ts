// Redirect URIs of the application's own clients: which can be registered, and which match a registered one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  isRegisteredRedirect,
  isUnownedScheme,
  redirectFault,
  redirectKind,
} from '../../../../src/oauth/clients/redirect-uri.ts'

test('what may be registered', () => {
  for (const uri of [
    'com.example.app:/signed-in',
    'com.example.app://callback',
    'myapp://callback',
    'http://127.0.0.1/signed-in',
    'http://127.0.0.1:8080/signed-in',
    'http://[::1]/signed-in',
    'http://localhost:5173/signed-in?from=app',
    'http://127.0.0.1',
    'https://front.example.org',
    'https://front.example.org/signed-in?x=1',
  ]) {
    assert.equal(redirectFault(uri), null, uri)
  }
})

test('what may not, and why', () => {
  const faults: readonly (readonly [string, RegExp])[] = [
    ['https://*.example.org/signed-in', /patterns/],
    ['https://front.example.org/#x', /fragment/],
    ['https://user@front.example.org/', /user name/],
    ['https://front.example.org/a/../b', /as browsers do/],
    ['https://Front.example.org/', /as browsers do/],
    ['http://front.example.org/', /https/],
    ['http://127.0.0.1.example.org/', /https/],
    ['http://0.0.0.0/', /https/],
    ['javascript:alert(1)', /scheme/],
    ['data:text/html,x', /scheme/],
    ['file:///etc/passwd', /scheme/],
    ['intent://x', /scheme/],
    ['COM.example.app:/x', /small letters/],
    ['/signed-in', /no URI/],
    ['signed in', /no URI/],
    ['', /no URI/],
    ['com.example.app:/x\n', /no URI/],
    [`https://front.example.org/${'x'.repeat(255)}`, /longer/],
  ]
  for (const [uri, why] of faults) assert.match(redirectFault(uri) ?? '', why, uri)
})

test('to the letter, but for the port of a loopback address', () => {
  const registered = ['http://127.0.0.1:4000/cb', 'http://localhost/cb', 'com.example.app:/cb']
  for (const uri of [
    'http://127.0.0.1:4000/cb',
    'http://127.0.0.1:51234/cb',
    'http://127.0.0.1/cb',
    'http://localhost:5173/cb',
    'com.example.app:/cb',
  ]) {
    assert.ok(isRegisteredRedirect(registered, uri), uri)
  }
  for (const uri of [
    'http://127.0.0.1:51234/cb/',
    'http://127.0.0.2:51234/cb',
    'http://127.0.0.1:51234/cb#x',
    'http://127.0.0.1:51234/c%62',
    'http://127.0.0.1:65536/cb',
    'http://127.0.0.1:/cb',
    'https://localhost/cb',
    'com.example.app:/CB',
  ]) {
    assert.ok(!isRegisteredRedirect(registered, uri), uri)
  }
  // `localhost` is a name that may resolve elsewhere, so its port must match as well.
  assert.ok(!isRegisteredRedirect(['http://localhost:5173/cb'], 'http://localhost:6000/cb'))
})

test('kinds, and schemes that nobody owns', () => {
  assert.deepEqual(['https://a.example/', 'http://127.0.0.1/', 'com.example.app:/'].map(redirectKind), [
    'https',
    'loopback',
    'scheme',
  ])
  assert.deepEqual(['myapp://x', 'com.example.app:/x', 'https://x'].map(isUnownedScheme), [
    true,
    false,
    false,
  ])
})
