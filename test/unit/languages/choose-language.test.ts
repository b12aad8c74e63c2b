import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  acceptedLanguages,
  chooseLanguage,
  directionOf,
  matchLanguage,
} from '../../../src/languages/speaking/choose-language.ts'

const atHand = ['en', 'de', 'pt-BR', 'zh-Hans', 'zh-Hant', 'nb', 'he', 'ar']

describe('the language of a reader', () => {
  test('is the heaviest of the header that is at hand (RFC 9110 §12.5.4)', () => {
    const cases: readonly (readonly [string, string | null])[] = [
      ['de', 'de'],
      ['de-AT,de;q=0.9,en;q=0.8', 'de'],
      ['en;q=0.5, de;q=0.8', 'de'],
      ['sw,de;q=0.3', 'de'],
      ['de;q=0,en;q=0.1', 'en'],
      ['*', null],
      ['sw', null],
      ['', null],
      [';;;,,,q=1,de-', null],
      ['zh-TW', 'zh-Hant'],
      ['zh-HK,zh;q=0.9', 'zh-Hant'],
      ['zh', 'zh-Hans'],
      ['zh-CN', 'zh-Hans'],
      ['pt', 'pt-BR'],
      ['pt-PT', 'pt-BR'],
      ['no', 'nb'],
      ['nn-NO', 'nb'],
      ['iw', 'he'],
      ['sr-Latn', null],
    ]
    for (const [header, expected] of cases) {
      assert.equal(chooseLanguage(acceptedLanguages(header), atHand)?.tag ?? null, expected, header)
    }
    assert.deepEqual(acceptedLanguages(null), [])
  })

  test('reads a header of any length in bounded time', () => {
    assert.ok(acceptedLanguages('de,'.repeat(100_000)).length <= 20)
    assert.equal(chooseLanguage(['x'.repeat(100_000)], atHand), null)
  })

  test('is that of the region, where there is one', () => {
    assert.equal(matchLanguage('pt-PT', ['pt-BR', 'pt-PT'])?.tag, 'pt-PT')
    assert.equal(matchLanguage('pt-PT', ['pt-BR'])?.tag, 'pt-BR')
  })

  test('writes dates as the region does, and English without a region the day first', () => {
    assert.equal(matchLanguage('de-AT', atHand)?.locale, 'de-AT')
    assert.equal(matchLanguage('en-US', atHand)?.locale, 'en-US')
    assert.equal(matchLanguage('en', atHand)?.locale, 'en-GB')
    // Extensions come from the reader's request, and no page needs them.
    assert.equal(matchLanguage('de-u-ca-japanese', atHand)?.locale, 'de')
  })

  test('has the direction of its script', () => {
    assert.deepEqual(['ar', 'he', 'fa', 'ur', 'de', 'ja', 'az'].map(directionOf), [
      'rtl',
      'rtl',
      'rtl',
      'rtl',
      'ltr',
      'ltr',
      'ltr',
    ])
  })
})
