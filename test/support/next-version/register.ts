// Loaded before a program (`--import`), makes it the next version: every import of the list of migrations gets the one
// beside this file. Nothing in the sources knows of it.
import { registerHooks } from 'node:module'

const todays = new URL('../../../src/stores/parts/migrations/list.ts', import.meta.url).href
const next = new URL('./list.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context)
    return resolved.url === todays && context.parentURL !== next ? { ...resolved, url: next } : resolved
  },
})
