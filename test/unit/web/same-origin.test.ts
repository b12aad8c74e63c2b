import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSameOrigin, wantsJson } from '../../../src/web/same-origin.ts'

const ours = 'https://app.example'
const isOurs = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), ours)

test('K1 Sec-Fetch-Site: same-origin is proof, with our Origin or none', () => {
  assert.ok(isOurs({ 'sec-fetch-site': 'same-origin' }))
  assert.ok(isOurs({ 'sec-fetch-site': 'same-origin', origin: ours }))
})

test('K1 without Sec-Fetch-Site our Origin is proof', () => {
  assert.ok(isOurs({ origin: ours }))
})

test('K1 no proof is no proof', () => {
  assert.ok(!isOurs({}))
  assert.ok(!isOurs({ referer: `${ours}/` }))
  assert.ok(!isOurs({ 'sec-fetch-site': '' }))
})

test('K1 same-site, none and cross-site never start, end or link', () => {
  for (const site of ['same-site', 'none', 'cross-site', 'Same-Origin', 'same-origin, same-origin']) {
    assert.ok(!isOurs({ 'sec-fetch-site': site }), site)
    assert.ok(!isOurs({ 'sec-fetch-site': site, origin: ours }), site)
  }
})

test('NH0b a null Origin counts where the browser vouches for it, and only there', () => {
  assert.ok(isOurs({ origin: 'null', 'sec-fetch-site': 'same-origin' }))
  for (const site of ['same-site', 'cross-site', 'none', '']) {
    assert.ok(!isOurs({ origin: 'null', 'sec-fetch-site': site }), site)
  }
  assert.ok(!isOurs({ origin: 'null' }))
})

test('K1 a foreign Origin is refused even beside a good Sec-Fetch-Site', () => {
  const foreign = [
    '',
    'https://evil.example',
    'http://app.example',
    `${ours}:8443`,
    `${ours}/`,
    `${ours}.evil`,
  ]
  for (const origin of foreign) {
    assert.ok(!isOurs({ origin }), origin)
    assert.ok(!isOurs({ origin, 'sec-fetch-site': 'same-origin' }), origin)
  }
})

test('G18 scripts and API clients want JSON', () => {
  assert.ok(wantsJson(new Headers({ accept: 'application/json' })))
  assert.ok(wantsJson(new Headers({ accept: 'application/problem+json, */*' })))
  assert.ok(wantsJson(new Headers({ 'sec-fetch-dest': 'empty', accept: '*/*' })))
  assert.ok(wantsJson(new Headers({ 'x-requested-with': 'XMLHttpRequest' })))
})

test('G18 people and callers that say nothing get a page', () => {
  assert.ok(!wantsJson(new Headers({})))
  assert.ok(!wantsJson(new Headers({ accept: '*/*', 'sec-fetch-mode': 'cors' })))
  assert.ok(!wantsJson(new Headers({ accept: 'text/html,application/json;q=0.9,*/*;q=0.8' })))
  assert.ok(!wantsJson(new Headers({ 'sec-fetch-dest': 'document', accept: 'text/html' })))
})
