// Replaces the Next modules that the adapter imports, for tests without Next installed. Import it before the adapter. Keeps what is
// passed to `after`, for tests.
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
