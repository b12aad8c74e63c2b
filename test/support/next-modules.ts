// What the adapter for Next.js takes from Next, where Next is not installed: imported before the adapter. What is handed to
// `after` is kept for the test to look at.
import { registerHooks } from 'node:module'

export const afterAnswers: Promise<unknown>[] = []
Object.assign(globalThis, { afterAnswers })

const modules: Readonly<Record<string, string>> = {
  'next/headers': 'export const headers = async () => new Headers()',
  'next/navigation': 'export const redirect = (path) => { throw new Error(path) }',
  'next/server': 'export const after = (work) => { globalThis.afterAnswers.push(work) }',
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const source = modules[specifier]
    if (source === undefined) return nextResolve(specifier, context)
    return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
  },
})
