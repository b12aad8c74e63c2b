// Which URLs a provider's endpoints may have.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultInEndpointUrl, faultInIssuer } from '../../../src/outbound/endpoint-url.ts'

const good = [
  'https://a.example',
  'https://a.example:8443/x/y?tenant=z&b=%20',
  'http://localhost:3000/',
  'http://[::1]:1/',
  "https://a.example/o'brien/(eu)/x;v=1!",
]
const bad: readonly unknown[] = [
  '',
  'a.example',
  '/path',
  'http://a.example',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'ftp://a.example',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  'https://good@evil.example',
  'https://good:x@evil.example',
  'https://a.example/#f',
  'https://a.example/ b',
  'https://a.example/\tb',
  'https:\\\\a.example',
  'https://a.example/$(id)',
  'https://a.example/"',
  'https://a.example/<b>',
  'https://bücher.example/',
  null,
  7,
  new URL('https://a.example'),
]

test('E2 https, or http on this machine', () => {
  for (const url of good) assert.equal(faultInEndpointUrl(url), null, url)
})

test('E2 anything that would be run, read in clear, or lead elsewhere is refused', () => {
  for (const url of bad) assert.notEqual(faultInEndpointUrl(url), null, String(url))
})

test('an issuer has no query', () => {
  assert.equal(faultInIssuer('https://a.example/x'), null)
  assert.notEqual(faultInIssuer('https://a.example/x?y'), null)
  assert.notEqual(faultInIssuer('http://a.example/x'), null)
})

test('NW12 an issuer may have an apostrophe, parentheses and the other marks of a path', () => {
  for (const issuer of [
    "https://id.example/o'brien",
    'https://id.example/realms/(eu)',
    'https://id.example/a;b!',
  ]) {
    assert.equal(faultInIssuer(issuer), null, issuer)
  }
  for (const issuer of ['https://id.example/"x"', 'https://id.example/$(id)', 'https://id.example/<x>']) {
    assert.notEqual(faultInIssuer(issuer), null, issuer)
  }
})
