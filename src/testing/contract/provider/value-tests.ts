// Provider contract: a provider is a frozen value that can be moved to another address, and has a readable button.
import assert from 'node:assert/strict'
import type { Provider } from '../../../contracts/provider.ts'
import type { ProviderFixture } from '../../../contracts/provider-fixture.ts'
import type { RegisterTest } from '../test-runner.ts'
import { base } from './served-fixture.ts'

export function valueTests(test: RegisterTest, provider: Provider, fixture: ProviderFixture): void {
  test('is called as its fixture is', () => assert.equal(provider.kind, fixture.kind))

  test('is frozen to the ground', () => assertFrozen(provider, 'provider'))

  test('at() is the same provider with all its options somewhere else', () => {
    const moved = provider.at({ baseUrl: 'https://else.example', issuer: 'https://issuer.else.example' })
    assert.equal(moved.issuer, 'https://issuer.else.example')
    assert.ok(!JSON.stringify(moved).includes(base), 'nothing of the old place is left')
    const placed = new Set<string>(placeDependent)
    for (const [name, value] of Object.entries(provider)) {
      if (placed.has(name)) continue
      const there = moved[name as keyof Provider]
      assertAlike(value, there, name)
    }
    // And back: moving twice does not accumulate addresses.
    const back = moved.at({ baseUrl: base, issuer: provider.issuer })
    assert.deepEqual(back.endpoints, provider.endpoints)
    assert.equal(back.apiBaseUrl, provider.apiBaseUrl)
    assert.deepEqual(back.apiOrigins, provider.apiOrigins)
  })

  test('sends access tokens to declared origins only', () => {
    const { apiBaseUrl } = provider
    assert.ok(apiBaseUrl === undefined || provider.apiOrigins.includes(new URL(apiBaseUrl).origin))
    for (const origin of provider.apiOrigins) assert.equal(new URL(origin).origin, origin)
  })

  test('has an icon of plain shapes that no screen reader reads', () => {
    const { icon } = provider.brand
    assert.match(icon, /^<svg [^>]*viewBox="0 0 \d+ \d+"[^>]*>.*<\/svg>$/)
    assert.match(icon, /^<svg [^>]*aria-hidden="true"[^>]*focusable="false"/)
    assert.doesNotMatch(icon, /<(?:script|style|use|image|a|title)\b|\s(?:id|class|style|href|on\w+)=|url\(/i)
  })

  for (const theme of ['light', 'dark'] as const) {
    test(`has a ${theme} button that can be read (WCAG 2.2 §1.4.3)`, () => {
      const { background, text } = provider.brand[theme]
      assert.ok(contrast(background, text) >= 4.5, `${background} on ${text}: ${contrast(background, text)}`)
    })
  }
}

/** The properties that depend on the address. */
const placeDependent = [
  'issuer',
  'endpoints',
  'metadataUrl',
  'backchannelUrl',
  'apiBaseUrl',
  'apiOrigins',
  'consoleUrl',
] as const satisfies readonly (keyof Provider)[]

/** Asserts that both are equal, except that functions may be new ones and origins depend on the address. */
function assertAlike(here: unknown, there: unknown, path: string): void {
  if (typeof here === 'function') {
    assert.equal(typeof there, 'function', path)
  } else if (typeof here === 'object' && here !== null) {
    assert.ok(typeof there === 'object' && there !== null, path)
    assert.deepEqual(Object.keys(there), Object.keys(here), path)
    for (const [key, inner] of Object.entries(here)) {
      assertAlike(inner, (there as Readonly<Record<string, unknown>>)[key], `${path}.${key}`)
    }
  } else if (!(typeof here === 'string' && URL.parse(base)?.origin === here)) {
    assert.equal(there, here, path)
  }
}

function assertFrozen(value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null) return
  assert.ok(Object.isFrozen(value), `${path} is frozen`)
  for (const [key, inner] of Object.entries(value)) assertFrozen(inner, `${path}.${key}`)
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
