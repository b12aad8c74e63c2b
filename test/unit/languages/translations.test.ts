// Every language has every sentence as plain text, with the plural forms that it needs and the placeholders of the English one.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { errorSentences } from '../../../src/errors.ts'
import { messages as english, type Message, type MessageKey } from '../../../src/languages/en.ts'
import { builtInLanguages } from '../../../src/languages/speaking/built-in.ts'
import { translationFaults } from '../../../src/languages/speaking/check-translation.ts'
import { builtInLanguages as onWorkers } from '../../../src/languages/speaking/english-only.ts'

const folder = new URL('../../../src/languages/', import.meta.url)
const keys = Object.keys(english) as MessageKey[]

/** Errors with the same English sentence are translated once, under the first code. */
const needed = keys.filter((key, index) => {
  const isError = Object.hasOwn(errorSentences, key)
  return !isError || !keys.slice(0, index).some((before) => english[before] === english[key])
})

function formsOf(message: Message | undefined): readonly string[] {
  return typeof message === 'object' ? Object.values(message) : [message ?? '']
}

describe('the languages', () => {
  test('are the files of src/languages, each under its tag', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
    const tags = Object.keys(builtInLanguages)
    assert.deepEqual(tags.map((tag) => `${tag.toLowerCase()}.ts`).sort(), files.sort())
    assert.deepEqual(
      tags,
      tags.map((tag) => new Intl.Locale(tag).baseName),
    )
    // A worker's bundle is one file and contains only the languages that the application imports.
    assert.deepEqual(Object.keys(onWorkers), ['en'])
  })

  for (const [tag, load] of Object.entries(builtInLanguages)) {
    test(`${tag} says every sentence, with the places of the English one`, async () => {
      const { messages } = await load()
      assert.deepEqual(
        needed.filter((key) => messages[key] === undefined),
        [],
      )
      assert.deepEqual(translationFaults(messages), [])
    })

    test(`${tag} has the plural forms that it needs, and no others`, async () => {
      const { messages } = await load()
      const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
      for (const key of needed.filter((each) => typeof english[each] === 'object')) {
        assert.deepEqual(Object.keys(messages[key] ?? {}).sort(), [...categories].sort(), key)
      }
    })

    test(`${tag} is plain text on one line`, async () => {
      const { messages } = await load()
      for (const [key, message] of Object.entries(messages)) {
        for (const text of formsOf(message)) {
          assert.doesNotMatch(text, /[<>\n\r\t]|&\w+;|\s{2}|^\s|\s$/, key)
          assert.equal(text, text.normalize('NFC'), key)
          // The space that a notice or an error has on a page (src/pages).
          assert.ok(text.length <= (key.startsWith('notice') ? 300 : 400), key)
        }
      }
    })
  }

  test('are all named in docs/languages.md', () => {
    const page = readFileSync(new URL('../../../docs/languages.md', import.meta.url), 'utf8')
    for (const tag of Object.keys(builtInLanguages)) assert.ok(page.includes(`\`${tag}\``), tag)
  })

  test('are languages: of each, few sentences equal the English ones', async () => {
    for (const [tag, load] of Object.entries(builtInLanguages)) {
      if (tag === 'en') continue
      const { messages } = await load()
      const same = needed.filter((key) => JSON.stringify(messages[key]) === JSON.stringify(english[key]))
      assert.ok(same.length <= 6, `${tag}: ${same.join(', ')}`)
    }
  })
})
