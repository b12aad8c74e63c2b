// The error for a cross-site request, with the expected and the received origin, so that a developer with a proxy, a tunnel or
// https in development sees which of the two to change.
import { LatchkeyError } from '../../errors.ts'
import { isLoopbackHostname } from '../../web/loopback.ts'
import { plainText } from '../../web/plain-text.ts'
import type { Place } from './place.ts'

const MOST_CHARACTERS = 100

const ANOTHER_SITE =
  'The front end is named in ORIGINS, and stands on another site than this server: browsers send it none of our cookies (SameSite=Lax), so sign-in would not work there. Put both below one domain (app.example.com and api.example.com), let the front end proxy this server, or use tokens instead of cookies (docs/front-ends.md).'

/** Returns the error. Callers explain in a comment why they throw it; its detail names the received headers. */
export function crossSite(
  headers: Headers,
  { origin }: Place,
  { isFrontEnd = false }: { readonly isFrontEnd?: boolean } = {},
): LatchkeyError {
  const received = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const came = `Expected Origin ${origin}; received ${shown('Origin', received)} and ${shown('Sec-Fetch-Site', site)}.`
  return new LatchkeyError('request_cross_site', {
    detail: `${came} ${isFrontEnd ? ANOTHER_SITE : remedyFor({ received, site, expected: origin })}`,
    sentence: isForeign(received, origin)
      ? {
          name: 'request_cross_site_named',
          values: { received: plainText(received, MOST_CHARACTERS), expected: origin },
        }
      : undefined,
  })
}

/**
 * Whether the browser uses another loopback name of this place, such as `127.0.0.1` for `localhost`. The two names do not share
 * cookies, so no login may begin there, but the person can be redirected to the right name.
 */
export function isLoopbackTwin(headers: Headers, { origin, isLoopback, hostname }: Place): boolean {
  const received = headers.get('origin')
  if (!isLoopback || received === null || !URL.canParse(received)) return false
  if ((headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin') return false
  const there = new URL(received)
  const here = new URL(origin)
  const isTwin = there.protocol === here.protocol && there.port === here.port && there.hostname !== hostname
  return isTwin && isLoopbackHostname(there.hostname)
}

function isForeign(received: string | null, expected: string): received is string {
  return received !== null && received !== 'null' && received !== expected
}

function shown(name: string, value: string | null): string {
  return value === null ? `no ${name}` : `${name}: ${plainText(value, MOST_CHARACTERS)}`
}

function remedyFor({
  received,
  site,
  expected,
}: {
  readonly received: string | null
  readonly site: string | null
  readonly expected: string
}): string {
  if (isForeign(received, expected)) {
    return 'If that is where browsers open this application, set ORIGIN to it; a proxy must leave the header as it came (docs/addresses.md). If it is a front end of this application on an origin of its own, name it in ORIGINS (docs/front-ends.md).'
  }
  if (site !== null) return 'The page that sent it is not one of this origin, as the browser says.'
  if (received === 'null') {
    return 'A page with Referrer-Policy: no-referrer (the default of helmet) hides its origin, and this browser sends no Sec-Fetch-Site: send Referrer-Policy: same-origin instead.'
  }
  return 'Browsers send at least one of them with a form: a proxy strips both, or a program must send Origin.'
}
