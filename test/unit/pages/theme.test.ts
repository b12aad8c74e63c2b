// The theme in the stylesheet and on the pages.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { defaultPages, stylesheet, stylesheetFor } from '../../../src/pages/index.ts'
import { readTheme } from '../../../src/setup/read-theme.ts'
import { tags } from './read-html.ts'
import { brands, signInView } from './sample-views.ts'

const google = { id: 'google', brand: brands.google }

describe('a theme', () => {
  test('changes nothing where none is given', () => {
    const [bare, without] = [stylesheetFor([google]), stylesheetFor([google], readTheme())]
    assert.equal(without.replaceAll(/\n+/g, '\n'), bare.replaceAll(/\n+/g, '\n'))
  })

  test('stands after the pages’ own rules, each scheme in its place', () => {
    const css = stylesheetFor(
      [google],
      readTheme({ light: { accent: '#0b6e4f' }, dark: { accent: '#7ee0b8' }, radius: '2px' }),
    )
    const rules = css.slice(stylesheet.length)
    assert.match(rules, /:root \{ --radius: 2px \}/)
    assert.match(rules, /^:root \{ --ground: #faf9f7;.*--accent: #0b6e4f;/m)
    assert.match(rules, /@media \(prefers-color-scheme: dark\) \{\n:root \{.*--accent: #7ee0b8;/)
  })

  test('of one scheme holds for every reader, brands included', () => {
    const css = stylesheetFor([google], readTheme({ scheme: 'dark' })).slice(stylesheet.length)
    assert.doesNotMatch(css, /@media/)
    assert.match(css, /:root \{ color-scheme: dark \}/)
    assert.match(css, /:root \{ --ground: #141413/)
    assert.match(css, /--provider-background: #131314/)
    assert.doesNotMatch(css, /--provider-background: #ffffff/)
  })

  test('brings its font from the application’s own origin, before the fonts of the device', () => {
    const css = stylesheetFor([], readTheme({ font: 'Inter', fontFile: '/fonts/inter.woff2' }))
    assert.match(css, /@font-face \{ font-family: "Inter"; src: url\("\/fonts\/inter\.woff2"\)/)
    assert.match(css, /--sans: "Inter", var\(--fallback-sans\)/)
  })

  test('shows its logo in the place of the name, with the name for those who do not see it', async () => {
    const draw = async (
      logo: { href: string; darkHref: string },
      scheme: 'auto' | 'light' | 'dark' = 'auto',
    ) => tags(await defaultPages.signIn({ ...signInView, frame: { ...signInView.frame, logo, scheme } }))
    const one = await draw({ href: '/logo.svg', darkHref: '/logo.svg' })
    assert.deepEqual(
      one.filter(({ name }) => name === 'img').map(({ attributes }) => attributes),
      [{ class: 'logo', src: '/logo.svg', alt: 'Harbour Library' }],
    )
    const both = await draw({ href: '/logo.svg', darkHref: '/dark.svg' })
    assert.deepEqual(
      both.filter(({ name }) => name === 'source').map(({ attributes }) => attributes),
      [{ srcset: '/dark.svg', media: '(prefers-color-scheme: dark)' }],
    )
    const dark = await draw({ href: '/logo.svg', darkHref: '/dark.svg' }, 'dark')
    assert.equal(dark.find(({ name }) => name === 'img')?.attributes.src, '/dark.svg')
    assert.equal(
      dark.find(({ attributes }) => attributes.name === 'color-scheme')?.attributes.content,
      'dark',
    )
  })
})
