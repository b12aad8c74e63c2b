// A sign-in page with many providers: the first few are large, the others are in a compact list, each with its own form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn } from '../../../src/pages/sign-in.ts'
import { button, frame } from './sample-views.ts'

const view = { frame, signedInAs: null, isConfirmation: false, continueHref: null, notice: null }

test('more than six providers: four large, the others compact, one form each in the given order', async () => {
  for (const [count, lists] of [
    [6, 1],
    [7, 2],
    [40, 2],
  ] as const) {
    const providers = Array.from({ length: count }, (_, at) =>
      button('github', `Provider ${at}`, `/auth/login/p${at}`),
    )
    const html = await signIn({ ...view, providers })
    assert.equal(html.match(/<ul class="providers/g)?.length, lists, `${count}`)
    const actions = [...html.matchAll(/action="([^"]+)"/g)].map(([, action]) => action)
    assert.deepEqual(
      actions,
      providers.map(({ action }) => action),
    )
  }
})
