import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LatchkeyError } from '../../../src/errors.ts'
import { isPublicSuffix } from '../../../src/setup/is-public-suffix.ts'
import { readCookieDomain } from '../../../src/setup/read-cookie-domain.ts'
import { frontEndNotices } from '../../../src/setup/read-front-ends.ts'

const suffixes = [
  'co.uk',
  'com.au',
  'co.jp',
  'com.br',
  'github.io',
  'vercel.app',
  'herokuapp.com',
  'up.railway.app',
]

test('a suffix is known as one; a name below it, beside it and around it is none', () => {
  for (const suffix of suffixes) {
    assert.equal(isPublicSuffix(suffix), true, suffix)
    assert.equal(isPublicSuffix(`example.${suffix}`), false, suffix)
    assert.equal(isPublicSuffix(`my${suffix}`), false, suffix)
  }
  for (const domain of [
    'example.com',
    'example.co',
    'com',
    'uk',
    '',
    'co.constructor',
    'railway.app',
    'com.de',
  ])
    assert.equal(isPublicSuffix(domain), false, domain)
})

test('no cookie domain is one that strangers have names below; the name below it is accepted', () => {
  for (const suffix of suffixes) {
    const origins = [`https://app.example.${suffix}`]
    assert.throws(
      () => readCookieDomain(suffix, origins),
      (error) =>
        error instanceof LatchkeyError &&
        error.code === 'config_option_invalid' &&
        error.detail?.includes(`such as example.${suffix}`) === true,
    )
    assert.equal(readCookieDomain(`example.${suffix}`, origins), `example.${suffix}`)
  }
})

test('two names below a suffix are two sites; two names below one of them are one', () => {
  for (const suffix of suffixes) {
    const own = [`https://api.example.${suffix}`]
    assert.match(frontEndNotices([`https://app.other.${suffix}`], own)[0] ?? '', /another site/)
    assert.match(frontEndNotices([`https://other.${suffix}`], own)[0] ?? '', /another site/)
    assert.deepEqual(frontEndNotices([`https://app.example.${suffix}`], own), [])
  }
})
