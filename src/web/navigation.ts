// The one rule for a GET that starts, ends or changes something: it must be a page that a person opens. Images, frames,
// scripts and routers that fetch ahead send the person's cookies too, and a page's markup alone can cause them
// (Fetch Metadata §2; CVE-2015-9284).

/**
 * What the headers of a GET say of it. `proven`: the browser says that a page is opened in a tab. `other`: something says
 * that it is none. `unsaid`: an old browser or a program, which send no Fetch Metadata.
 */
export type Navigation = 'proven' | 'other' | 'unsaid'

/** Where the page may be opened: in a tab, or in a frame too. */
export type NavigationTarget = 'document' | 'frame'

/** Headers by which browsers say that they only look ahead (Fetch §2.2.5, `Sec-Purpose`), and older spellings. */
const PURPOSES = ['sec-purpose', 'x-sec-purpose', 'purpose', 'x-purpose', 'x-moz', 'x-middleware-prefetch']

/**
 * Headers that only the scripts of a page add: Next, Remix, Inertia, Turbo, htmx, Unpoly, pjax and speculation rules. A
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

/** Reads what the headers say; a header that is missing proves nothing and disproves nothing. */
export function navigationOf(headers: Headers, target: NavigationTarget = 'document'): Navigation {
  if (isPrefetch(headers) || isScripted(headers)) return 'other'
  const mode = headers.get('sec-fetch-mode')
  const destination = headers.get('sec-fetch-dest')
  // Fetch Metadata §2.4: sent only where a person acted, and then always as `?1`.
  if ((headers.get('sec-fetch-user') ?? '?1') !== '?1') return 'other'
  if (mode !== null && mode !== 'navigate') return 'other'
  if (destination !== null && !DESTINATIONS[target].includes(destination)) return 'other'
  return mode !== null && destination !== null ? 'proven' : 'unsaid'
}

function isScripted(headers: Headers): boolean {
  // Android's web views name their application in this header when they open a page.
  const isScript = headers.get('x-requested-with')?.toLowerCase() === 'xmlhttprequest'
  return isScript || SCRIPTED.some((name) => headers.has(name))
}

/** Whether a browser or a page's router only looks ahead: such a request must not start, use up or end anything. */
export function isPrefetch(headers: Headers): boolean {
  return PURPOSES.some((name) => {
    const purpose = headers.get(name)?.toLowerCase() ?? ''
    return /prefetch|prerender|preview|preload|^1$/.test(purpose)
  })
}
