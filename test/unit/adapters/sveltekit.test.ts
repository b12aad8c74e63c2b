// The SvelteKit hook without SvelteKit: no Auth is created during the build, all requests share one Auth, and work after a
// response is passed to the platform. `npm run test:frameworks` tests SvelteKit itself.
import assert from 'node:assert/strict'
import { registerHooks } from 'node:module'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestAuth } from '../../../src/adapters/request-auth.ts'
import type { MountedAuth } from '../../../src/latchkey.ts'

const modules: Readonly<Record<string, string>> = {
  '@sveltejs/kit':
    'export const error = (status) => { throw { status } }; export const redirect = (status, location) => { throw { status, location } }',
}
registerHooks({
  resolve(specifier, context, nextResolve) {
    const source = modules[specifier]
    if (source === undefined) return nextResolve(specifier, context)
    return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
  },
})
const { sveltekitLatchkey, requireUser } = await import('../../../src/adapters/sveltekit.ts')

/** An auth that passes `work` to `waitUntil` at each route and at each check. */
function authWith(work: Promise<unknown>): MountedAuth {
  return {
    basePath: '/auth',
    async handle(_request: Request, context: { waitUntil?: (work: Promise<unknown>) => void }) {
      context.waitUntil?.(work)
      return new Response('ours')
    },
    session(_source: unknown, waitUntil?: (work: Promise<unknown>) => void) {
      waitUntil?.(work)
      return { user: null, session: null, credential: null, setCookies: [], refusal: null }
    },
  } as never as MountedAuth
}

function eventAt(path: string, platform?: unknown) {
  const url = new URL(path, 'http://localhost:3001')
  return {
    request: new Request(url),
    url,
    locals: {} as { latchkey: RequestAuth },
    isSubRequest: false,
    platform,
    getClientAddress: () => '192.0.2.1',
  }
}
const resolve = () => new Response('theirs')

test('NS7 while pages are built nothing is made, nobody is signed in and no guard opens', async () => {
  const never = () => {
    throw new Error('asked too early')
  }
  const handle = sveltekitLatchkey(never, { building: true })
  const event = eventAt('/about')
  assert.equal(await (await handle({ event, resolve })).text(), 'theirs')
  assert.deepEqual(event.locals.latchkey, { user: null, session: null, error: null })
  assert.throws(() => requireUser(event), /cannot be prerendered/)
  // At run time the same function is called, and its error surfaces.
  await assert.rejects(sveltekitLatchkey(never)({ event: eventAt('/'), resolve }), /too early/)
})

test('NS7 an asynchronous function is asked at the first request, once, and again where it failed', async () => {
  let calls = 0
  const handle = sveltekitLatchkey(async () => {
    calls += 1
    await sleep(5)
    if (calls === 1) throw new Error('not yet')
    return authWith(sleep(1))
  })
  assert.equal(calls, 0)
  await assert.rejects(handle({ event: eventAt('/'), resolve }), /not yet/)
  const answers = await Promise.all(
    ['/auth/login', '/', '/authors'].map((path) => handle({ event: eventAt(path), resolve })),
  )
  assert.deepEqual(await Promise.all(answers.map((answer) => answer.text())), ['ours', 'theirs', 'theirs'])
  assert.equal(calls, 2)
})

test('NS5 SvelteKit hands over to what its platform has', async () => {
  const work = sleep(1)
  const handle = sveltekitLatchkey(authWith(work))
  for (const name of ['ctx', 'context', null]) {
    // A method that depends on `this`, as on Workers.
    const context = {
      kept: [] as Promise<unknown>[],
      waitUntil(promise: Promise<unknown>) {
        this.kept.push(promise)
      },
    }
    const platform = name === null ? context : { [name]: context, env: {} }
    for (const path of ['/auth/login', '/']) await handle({ event: eventAt(path, platform), resolve })
    assert.deepEqual(context.kept, [work, work], String(name))
  }
  // Other adapters' platforms have no such context.
  for (const platform of [undefined, null, {}, { ctx: {} }, 'node'])
    assert.equal((await handle({ event: eventAt('/', platform), resolve })).status, 200)
})
