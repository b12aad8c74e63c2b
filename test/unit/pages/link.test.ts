import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultPages } from '../../../src/pages/index.ts'
import { forms, text } from './read-html.ts'
import { linkConfirmView, linkOfferView } from './sample-views.ts'

describe('guided linking', () => {
  test('offers the ways into the account that exists, and to keep the two apart', async () => {
    const html = await defaultPages.linkOffer(linkOfferView)
    assert.deepEqual(
      forms(html).map(({ action, buttons }) => [action, buttons[0]]),
      [
        ['/auth/login/github?returnTo=%2F', 'Continue with GitHub'],
        ['/auth/link/separate', 'Make a separate account'],
      ],
    )
    assert.ok(text(html).includes('Google alex@example.com'))
  })

  test('asks for an explicit yes, and says whose account it is', async () => {
    const html = await defaultPages.linkConfirm(linkConfirmView)
    assert.deepEqual(
      forms(html).map(({ action, buttons }) => [action, buttons[0]]),
      [
        ['/auth/link/yes', 'Yes, add it'],
        ['/auth/link/no', 'No, leave things as they are'],
      ],
    )
    assert.ok(text(html).includes('You are signed in as Alex Example (alex@example.com).'))
  })
})
