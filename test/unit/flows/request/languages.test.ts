// Which responses are in the reader's language, and which languages are loaded for them.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { LatchkeyError } from '../../../../src/errors.ts'
import { answerError } from '../../../../src/flows/request/answer-error.ts'
import { messages as german } from '../../../../src/languages/de.ts'
import { messages as english } from '../../../../src/languages/en.ts'
import { stage } from '../stage.ts'

const { auth, parts, visit } = stage({ siteName: 'Harbour' })

async function ask(path: string, headers: Record<string, string>): Promise<Response> {
  return auth.handle(new Request(`https://app.example${path}`, { headers }))
}

test('a page says its language in the document and in the headers, and no cache may keep it', async () => {
  const answer = await ask('/auth/login', { 'accept-language': 'de-CH, en;q=0.5' })
  assert.equal(answer.headers.get('content-language'), 'de')
  assert.equal(answer.headers.get('vary'), 'Cookie, Accept-Language')
  assert.equal(answer.headers.get('cache-control'), 'no-store')
  const html = await answer.text()
  assert.match(html, /<html lang="de" dir="ltr">/)
  assert.match(html, /Weiter mit <\/span>Google/)
  assert.match(html, /um zu <bdi>Harbour<\/bdi> zu gelangen/)

  const plain = await ask('/auth/login', {})
  assert.equal(plain.headers.get('content-language'), 'en')
  assert.match(await plain.text(), /<html lang="en" dir="ltr">[\s\S]*Continue with <\/span>Google/)
})

test('a notice after a redirect is in the reader’s language; a word of no notice says nothing', async () => {
  const answer = await ask('/auth/login?notice=unlinked-here', { 'accept-language': 'de' })
  assert.ok((await answer.text()).includes(String(german.noticeUnlinkedHere)))
  const none = await ask('/auth/login?notice=constructor', { 'accept-language': 'de' })
  assert.doesNotMatch(await none.text(), /class="notice"/)
})

test('an error is said in the reader’s language, to people and to programs', async () => {
  const page = await ask('/auth/nothing-here', { 'accept-language': 'de' })
  assert.ok((await page.text()).includes(String(german.request_not_found)))
  const json = await ask('/auth/nothing-here', { 'accept-language': 'de', accept: 'application/json' })
  assert.equal(json.headers.get('content-language'), 'de')
  const body = (await json.json()) as { readonly error: string; readonly message: string }
  assert.deepEqual([body.error, body.message], ['request_not_found', german.request_not_found])
})

test('a closer sentence has its values in every language', async () => {
  const answer = await auth.handle(
    new Request('https://app.example/auth/logout', {
      method: 'POST',
      headers: { 'accept-language': 'de', origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    }),
  )
  const html = await answer.text()
  assert.match(html, /Diese Anfrage kam von https:\/\/evil\.example und nicht von https:\/\/app\.example,/)
})

test('a sentence of the application stays as it was written', async () => {
  const german = visit('/auth/callback/google', undefined, { headers: { 'accept-language': 'de' } })
  const refused = new LatchkeyError('account_refused', { forPerson: 'Members only. Ask the harbour master.' })
  assert.match(
    await (await answerError(parts, german, refused)).text(),
    /Members only\. Ask the harbour master\./,
  )
  const plain = await answerError(parts, german, new LatchkeyError('account_refused'))
  assert.match(await plain.text(), /Dieses Konto darf sich hier nicht anmelden\./)
})

test('a page of the application gets the language and every sentence', async () => {
  const own = stage({
    language: 'de',
    messages: { de: { signIn: 'Los geht’s' } },
    pages: { signIn: ({ frame: { language } }) => JSON.stringify(language) },
  })
  const answer = await own.auth.handle(new Request('https://app.example/auth/login'))
  const { tag, direction, locale, messages } = JSON.parse(await answer.text())
  assert.deepEqual([tag, direction, locale], ['de', 'ltr', 'de'])
  assert.equal(messages.signIn, 'Los geht’s')
  assert.deepEqual(Object.keys(messages).sort(), Object.keys(english).sort())
})

test('a session check loads no language, and a page only its own', async () => {
  const program = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
    const { latchkey } = await import('latchkey')
    const { github } = await import('latchkey/providers/github')
    const auth = latchkey({ providers: [github({ clientId: 'a', clientSecret: 'b' })], secret: 'k'.repeat(32),
      origin: 'https://app.example', environment: { NODE_ENV: 'production' }, log() {} })
    const languages = () => loaded.flatMap((url) => /languages\\/([a-z-]+)\\.ts$/.exec(url)?.[1] ?? [])
    await auth.session('__Host-latchkey=v1.x.y')
    const afterCheck = languages()
    await auth.handle(new Request('https://app.example/auth/login', { headers: { 'accept-language': 'de' } }))
    console.log(JSON.stringify({ afterCheck, afterPage: languages() }))`
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--conditions=latchkey-source',
    '--input-type=module',
    '-e',
    program,
  ])
  // English is always loaded: options are checked against it at start.
  assert.deepEqual(JSON.parse(stdout), { afterCheck: ['en'], afterPage: ['en', 'de'] })
})
