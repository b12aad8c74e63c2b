// The head of a request for a page, however it is made: a router that fetches by script, and a form that is posted, also ask for
// a page.
import type { RequestHead } from '../latchkey.ts'

/** Headers by which a refusal would recognize a script. */
const ofScripts: ReadonlySet<string> = new Set(['sec-fetch-dest', 'x-requested-with'])

/** `target` is the address that a sign-in leads back to. */
export function pageHead(target: string, headers: Pick<Headers, 'get'>, method = 'GET'): RequestHead {
  const get = (name: string) => (ofScripts.has(name) ? null : headers.get(name))
  return { method, target, headers: { get: (name) => (name === 'accept' ? 'text/html' : get(name)) } }
}
