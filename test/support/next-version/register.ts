// Loaded before a program (`--import`), turns it into the next version: every import of the list of migrations gets the list in
// this folder. The sources do not know about it.
import { registerHooks } from 'node:module'

const todays = new URL('../../../src/stores/parts/migrations/list.ts', import.meta.url).href
const next = new URL('./list.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return resolved.url === todays && context.parentURL !== next ? { ...resolved, url: next } : resolved
  },
})
