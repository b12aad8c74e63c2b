import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultPages } from '../../../src/pages/index.ts'
import { forms, tags, text } from './read-html.ts'
import { accountView, google, googleAccount, thisSession } from './sample-views.ts'

async function formsTo(action: string, view: typeof accountView = accountView) {
  return forms(await defaultPages.account(view)).filter((form) => form.action === action)
}

describe('the account page', () => {
  test('unlinks by a form with the account, whose button says which', async () => {
    assert.deepEqual(
      (await formsTo('/auth/account/unlink')).map(({ fields, buttons }) => [fields, buttons]),
      [
        [{ account: 'account-1' }, ['Unlink Google, alex@example.com']],
        [{ account: 'account-2' }, ['Unlink GitHub, alex-example']],
      ],
    )
  })

  test('keeps the only way to sign in, and says why', async () => {
    const view = { ...accountView, accounts: [{ ...googleAccount, canUnlink: false }] }
    assert.equal((await formsTo('/auth/account/unlink', view)).length, 0)
    assert.ok(text(await defaultPages.account(view)).includes('This is your only way to sign in'))
  })

  test('offers the providers that can be added', async () => {
    const [form] = await formsTo('/auth/account/link/facebook')
    assert.deepEqual(form?.buttons, ['Add Facebook'])
  })

  test('asks for a fresh sign-in in the place of linking and unlinking', async () => {
    const confirm = { ...google, action: '/auth/login/google?intent=confirm' }
    const view = { ...accountView, isFresh: false, confirm }
    assert.equal((await formsTo('/auth/account/unlink', view)).length, 0)
    assert.equal((await formsTo('/auth/account/link/facebook', view)).length, 0)
    assert.deepEqual((await formsTo(confirm.action, view))[0]?.buttons, ['Confirm with Google'])
  })

  test('ends other sessions one by one or together, and marks this browser', async () => {
    const one = await formsTo('/auth/account/end-session')
    assert.deepEqual(
      one.map(({ fields, buttons }) => [fields, buttons]),
      [[{ session: 'session-2' }, ['Sign out Safari on iPhone']]],
    )
    assert.equal((await formsTo('/auth/account/end-other-sessions')).length, 1)
    assert.ok(text(await defaultPages.account(accountView)).includes('Firefox on Linux This browser'))
    const alone = { ...accountView, sessions: [thisSession] }
    assert.equal((await formsTo('/auth/account/end-other-sessions', alone)).length, 0)
  })

  test('signs out', async () => {
    assert.deepEqual((await formsTo('/auth/logout'))[0]?.buttons, ['Sign out'])
  })

  test('shows initials in the place of a picture on another host', async () => {
    const html = await defaultPages.account(accountView)
    assert.ok(html.includes('<span class="avatar" aria-hidden="true">AE</span>'))
    assert.ok(!html.includes('pictures.example'))
  })

  test('gives each section the name of its heading', async () => {
    const found = tags(await defaultPages.account(accountView))
    const names = found
      .filter(({ name }) => name === 'section')
      .map(({ attributes }) => attributes['aria-labelledby'])
    const headings = found.filter(({ name }) => name === 'h2').map(({ attributes }) => attributes.id)
    assert.deepEqual(names, ['accounts', 'sessions'])
    assert.deepEqual(headings, names)
  })

  test('without a store has no lists to manage', async () => {
    const html = await defaultPages.account({ ...accountView, accounts: [], sessions: [], linkable: [] })
    assert.equal(tags(html).filter(({ name }) => name === 'section').length, 0)
    assert.deepEqual(
      forms(html).map((form) => form.action),
      ['/auth/logout'],
    )
  })
})
