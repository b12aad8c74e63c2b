import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ownColors, type ThemeOptions } from '../../../src/contracts/theme.ts'
import { contrast } from '../../../src/setup/color-contrast.ts'
import { readTheme } from '../../../src/setup/read-theme.ts'
import { unreadablePairs } from '../../../src/setup/theme-palette.ts'
import { refusedWith } from '../languages/refused-with.ts'

const refuse = (theme: unknown, detail: RegExp) => refusedWith(() => readTheme(theme as ThemeOptions), detail)

describe('the theme', () => {
  test('is Latchkey’s own look where nothing is given', () => {
    assert.deepEqual(readTheme(), {
      scheme: 'auto',
      light: null,
      dark: null,
      radius: null,
      font: null,
      logo: null,
    })
    for (const palette of Object.values(ownColors)) assert.deepEqual(unreadablePairs(palette), [])
  })

  test('keeps what is given, and completes the rest so that it can be read', () => {
    const { light } = readTheme({ light: { background: '#FFF', accent: '#0b6e4f', primary: '#0b6e4f' } })
    assert.equal(light?.background, '#ffffff')
    assert.equal(light?.accent, '#0b6e4f')
    assert.equal(light?.primaryText, '#ffffff')
    assert.deepEqual(light && unreadablePairs(light), [])
  })

  test('finds readable colours beside any two that can be read together', () => {
    for (const [background, text] of [
      ['#001f3f', '#e6f0ff'],
      ['#fff8dc', '#3b2f00'],
      ['#000000', '#ffffff'],
      ['#ffffff', '#000000'],
      ['#767676', '#ffffff'],
      ['#ffffff', '#767676'],
    ] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        // At the minimum contrast, no color can be fainter than the text, so marks on a tint cannot reach theirs.
        const isAtTheLimit = contrast(background, text) < 5
        if (isAtTheLimit) continue
        const palette = readTheme({ [scheme]: { background, text } })[scheme]
        assert.deepEqual(palette && unreadablePairs(palette), [], `${text} on ${background}`)
      }
    }
  })

  test('is refused where its colours cannot be read together, each pair with its contrast', () => {
    refuse(
      { light: { text: '#777777', background: '#888888' } },
      /theme\.light \(THEME_LIGHT_…\) cannot be read: text #777777 on background #888888 has a contrast of 1\.\d\d and needs 4\.5/,
    )
    refuse({ dark: { accent: '#222222' } }, /accent #222222 on background #141413/)
    refuse(
      { light: { primary: '#ffffff', primaryText: '#eeeeee' } },
      /primaryText #eeeeee on primary #ffffff/,
    )
    refuse({ light: { border: '#f0f0f0' } }, /border #f0f0f0 on background .* needs 3/)
  })

  test('takes one colour for a colour, and nothing that ends a declaration', () => {
    for (const color of [
      'red',
      '#12345',
      '#1234567',
      'rgb(0,0,0)',
      '#fff;} body{display:none',
      '#fff/**/',
      'url(https://evil.example)',
      'var(--x)',
      '',
      5,
      null,
      ['#fff'],
      { toString: () => '#ffffff' },
    ]) {
      refuse(
        { light: { accent: color } },
        /theme\.light\.accent \(THEME_LIGHT_ACCENT\) must be a colour such as #2556c9/,
      )
    }
  })

  test('takes one length for the corners', () => {
    for (const [given, kept] of [
      ['0', '0px'],
      ['4px', '4px'],
      ['0.5rem', '0.5rem'],
      ['2rem', '2rem'],
    ]) {
      assert.equal(readTheme({ radius: given }).radius, kept)
    }
    for (const radius of ['4', '3rem', '33px', '-1px', '1em', '50%', '4px; color: red', 'calc(1px)', 4]) {
      refuse({ radius }, /theme\.radius \(THEME_RADIUS\) must be a length/)
    }
  })

  test('quotes the families of a font, but for those that CSS names itself', () => {
    assert.equal(
      readTheme({ font: `Inter, "Helvetica Neue", 'Źródło Sans', system-ui, sans-serif` }).font?.families,
      '"Inter", "Helvetica Neue", "Źródło Sans", system-ui, sans-serif',
    )
    for (const font of ['', 'Inter;', 'Inter, ', '"Inter', 'a"b', 'a\\b', 'a}b', '</style>', 5]) {
      refuse({ font }, /theme\.font \(THEME_FONT\) must be a list of families/)
    }
  })

  test('takes pictures and fonts of the application’s own origin only', () => {
    assert.deepEqual(readTheme({ logo: '/logo.svg', logoDark: '/logo-dark.svg?v=2' }).logo, {
      href: '/logo.svg',
      darkHref: '/logo-dark.svg?v=2',
    })
    assert.deepEqual(readTheme({ logo: '/logo.svg' }).logo?.darkHref, '/logo.svg')
    assert.deepEqual(readTheme({ font: 'Inter, serif', fontFile: '/fonts/inter.woff2' }).font?.file, {
      family: '"Inter"',
      href: '/fonts/inter.woff2',
    })
    for (const path of [
      'logo.svg',
      '//evil.example/x.svg',
      'https://evil.example/x.svg',
      '/a"b',
      '/a b',
      '/a)b',
      '/\\x',
      '',
    ]) {
      refuse({ logo: path }, /theme\.logo \(THEME_LOGO\) must be a path of this application/)
      refuse({ font: 'Inter', fontFile: path }, /theme\.fontFile \(THEME_FONT_FILE\) must be a path/)
    }
    refuse({ logoDark: '/x.svg' }, /logoDark needs theme\.logo/)
    refuse({ fontFile: '/x.woff2' }, /fontFile needs theme\.font/)
    refuse({ font: 'serif', fontFile: '/x.woff2' }, /must begin with the family of theme\.fontFile/)
  })

  test('has no options but these', () => {
    refuse({ colour: {} }, /theme has no option "colour"; it has light, dark/)
    refuse({ light: { acent: '#000' } }, /theme\.light has no option "acent"/)
    refuse({ scheme: 'sepia' }, /theme\.scheme must be/)
    refuse('dark', /theme must be an object/)
    refuse({ light: '#fff' }, /theme\.light must be an object/)
  })
})
