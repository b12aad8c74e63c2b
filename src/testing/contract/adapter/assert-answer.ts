// Assertions on answers, for the cases of the adapter suite.
import assert from 'node:assert/strict'
import { connect } from 'node:net'
import type { ExchangeAnswer } from '../http-exchange.ts'
import { personName, type StageApplication } from './stage.ts'
import type { Page } from './visitor.ts'

export function assertProfile(page: Page, app: StageApplication): void {
  assert.deepEqual([page.status, page.url.pathname], [200, `${app.prefix}/profile`])
  assert.match(page.text, new RegExp(`Your profile, ${personName}`))
}

export function assertSentToSignIn(answer: ExchangeAnswer, path: string, more = ''): void {
  const location = new URL(String(answer.headers.location), 'http://localhost')
  assert.deepEqual(
    [answer.status, location.pathname + location.search],
    [303, `/auth/login?returnTo=${encodeURIComponent(path)}${more}`],
  )
}

export function assertRefusedAsJson(answer: ExchangeAnswer, status: number, code: string): void {
  assert.deepEqual([answer.status, JSON.parse(answer.body).error], [status, code])
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.match(String(answer.headers['cache-control']), /no-store/)
}

export function statusAndBody({ status, body }: ExchangeAnswer): readonly [number, string] {
  return [status, body]
}

export function cookiesNamed({ setCookies }: ExchangeAnswer, name: string): readonly string[] {
  return setCookies.filter((cookie) => cookie.startsWith(`${name}=`))
}

/** The answer as it arrived, including its head: one text per chunk that the socket received. */
export function readChunks(
  { port }: StageApplication,
  path: string,
  cookie: string,
): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const head = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`
    const socket = connect(port, '127.0.0.1', () => socket.write(head))
    const chunks: string[] = []
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no end of ${path}`)))
    socket.on('data', (chunk) => chunks.push(chunk.toString('latin1')))
    socket.on('error', reject)
    socket.on('close', () => resolve(chunks))
  })
}
