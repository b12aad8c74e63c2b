// A reporter for node:test: prints one line of JSON for each test, for tools that read the results.
import type { TestEvent } from 'node:test/reporters'

export default async function* testLines(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const { name, file = '', skip, details } = event.data
    // node:test reports the whole file as a test too.
    if (details.type === 'suite' || name.endsWith('.test.ts')) continue
    const isSkipped = skip !== undefined && skip !== false
    const state = isSkipped ? 'skipped' : event.type === 'test:pass' ? 'passed' : 'failed'
    yield `${JSON.stringify({ name, file, state, reason: typeof skip === 'string' ? skip : null })}\n`
  }
}
