import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stylesheet, stylesheetFor, stylesheetVersion, versionOf } from '../../../src/pages/index.ts'
import { brands } from './sample-views.ts'

const google = { id: 'google', brand: brands.google }

/** The custom properties of each scheme; the dark ones override some of the light ones. */
function tokens(): { light: Map<string, string>; dark: Map<string, string> } {
  const [light = '', dark = ''] = stylesheet.match(/:root \{[^}]*\}/g) ?? []
  const read = (block: string) => [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)]
  const pairs = (block: string) => read(block).map(([, name = '', color = '']) => [name, color] as const)
  return { light: new Map(pairs(light)), dark: new Map([...pairs(light), ...pairs(dark)]) }
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe('the stylesheet', () => {
  test('has colours of contrast AA in light and dark', () => {
    const texts = [
      ['text', 'ground'],
      ['text', 'surface'],
      ['text', 'tint'],
      ['muted', 'ground'],
      ['muted', 'surface'],
      ['muted', 'tint'],
      ['accent', 'ground'],
      ['accent', 'surface'],
      ['notice-text', 'notice-ground'],
    ]
    for (const [scheme, colors] of Object.entries(tokens())) {
      const of = (name = '') => colors.get(name) ?? assert.fail(`no colour ${name}`)
      for (const [text, ground] of texts) {
        const ratio = contrast(of(text), of(ground))
        assert.ok(ratio >= 4.5, `${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)}`)
      }
      // WCAG 2.2 §1.4.11: the contrast of a control's border.
      for (const ground of ['ground', 'surface']) {
        const ratio = contrast(of('control-line'), of(ground))
        assert.ok(ratio >= 3, `${scheme}: control-line on ${ground} is ${ratio.toFixed(2)}`)
      }
    }
  })

  test('asks for nothing from elsewhere', () => {
    assert.doesNotMatch(stylesheet, /url\(|@import|https?:/)
  })

  test('moves nothing for those who asked for less motion', () => {
    const outside = stylesheet.replace(/@media \(prefers-reduced-motion: no-preference\) \{[^}]*\}\s*\}/, '')
    assert.doesNotMatch(outside, /transition|animation/)
  })

  test('gains a class for each provider, in light and dark', () => {
    const css = stylesheetFor([google])
    assert.ok(css.startsWith(stylesheet))
    const [light, dark] = css.match(/\.provider-google \{[^}]*\}/g) ?? []
    assert.match(
      light ?? '',
      /--provider-background: #ffffff; --provider-text: #1f1f1f; --provider-border: #747775/,
    )
    assert.match(
      dark ?? '',
      /--provider-background: #131314; --provider-text: #e3e3e3; --provider-border: #8e918f/,
    )
  })

  test('refuses a colour or an id that would be more than one, and accepts ordinary ones', () => {
    const withColor = (background: string) => {
      const brand = { ...brands.google, light: { ...brands.google.light, background } }
      return () => stylesheetFor([{ id: 'google', brand }])
    }
    for (const color of ['#fff', 'white', 'rgb(1, 2, 3)', 'hsl(210, 50%, 40%)', 'oklch(40.1% 0.12 21.57)']) {
      assert.doesNotThrow(withColor(color), color)
    }
    for (const color of [
      '',
      'red; position: fixed',
      'red } body { display: none',
      'url("//elsewhere")',
      '</style>',
    ]) {
      assert.throws(withColor(color), TypeError, color)
    }
    assert.throws(() => stylesheetFor([{ id: 'a b', brand: brands.google }]), TypeError)
  })

  test('has a version that changes with its bytes', () => {
    assert.match(stylesheetVersion, /^[a-z0-9]+$/)
    assert.equal(versionOf(stylesheet), stylesheetVersion)
    assert.notEqual(versionOf(stylesheetFor([google])), stylesheetVersion)
    assert.notEqual(versionOf('a'), versionOf('b'))
  })
})
