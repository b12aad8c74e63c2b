// The head of a page, whatever asks for it: what a router in the browser fetches by script belongs to a page nevertheless, and so does
// a form that is posted to it.
import type { RequestHead } from '../latchkey.ts'

/** By these a refusal would know a script. */
const ofScripts: ReadonlySet<string> = new Set(['sec-fetch-dest', 'x-requested-with'])

/** `target` is where a sign-in leads back to. */
export function pageHead(target: string, headers: Pick<Headers, 'get'>, method = 'GET'): RequestHead {
  const get = (name: string) => (ofScripts.has(name) ? null : headers.get(name))
  return { method, target, headers: { get: (name) => (name === 'accept' ? 'text/html' : get(name)) } }
}
