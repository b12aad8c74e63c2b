// The pages of the site, as `npm run docs` takes them from the repository's Markdown.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPages } from '../../../tools/site/pages.ts'

test('comments for this repository are no text of the site, and code keeps its own', () => {
  const pages = readPages()
  const prose = pages.map(({ source, markdown }) => ({
    source,
    text: markdown.replaceAll(/^```[\s\S]*?^```$/gm, ''),
  }))
  assert.deepEqual(
    prose.filter(({ text }) => /^<!--/m.test(text)).map(({ source }) => source),
    [],
  )
  assert.match(pages.find(({ source }) => source === 'docs/providers/README.md')?.markdown ?? '', /^# /)
})
