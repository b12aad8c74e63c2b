// Rules for every page, whatever its view contains.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageFrame } from '../../../src/contracts/pages.ts'
import { defaultPages } from '../../../src/pages/index.ts'
import { forms, headingLevels, tags, text } from './read-html.ts'
import * as sample from './sample-views.ts'

// Ends every quotation and comment, opens a tag, reverses the text direction, and contains a NUL.
const hostile = '"><script>alert(1)</script>\' onclick=x \u202egnp.exe\u0000--><b>'
const bareFrame: PageFrame = { ...sample.frame, siteName: null }

const ordinary: Record<string, () => Promise<string>> = {
  signIn: async () => defaultPages.signIn(sample.signInView),
  'signIn, signed in': async () =>
    defaultPages.signIn({
      ...sample.signInView,
      signedInAs: 'Alex',
      continueHref: '/',
      notice: 'Please sign in.',
    }),
  account: async () => defaultPages.account(sample.accountView),
  'account, not fresh': async () =>
    defaultPages.account({ ...sample.accountView, isFresh: false, confirm: sample.google }),
  signedOut: async () => defaultPages.signedOut(sample.signedOutView),
  deletionStatus: async () => defaultPages.deletionStatus(sample.deletionStatusView),
  error: async () => defaultPages.error(sample.errorView),
  'error, in development': async () => defaultPages.error(sample.developerErrorView),
  linkOffer: async () => defaultPages.linkOffer(sample.linkOfferView),
  linkConfirm: async () => defaultPages.linkConfirm(sample.linkConfirmView),
  clientConfirm: async () => defaultPages.clientConfirm(sample.clientConfirmView),
  deviceCode: async () => defaultPages.deviceCode({ ...sample.deviceCodeView, notice: 'Look again.' }),
  deviceConfirm: async () => defaultPages.deviceConfirm(sample.deviceConfirmView),
  deviceDone: async () => defaultPages.deviceDone(sample.deviceDoneView),
  'deviceDone, refused': async () => defaultPages.deviceDone({ ...sample.deviceDoneView, isAllowed: false }),
}

const withNulls: Record<string, () => Promise<string>> = {
  signIn: async () => defaultPages.signIn({ ...sample.signInView, frame: bareFrame, providers: [] }),
  account: async () =>
    defaultPages.account({
      ...sample.accountView,
      frame: bareFrame,
      user: { name: null, email: null, picture: null },
      accounts: [],
      sessions: [{ ...sample.thisSession, userAgent: null, clientAddress: null }],
      linkable: [],
    }),
  'account, without a store': async () =>
    defaultPages.account({ ...sample.accountView, accounts: [], sessions: [], linkable: [] }),
  'account, nothing to confirm with': async () =>
    defaultPages.account({ ...sample.accountView, isFresh: false, confirm: null }),
  error: async () => defaultPages.error({ ...sample.errorView, retry: null, frame: bareFrame }),
  'error, in development': async () =>
    defaultPages.error({
      ...sample.errorView,
      developer: {
        cause: null,
        inspectHref: null,
        explanation: 'Why.',
        detail: null,
        causes: [],
        values: [],
        consoleUrl: null,
      },
    }),
  clientConfirm: async () =>
    defaultPages.clientConfirm({
      ...sample.clientConfirmView,
      frame: bareFrame,
      user: { name: null, email: null },
    }),
  deviceConfirm: async () =>
    defaultPages.deviceConfirm({ ...sample.deviceConfirmView, user: { name: null, email: 'a@b.example' } }),
  linkConfirm: async () =>
    defaultPages.linkConfirm({ ...sample.linkConfirmView, user: { name: null, email: null } }),
}

/** Replaces every string in the value, except those that the application itself guarantees. */
function poisoned<T>(value: T): T {
  const trusted = new Set(['id', 'brand', 'stylesheetHref', 'language', 'scheme'])
  if (typeof value === 'string') return hostile as T
  if (Array.isArray(value)) return value.map(poisoned) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, trusted.has(key) ? inner : poisoned(inner)]),
  ) as T
}

const poisonedPages: Record<string, () => Promise<string>> = {
  signIn: async () =>
    defaultPages.signIn(poisoned({ ...sample.signInView, signedInAs: 'x', continueHref: '/', notice: 'x' })),
  account: async () => defaultPages.account(poisoned({ ...sample.accountView, notice: 'x' })),
  deletionStatus: async () => defaultPages.deletionStatus(poisoned({ ...sample.deletionStatusView })),
  signedOut: async () => defaultPages.signedOut(poisoned({ ...sample.signedOutView, notice: 'x' })),
  error: async () => defaultPages.error(poisoned(sample.developerErrorView)),
  linkOffer: async () => defaultPages.linkOffer(poisoned(sample.linkOfferView)),
  linkConfirm: async () => defaultPages.linkConfirm(poisoned(sample.linkConfirmView)),
  clientConfirm: async () => defaultPages.clientConfirm(poisoned(sample.clientConfirmView)),
  deviceConfirm: async () => defaultPages.deviceConfirm(poisoned(sample.deviceConfirmView)),
  deviceDone: async () => defaultPages.deviceDone(poisoned(sample.deviceDoneView)),
}

const all = [ordinary, withNulls, poisonedPages].flatMap((set) => Object.entries(set))

describe('every page', () => {
  test('is a document with a language, a title, one main landmark and one stylesheet', async () => {
    for (const [name, draw] of all) {
      const html = await draw()
      assert.equal(typeof html, 'string', name)
      assert.ok(html.startsWith('<!doctype html>\n<html lang="en" dir="ltr">'), name)
      assert.match(html, /<title>[^<]+<\/title>/, name)
      assert.match(html, /<meta name="viewport" content="width=device-width, initial-scale=1">/, name)
      const found = tags(html)
      assert.equal(found.filter((tag) => tag.name === 'main').length, 1, name)
      assert.equal(found.filter((tag) => tag.name === 'header').length, 1, name)
      assert.deepEqual(
        found.filter((tag) => tag.name === 'link').map((tag) => tag.attributes),
        [{ rel: 'stylesheet', href: '/auth/latchkey.css?v=1' }],
        name,
      )
    }
  })

  test('has no script, no inline handler, no inline style and nothing from elsewhere', async () => {
    for (const [name, draw] of all) {
      for (const { name: tag, attributes } of tags(await draw())) {
        assert.ok(
          !['script', 'style', 'iframe', 'img', 'object', 'embed', 'base', 'b'].includes(tag),
          `${name}: ${tag}`,
        )
        for (const attribute of Object.keys(attributes)) {
          assert.doesNotMatch(attribute, /^(on|style$|src|srcset$|formaction$)/i, `${name}: ${tag}`)
        }
      }
    }
  })

  test('sends every form by POST, with one button that has words', async () => {
    for (const [name, draw] of all) {
      for (const form of forms(await draw())) {
        // The form for a device's code only looks it up; the page that it opens has a form of its own.
        assert.equal(form.method, name === 'deviceCode' ? 'get' : 'post', name)
        assert.ok(form.action, name)
        assert.equal(form.buttons.length, 1, name)
        assert.match(form.buttons[0] ?? '', /\p{L}/u, name)
      }
    }
  })

  test('has one first-level heading and skips no level', async () => {
    for (const [name, draw] of all) {
      const levels = headingLevels(await draw())
      assert.equal(levels[0], 1, name)
      assert.equal(levels.filter((level) => level === 1).length, 1, name)
      for (const [index, level] of levels.entries()) {
        assert.ok(level <= (levels[index - 1] ?? 0) + 1, `${name}: ${levels}`)
      }
    }
  })

  test('says nothing of null, undefined, objects or promises', async () => {
    for (const [name, draw] of [...Object.entries(ordinary), ...Object.entries(withNulls)]) {
      assert.doesNotMatch(await draw(), /\bnull\b|undefined|\[object|NaN|>false<|>true</, name)
    }
  })

  test('never contains the words that mark the protected page (docs/routes.md)', async () => {
    for (const [name, draw] of all) assert.doesNotMatch(await draw(), /Your profile/i, name)
  })
})

describe('F10 a hostile name', () => {
  test('is shown as text, without NUL and without turning the text around it', async () => {
    for (const [name, draw] of Object.entries(poisonedPages)) {
      const html = await draw()
      assert.ok(text(html).includes('"><script>alert(1)</script>'), name)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the test asserts that these characters are absent
      assert.doesNotMatch(text(html), /[\u0000\u202a-\u202e\u2066-\u2069]/, name)
    }
  })

  test('is bounded', async () => {
    const name = 'a'.repeat(1_000_000)
    const html = await defaultPages.account({
      ...sample.accountView,
      user: { name, email: name, picture: null },
    })
    assert.ok(html.length < 10_000)
  })

  test('in a right-to-left script is kept whole and isolated', async () => {
    const html = await defaultPages.linkConfirm({
      ...sample.linkConfirmView,
      user: { name: 'نور', email: 'nur@example.com' },
    })
    assert.ok(html.includes('<bdi>نور</bdi> (<bdi>nur@example.com</bdi>)'))
  })
})
