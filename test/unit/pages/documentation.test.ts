// The code in docs/pages.md compiles and runs.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { Pages } from '../../../src/contracts/pages.ts'
import { defaultPages } from '../../../src/pages/index.ts'
import { ownSignInPage } from './own-sign-in-page.ts'
import { forms, text } from './read-html.ts'
import { signInView } from './sample-views.ts'

const documentation = readFileSync(new URL('../../../docs/pages.md', import.meta.url), 'utf8')

describe('docs/pages.md', () => {
  test('shows the example to the letter', () => {
    const example = readFileSync(new URL('./own-sign-in-page.ts', import.meta.url), 'utf8')
    assert.ok(documentation.includes(`\`\`\`ts\n${example}\`\`\``))
  })

  test('has an example that draws a sign-in page', async () => {
    const pages: Partial<Pages> = { signIn: ownSignInPage }
    const html = (await pages.signIn?.({ ...signInView, notice: '<b>' })) ?? ''
    assert.equal(typeof html, 'string')
    assert.deepEqual(
      forms(html).map(({ method, buttons }) => [method, buttons[0]]),
      [
        ['post', 'Weiter mit Google'],
        ['post', 'Weiter mit GitHub'],
        ['post', 'Weiter mit Facebook'],
      ],
    )
    assert.ok(text(html).includes('<b>'))
  })

  test('names every page', () => {
    for (const name of Object.keys(defaultPages)) assert.ok(documentation.includes(`| \`${name}\` |`), name)
  })
})
