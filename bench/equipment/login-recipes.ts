// How a browser performs one complete login at each contestant: from the button to the redirect after which it is signed in.
// A recipe uses HTTP only, none of the contestant's code.
import type { HttpAnswer, HttpConnection } from './http-connection.ts'

export interface Walk {
  readonly server: HttpConnection
  readonly provider: HttpConnection
  readonly port: number
  /** The subject that the provider is to sign in. */
  readonly person: string
}

/** Performs one login. Returns the Cookie header of the signed-in browser. */
type Recipe = (walk: Walk) => Promise<string>

export type LoginRecipe = 'latchkey' | 'better-auth' | 'auth-express' | 'get-login' | 'set-cookie'

export const recipes: Readonly<Record<LoginRecipe, Recipe>> = {
  /** The button on the sign-in page is a form. */
  async latchkey(walk) {
    const browser = createBrowser(walk)
    return browser.finish(await browser.send('POST', '/auth/login/bench', { body: '' }))
  },
  /** A script on the page requests the URL and navigates to it. */
  async 'better-auth'(walk) {
    const browser = createBrowser(walk)
    const answer = await browser.send('POST', '/api/auth/sign-in/social', {
      body: '{"provider":"bench","callbackURL":"/"}',
      type: 'application/json',
    })
    const { url } = JSON.parse(answer.body) as { url: string }
    return browser.finish({ ...answer, status: 302, headers: [...answer.headers, ['location', url]] })
  },
  /** The form contains a CSRF token that has to be fetched first. */
  async 'auth-express'(walk) {
    const browser = createBrowser(walk)
    const { csrfToken } = JSON.parse((await browser.send('GET', '/auth/csrf')).body) as { csrfToken: string }
    const answer = await browser.send('POST', '/auth/signin/bench', {
      body: `csrfToken=${csrfToken}&callbackUrl=%2F`,
    })
    return browser.finish(answer)
  },
  /** Passport and express-openid-connect: a plain link. */
  async 'get-login'(walk) {
    const browser = createBrowser(walk)
    return browser.finish(await browser.send('GET', '/login'))
  },
  /** iron-session has no login: its server simply starts a session. */
  async 'set-cookie'(walk) {
    const browser = createBrowser(walk)
    await browser.send('GET', '/login')
    return browser.cookieHeader()
  },
}

interface Post {
  readonly body: string
  readonly type?: string
}

/** A cookie jar, and the headers of a browser that shows a page of the application. */
function createBrowser({ server, provider, port, person }: Walk) {
  const jar = new Map<string, string>()
  const origin = `http://localhost:${port}`

  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(method: string, target: string, post?: Post): Promise<HttpAnswer> {
    const lines = [
      `${method} ${target} HTTP/1.1`,
      `Host: localhost:${port}`,
      'Accept: text/html,application/json',
      'User-Agent: bench',
      'Sec-Fetch-Site: same-origin',
    ]
    if (jar.size > 0) lines.push(`Cookie: ${cookieHeader()}`)
    if (post) {
      const type = post.type ?? 'application/x-www-form-urlencoded'
      lines.push(`Origin: ${origin}`, `Content-Type: ${type}`, `Content-Length: ${post.body.length}`)
    }
    const answer = await server.exchange(`${lines.join('\r\n')}\r\n\r\n${post?.body ?? ''}`)
    for (const [name, value] of answer.headers) if (name === 'set-cookie') keep(jar, value)
    return answer
  }

  return {
    send,
    cookieHeader,
    /** Follows the redirect to the provider and the one back; returns the Cookie header. */
    async finish(begun: HttpAnswer): Promise<string> {
      const atProvider = new URL(locationOf(begun))
      const target = `${atProvider.pathname}${atProvider.search}&person=${person}`
      const authorized = await provider.exchange(`GET ${target} HTTP/1.1\r\nHost: ${atProvider.host}\r\n\r\n`)
      const back = new URL(locationOf(authorized))
      const signedIn = await send('GET', back.pathname + back.search)
      locationOf(signedIn)
      if (/error/i.test(locationOf(signedIn))) throw new Error(`The login failed: ${locationOf(signedIn)}`)
      return cookieHeader()
    },
  }
}

function locationOf({ status, headers, body }: HttpAnswer): string {
  const location = headers.find(([name]) => name === 'location')?.[1]
  if (status < 300 || status > 399 || !location) {
    throw new Error(`Not a redirect but ${status}: ${body.slice(0, 500)}`)
  }
  return location
}

function keep(jar: Map<string, string>, setCookie: string): void {
  const [pair = ''] = setCookie.split(';')
  const equals = pair.indexOf('=')
  const name = pair.slice(0, equals)
  const value = pair.slice(equals + 1)
  const isOver = value === '' || /max-age=0\b|expires=thu, 01.jan.1970/i.test(setCookie)
  if (isOver) jar.delete(name)
  else jar.set(name, value)
}
