// The exchange over any `fetch`: the runtime's, or one that the application provides.

import { readBytes } from '../web/read-bytes.ts'
import { type Exchange, isTransferHeader, OutboundError } from './exchange.ts'

/** Makes an exchange that uses this `fetch`. */
export function exchangeOverFetch(fetch: typeof globalThis.fetch): Exchange {
  return async ({ url, method, headers, body }, { maxBytes, signal }) => {
    const response = await fetch(url.href, { method, headers, body, signal, redirect: 'manual' })
    // Browsers hide a redirect that is not followed (Fetch §2.2.6), so nothing can be read from it.
    if (response.status < 200 || response.status > 599) throw new OutboundError('network', url)
    const read = await readBytes(response, maxBytes)
    if (read === null) throw new OutboundError('too-large', url)
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => !isTransferHeader(name)),
      body: read,
    }
  }
}
