// Turns a User-Agent header (RFC 9110 §10.1.5) into "Firefox on Linux", so that people recognize their own browsers in the list of
// sessions. Only a hint: any client can send any value.
import { plainText } from './plain-text.ts'

// The first match is the name: browsers also send the names of the browsers that they descend from.
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPT|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** What the header names; null for what is missing. */
export interface KnownUserAgent {
  readonly browser: string | null
  readonly system: string | null
  /** The product that a tool names first, such as `curl` in `curl/8.5.0`. */
  readonly product: string | null
}

/** A few words for the header's value: "Chrome on Android", "curl", or "Unknown browser". */
export function describeUserAgent(userAgent: string | null): string {
  const { browser, system, product } = readUserAgent(userAgent)
  if (browser !== null && system !== null) return `${browser} on ${system}`
  if (browser !== null) return browser
  if (system !== null) return `A browser on ${system}`
  return product ?? 'Unknown browser'
}

export function readUserAgent(userAgent: string | null): KnownUserAgent {
  const text = plainText(userAgent ?? '', 512)
  return {
    browser: nameIn(text, browsers),
    system: nameIn(text, systems),
    product: text.match(/^[A-Za-z][A-Za-z0-9 ._-]{0,29}(?=\/|$)/)?.[0] ?? null,
  }
}

function nameIn(text: string, names: readonly (readonly [RegExp, string])[]): string | null {
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? null
}
