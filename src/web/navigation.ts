// The rule for a GET that starts, ends or changes something: it must come from a person who opens a page. Images, frames, scripts
// and routers that prefetch send the person's cookies too, and the markup of any page can cause such requests
// (Fetch Metadata §2; CVE-2015-9284).

/**
 * What the headers of a GET show. `proven`: the browser states that a page is opened in a tab. `other`: a header shows that the
 * request is something else. `unsaid`: the client sends no Fetch Metadata, as old browsers and programs do.
 */
export type Navigation = 'proven' | 'other' | 'unsaid'

/** Where the page may be opened: only in a tab, or also in a frame. */
export type NavigationTarget = 'document' | 'frame'

/** Headers of browsers that only prefetch (Fetch §2.2.5, `Sec-Purpose`), and older spellings. */
const PURPOSES = ['sec-purpose', 'x-sec-purpose', 'purpose', 'x-purpose', 'x-moz', 'x-middleware-prefetch']

/**
 * Headers that only scripts of a page add: Next, Remix, Inertia, Turbo, htmx, Unpoly, pjax and speculation rules. A
 * browser that opens a page sends none of them.
 */
const SCRIPTED = [
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-router-state-tree',
  'next-action',
  'rsc',
  'x-nextjs-data',
  'x-remix-request',
  'x-inertia',
  'turbo-frame',
  'x-turbo-request-id',
  'hx-request',
  'hx-preloaded',
  'x-up-version',
  'x-pjax',
  'sec-speculation-tags',
]

const DESTINATIONS: Readonly<Record<NavigationTarget, readonly string[]>> = {
  document: ['document'],
  frame: ['document', 'iframe', 'frame'],
}

/** Classifies a request by its headers. A missing header proves nothing and disproves nothing. */
export function navigationOf(headers: Headers, target: NavigationTarget = 'document'): Navigation {
  if (isPrefetch(headers) || isScripted(headers)) return 'other'
  const mode = headers.get('sec-fetch-mode')
  const destination = headers.get('sec-fetch-dest')
  // Fetch Metadata §2.4: sent only for a user's action, and then always as `?1`.
  if ((headers.get('sec-fetch-user') ?? '?1') !== '?1') return 'other'
  if (mode !== null && mode !== 'navigate') return 'other'
  if (destination !== null && !DESTINATIONS[target].includes(destination)) return 'other'
  return mode !== null && destination !== null ? 'proven' : 'unsaid'
}

function isScripted(headers: Headers): boolean {
  // Android's web views send this header with the name of their application when they open a page.
  const isScript = headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest'
  return isScript || SCRIPTED.some((name) => headers.has(name))
}

/** Whether a browser or a page's router only prefetches: such a request must not start, use up or end anything. */
export function isPrefetch(headers: Headers): boolean {
  return PURPOSES.some((name) => {
    const purpose = headers.get(name)?.toLowerCase() ?? ''
    return /prefetch|prerender|preview|preload|^1$/.test(purpose)
  })
}
