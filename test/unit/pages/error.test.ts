import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { errorTable } from '../../../src/errors.ts'
import { defaultPages } from '../../../src/pages/index.ts'
import { tags, text } from './read-html.ts'
import { developerErrorView, errorView } from './sample-views.ts'

describe('the error page', () => {
  test('tells the person what happened, the reference, and the way on', async () => {
    const html = await defaultPages.error(errorView)
    assert.ok(text(html).includes(errorView.sentence))
    assert.ok(html.includes('<p class="reference">Reference <code>3f6c1d92a07b</code></p>'))
    assert.ok(
      html.includes('<a class="button primary" href="/auth/login?returnTo=%2Fprofile">Start again</a>'),
    )
  })

  test('always has a way on', async () => {
    const home = await defaultPages.error({ ...errorView, retry: null })
    assert.ok(home.includes('<a class="button primary" href="/">Back to the start</a>'))
  })

  test('has a heading for every code of the table that does not repeat its sentence', async () => {
    for (const [code, { status, forPerson }] of Object.entries(errorTable)) {
      const html = await defaultPages.error({ ...errorView, code, status, sentence: forPerson })
      const heading = text(html.match(/<h1>.*<\/h1>/)?.[0] ?? '')
      assert.match(heading, /\p{L}/u, code)
      assert.notEqual(`${heading}.`, forPerson, code)
    }
  })

  test('shows the developer’s panel in development, each value to the letter', async () => {
    const html = await defaultPages.error(developerErrorView)
    assert.ok(html.includes('<section class="developer" aria-labelledby="developer" lang="en" dir="ltr">'))
    assert.ok(
      html.includes('<dt>Redirect URI</dt><dd><code>http://localhost:3000/auth/callback/github</code></dd>'),
    )
    assert.equal(tags(html).filter(({ name }) => name === 'li').length, 2)
    assert.ok(html.includes('href="https://github.com/settings/developers"'))
  })

  test('shows neither code nor panel to the person', async () => {
    const html = await defaultPages.error(errorView)
    assert.ok(!html.includes('class="developer"'))
    assert.ok(!html.includes('attempt_expired'))
  })

  test('makes a link of nothing but http addresses', async () => {
    const developer = developerErrorView.developer
    assert.ok(developer)
    const html = await defaultPages.error({
      ...developerErrorView,
      developer: { ...developer, consoleUrl: 'javascript:alert(1)' },
    })
    assert.ok(!html.includes('javascript:'))
  })
})
