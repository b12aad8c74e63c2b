import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { messages as english, type Translation } from '../../../src/languages/en.ts'
import {
  completeMessages,
  createLanguages,
  type LanguageSettings,
} from '../../../src/languages/speaking/create-languages.ts'
import { messageText } from '../../../src/languages/speaking/message-text.ts'
import { latchkey } from '../../../src/latchkey.ts'
import type { LatchkeyOptions } from '../../../src/options.ts'
import { github } from '../../../src/providers/github.ts'
import { refusedWith } from './refused-with.ts'

function languages(settings: Partial<LanguageSettings>) {
  const loaded: string[] = []
  const faults: string[] = []
  const load = (tag: string, messages: Translation) => async () => {
    loaded.push(tag)
    return { messages }
  }
  const builtIn = { en: load('en', english), de: load('de', { signIn: 'Anmelden' }), fr: load('fr', {}) }
  const created = createLanguages(
    { language: null, languages: Object.keys(builtIn), messages: new Map(), ...settings },
    builtIn,
    (detail) => faults.push(detail),
  )
  const ask = (accept: string) =>
    created.of(new Request('https://app.example/auth/login', { headers: { 'accept-language': accept } }))
  return { ask, loaded, faults }
}

describe('the languages of an application', () => {
  test('are loaded one at a time, once', async () => {
    const { ask, loaded } = languages({})
    await Promise.all([ask('de'), ask('de-CH')])
    await ask('de')
    assert.deepEqual(loaded, ['de'])
  })

  test('say in English what a language lacks', async () => {
    const { ask } = languages({})
    const { messages, tag } = await ask('de')
    assert.deepEqual([tag, messages.signIn, messages.signOut], ['de', 'Anmelden', 'Sign out'])
  })

  test('say errors with one English sentence in one translation', () => {
    const said = completeMessages({ config_origin_missing: 'Nicht fertig.' })
    assert.equal(said.config_secret_weak, 'Nicht fertig.')
    assert.equal(said.attempt_expired, english.attempt_expired)
  })

  test('put the application’s own sentences first, also of a further language', async () => {
    const messages = new Map<string, Translation | (() => Promise<{ messages: Translation }>)>([
      ['de', { signIn: 'Los geht’s' }],
      ['cy', async () => ({ messages: { signIn: 'Mewngofnodi' } })],
    ])
    const { ask } = languages({ messages, languages: ['en', 'de', 'cy'] })
    assert.equal((await ask('de')).messages.signIn, 'Los geht’s')
    assert.equal((await ask('cy')).messages.signIn, 'Mewngofnodi')
    assert.equal((await ask('cy')).messages.signOut, 'Sign out')
  })

  test('follow the application’s choice: a tag, or a function of the request', async () => {
    assert.equal((await languages({ language: 'de' }).ask('fr')).tag, 'de')
    const byRequest = languages({ language: async ({ url }) => (url.includes('login') ? 'de-AT' : null) })
    assert.deepEqual([(await byRequest.ask('fr')).tag, (await byRequest.ask('fr')).locale], ['de', 'de-AT'])
    assert.equal((await languages({ language: () => null }).ask('fr')).tag, 'fr')
    assert.equal((await languages({ language: () => 'xx' }).ask('fr')).tag, 'fr')
  })

  test('keep answering where the application’s function or sentences fail, and report it', async () => {
    const throwing = languages({
      language: () => {
        throw new Error('no')
      },
    })
    assert.equal((await throwing.ask('fr')).tag, 'fr')
    assert.deepEqual(throwing.faults, ['The option language threw.'])

    let isThere = false
    const late = languages({
      languages: ['cy'],
      messages: new Map([
        [
          'cy',
          () => {
            if (!isThere) throw new Error('no')
            return { signIn: 'Mewngofnodi', signInn: 'x', continueAs: 'heb le' }
          },
        ],
      ]),
    })
    assert.equal((await late.ask('cy')).tag, 'en')
    assert.deepEqual(late.faults, ['The sentences of cy could not be loaded.'])
    isThere = true
    const { messages } = await late.ask('cy')
    assert.deepEqual([messages.signIn, messages.continueAs], ['Mewngofnodi', english.continueAs])
    assert.deepEqual(late.faults.slice(1), [
      'messages.cy: signInn is no sentence of the pages.',
      'messages.cy: continueAs must have the places {name}, like the English sentence.',
    ])
  })

  test('answer in the first one where the reader accepts none', async () => {
    assert.equal((await languages({ languages: ['de', 'en'] }).ask('sw')).tag, 'de')
    assert.equal((await languages({}).ask('sw')).tag, 'en')
  })

  test('count as the platform does, in the digits of the reader', async () => {
    const own: Translation = {
      codeUnknownLead: {
        one: '{count} dzień',
        few: '{count} dni',
        many: '{count} dni!',
        other: '{count} dnia',
      },
    }
    const { ask } = languages({ languages: ['en', 'pl'], messages: new Map([['pl', own]]) })
    const language = await ask('pl')
    const said = [1, 3, 5, 1.5, 12_345].map((count) => messageText(language, 'codeUnknownLead', { count }))
    assert.deepEqual(said.slice(0, 4), ['1 dzień', '3 dni', '5 dni!', '1,5 dnia'])
    assert.match(said[4] ?? '', /^12\s345 dni!$/)
  })
})

describe('the options of languages', () => {
  const start = (options: Partial<LatchkeyOptions>) =>
    latchkey({
      providers: [github({ clientId: 'a', clientSecret: 'b' })],
      secret: 'k'.repeat(32),
      ...options,
    })

  test('are accepted where they can be followed', () => {
    for (const options of [
      { language: 'de' },
      { language: () => 'de' },
      { languages: ['de', 'en-GB'] },
      { messages: { cy: { signIn: 'Mewngofnodi' } }, language: 'cy' },
      { messages: { 'PT-pt': async () => ({ signIn: 'Iniciar sessão' }) }, languages: ['pt-PT'] },
    ]) {
      assert.doesNotThrow(() => start(options))
    }
  })

  test('are refused at start where they cannot, with what was found', () => {
    refusedWith(() => start({ language: 'tlh' }), /language: "tlh" is not at hand\. At hand: en, ar, cs/)
    refusedWith(() => start({ languages: [] }), /languages must name/)
    refusedWith(() => start({ languages: ['en', 'xx-'] }), /languages: "xx-"/)
    refusedWith(
      () => start({ languages: ['en'], language: 'de' }),
      /language: "de" is not at hand. At hand: en\./,
    )
    refusedWith(() => start({ language: 5 as never }), /language must be/)
    refusedWith(() => start({ messages: { 'not a tag': {} } }), /"not a tag" is no language tag/)
    refusedWith(
      () => start({ messages: { de: { signInn: 'x' } as never } }),
      /messages\.de: signInn is no sentence/,
    )
    refusedWith(() => start({ messages: { de: { continueAs: 'Weiter' } } }), /\{name\}/)
    refusedWith(() => start({ messages: { de: { signIn: 5 } as never } }), /must be a text/)
    refusedWith(() => start({ messages: { de: null as never } }), /no table of sentences/)
  })
})
