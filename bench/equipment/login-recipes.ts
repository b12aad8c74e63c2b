// How a browser walks through one complete login at each contestant: from the button to the redirect that leaves it
// signed in. Hosts alone decide; none of it needs the contestant's code.
import type { HttpAnswer, HttpConnection } from './http-connection.ts'

export interface Walk {
  readonly server: HttpConnection
  readonly provider: HttpConnection
  readonly port: number
  /** The subject that the provider will sign in. */
  readonly person: string
}

/** Walks through one login. Answers the Cookie header of the browser that is signed in then. */
type Recipe = (walk: Walk) => Promise<string>

export type LoginRecipe = 'latchkey' | 'better-auth' | 'auth-express' | 'get-login' | 'set-cookie'

export const recipes: Readonly<Record<LoginRecipe, Recipe>> = {
  /** The button of the sign-in page is a form. */
  async latchkey(walk) {
    const browser = createBrowser(walk)
    return browser.finish(await browser.send('POST', '/auth/login/bench', { body: '' }))
  },
  /** A script of the page asks for the URL and goes there. */
  async 'better-auth'(walk) {
    const browser = createBrowser(walk)
    const answer = await browser.send('POST', '/api/auth/sign-in/social', {
      body: '{"provider":"bench","callbackURL":"/"}',
      type: 'application/json',
    })
    const { url } = JSON.parse(answer.body) as { url: string }
    return browser.finish({ ...answer, status: 302, headers: [...answer.headers, ['location', url]] })
  },
  /** The form carries a token that is asked for first. */
  async 'auth-express'(walk) {
    const browser = createBrowser(walk)
    const { csrfToken } = JSON.parse((await browser.send('GET', '/auth/csrf')).body) as { csrfToken: string }
    const answer = await browser.send('POST', '/auth/signin/bench', {
      body: `csrfToken=${csrfToken}&callbackUrl=%2F`,
    })
    return browser.finish(answer)
  },
  /** Passport and express-openid-connect: a link. */
  async 'get-login'(walk) {
    const browser = createBrowser(walk)
    return browser.finish(await browser.send('GET', '/login'))
  },
  /** iron-session has sessions only: its server hands one out. */
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

/** A cookie jar and the headers of a browser that sits on the application's own page. */
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
    /** Follows the redirect to the provider and the one back. */
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
