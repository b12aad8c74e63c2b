// Pages in Arabic and Hebrew: the document's direction, parts that keep their own, and no left or right in the stylesheet.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PageFrame } from '../../../src/contracts/pages.ts'
import { messages } from '../../../src/languages/ar.ts'
import { completeMessages } from '../../../src/languages/speaking/create-languages.ts'
import { defaultPages, stylesheet } from '../../../src/pages/index.ts'
import * as sample from './sample-views.ts'

const frame: PageFrame = {
  ...sample.frame,
  language: { tag: 'ar', direction: 'rtl', locale: 'ar', messages: completeMessages(messages) },
}

describe('pages from right to left', () => {
  test('say so in the document', async () => {
    const html = await defaultPages.signIn({ ...sample.signInView, frame })
    assert.match(html, /<html lang="ar" dir="rtl">/)
    assert.match(html, /<span class="verb">المتابعة باستخدام <\/span>Google/)
  })

  test('keep addresses, codes and what is for developers from left to right', async () => {
    const account = await defaultPages.account({ ...sample.accountView, frame })
    assert.match(account, /<bdi dir="ltr">203\.0\.113\.7<\/bdi>/)
    const deletion = await defaultPages.deletionStatus({ ...sample.deletionStatusView, frame })
    assert.match(deletion, /<bdi dir="ltr">0123456789abcdefghjkmnpqrs<\/bdi>/)
    const error = await defaultPages.error({
      ...sample.developerErrorView,
      frame: { ...frame, developmentNotice: 'Development.' },
    })
    assert.match(error, /class="developer"[^>]* lang="en" dir="ltr"/)
    assert.match(error, /class="development-notice"[^>]* lang="en" dir="ltr"/)
  })

  test('write a device in the direction of the sentence, and not of the first name in it', async () => {
    const sessions = [{ ...sample.thisSession, device: 'Firefox على Linux' }]
    const html = await defaultPages.account({ ...sample.accountView, frame, sessions })
    assert.match(html, /<bdi dir="rtl">Firefox على Linux<\/bdi>/)
  })

  test('are laid out by logical properties alone', () => {
    const physical =
      /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right)\b|(?:left|right)\s*:|text-align:\s*(?:left|right)|float\s*:)/
    assert.doesNotMatch(stylesheet, physical)
    assert.match('.x { margin-left: 1px }', physical)
  })
})
