// Keeps a host awake that stops after its answer: its context has `waitUntil` (Cloudflare Workers, Vercel, Netlify, service workers).
// Without it, work that runs after the answer, such as hooks and the audit trail, would be lost.
import type { WaitUntil } from '../sessions/sessions.ts'

/** The `waitUntil` of the first of these that has one. */
export function waitUntilOf(candidates: readonly unknown[]): WaitUntil | undefined {
  for (const candidate of candidates) {
    if (typeof candidate !== 'object' || candidate === null) continue
    const { waitUntil } = candidate as { readonly waitUntil?: unknown }
    // Called on its context, because it is a method of it.
    if (typeof waitUntil === 'function') return (work) => void waitUntil.call(candidate, work)
  }
  return undefined
}
