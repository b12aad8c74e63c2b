// Buttons in a provider's own color are readable, whatever the color.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brandOf } from '../../../../src/providers/definition/brand-of.ts'

test('the text is black on light colors and white on dark ones', () => {
  assert.equal(brandOf('#ffe812', 'K').light.text, '#000000')
  assert.equal(brandOf('#1877f2', 'F').light.text, '#000000')
  assert.equal(brandOf('#0a3d62', 'X').light.text, '#ffffff')
})

test('a letter is drawn as a stroke, a path as it is', () => {
  assert.match(brandOf('#000000', 'A').icon, /^<svg [^<>]*><g [^<>]*><path d="M7 18[^"]*" fill="none"/)
  assert.match(brandOf('#000000', 'M0 0h24v24H0z').icon, /<path d="M0 0h24v24H0z" fill="currentColor"\/>/)
})
