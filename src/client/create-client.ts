// The client of a front end: who is signed in, and the ways to sign in and out. It never handles a token: the session is a cookie that
// scripts cannot read, and this client asks the server whom it belongs to.
import { ClientError } from './client-error.ts'
import type {
  Client,
  ClientOptions,
  ClientProvider,
  ClientSession,
  Outcome,
  WayOptions,
} from './client-types.ts'
import { createTabs, type Tabs } from './tabs.ts'
import { type Waiting, waitForPopup } from './wait-for-popup.ts'

/** Where the browser goes next. */
type Way = { readonly location: string }

/** When a tab becomes visible, it asks the server again if its session is older than this. */
const STALE_MILLISECONDS = 60_000
/** The longest path and query that the server returns to: longer ones lose their query. */
const MOST_RETURN_CHARACTERS = 500

/**
 * Creates the client of a front end. It sends no request until it is used.
 *
 * @example
 * ```ts
 * import { createClient } from 'latchkey/client'
 *
 * const client = createClient<typeof auth>({ base: 'http://localhost:3000/auth' })
 * client.subscribe((session) => console.log(session?.user.name ?? 'signed out'))
 * await client.session()
 * await client.signIn('google', { popup: true })
 * ```
 */
export function createClient<A = unknown>(options: ClientOptions<A> = {}): Client<A> {
  type Session = ClientSession<A> | null
  const { session: initial } = options
  const base = (options.base ?? '/auth').replace(/\/$/, '')
  const listeners = new Set<(session: Session) => void>()
  const waiting: Waiting = new Map()
  let current: Session | undefined = initial
  let known = JSON.stringify(initial)
  let readAt = 0
  let running: Promise<Session> | null = null
  let queued: Promise<Session> | null = null
  let tabs: Tabs | null = null

  const address = () => new URL(base, location.href)

  async function call<Body>(path: string, form?: Record<string, string>): Promise<Body> {
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const url = path.startsWith('http') ? path : base + path
    const headers = { accept: 'application/json' }
    const response = await fetch(url, { ...init, headers, credentials: 'include' }).catch(() => null)
    const body = await response?.json().catch(() => null)
    if (!response?.ok) throw new ClientError(response?.status ?? 0, body)
    return body
  }

  /** `isOwn`: this tab made the change, so it notifies other tabs even if storage is unavailable. */
  function settle(session: Session, isOwn = false): Session {
    const text = JSON.stringify(session)
    if (text !== known) {
      known = text
      current = session
      for (const listener of listeners) listener(session)
    }
    tabs?.remember(session ? markOf(session.user.id) : '', isOwn)
    return current as Session
  }

  function start(): Promise<Session> {
    readAt = Date.now()
    running = call<Session>('/session')
      .then((session) => settle(session))
      .finally(() => {
        running = null
      })
    return running
  }

  /** A request that is running may have been answered before the latest change, so another one follows it. */
  function refresh(): Promise<Session> {
    if (!running) return start()
    queued ??= running
      .catch(() => null)
      .then(() => {
        queued = null
        return start()
      })
    return queued
  }

  /** Refreshes in the background: if that fails, the known session stays. */
  const look = () => void refresh().catch(() => {})

  /** The address for the server to return to: its own path, or a whole address of this application. */
  function targetOf(returnTo = ''): string {
    const target = new URL(returnTo, location.href)
    target.hash = ''
    if (target.href.length - target.origin.length > MOST_RETURN_CHARACTERS) target.search = ''
    return target.origin === address().origin ? target.pathname + target.search : target.href
  }

  async function go(path: string, { returnTo, popup, params }: WayOptions, isPage = false): Promise<Outcome> {
    const id = popup ? crypto.randomUUID() : ''
    // Opened at once, while the browser still attributes it to the person's click.
    const beside = popup ? open('', '_blank', 'popup,width=500,height=680') : null
    const before = known
    let target = targetOf(returnTo)
    if (beside) {
      const back = `${address().pathname}/popup?${new URLSearchParams({ id, returnTo: target })}`
      target = back.length > MOST_RETURN_CHARACTERS ? `${address().pathname}/popup?id=${id}` : back
    }
    const query = new URLSearchParams({ ...params, returnTo: target })
    const way = `${path}${path.includes('?') ? '&' : '?'}${query}`
    try {
      const to = isPage ? `${address()}${way}` : (await call<Way>(way, {})).location
      if (beside) beside.location.href = to
      else location.assign(to)
    } catch (error) {
      beside?.close()
      throw error
    }
    // Otherwise this page navigates away, and goes on only if the person comes back to it.
    const isFinished = beside
      ? await waitForPopup(beside, id, address().origin, waiting)
      : await backFromPageCache()
    settle(await refresh(), beside !== null)
    return isFinished || known !== before ? 'finished' : 'cancelled'
  }

  /** Ends a popup that has come back to one of the application's pages. */
  function endPopup(): boolean {
    const id = location.hash.match(/^#latchkey=([\w-]+)$/)?.[1]
    if (!id) return false
    history.replaceState(history.state, '', location.pathname + location.search)
    tabs?.tell(id)
    setTimeout(() => close(), 50)
    return true
  }

  const client: Client<A> = {
    base,
    get current() {
      return current
    },
    session: async () => (current === undefined ? (queued ?? running ?? start()) : current),
    refresh,
    hydrate(session) {
      if (current === undefined && !running) settle(session)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    providers: async () => (await call<{ providers: readonly ClientProvider[] }>('/login')).providers,
    signIn: (provider, way = {}) =>
      provider === undefined ? go('/login', way, true) : go(`/login/${provider}`, way),
    async signOut({ provider, returnTo } = {}) {
      const query = new URLSearchParams({
        returnTo: targetOf(returnTo),
        ...(provider ? { provider: '1' } : {}),
      })
      try {
        const { location: to } = await call<Way>(`/logout?${query}`, {})
        settle(null, true)
        if (provider || returnTo !== undefined) location.assign(to)
      } finally {
        // A request that began earlier is outdated, and a refused sign-out may still have ended the session.
        if (running || current) look()
      }
    },
    link: (provider, way = {}) => go(`/link/${provider}`, way),
    authorize: (path, way = {}) => go(new URL(path, address()).href, way),
    account: () => call('/account'),
    endSession: async (session) => void (await call('/sessions/end', { session })),
    endOtherSessions: async () => void (await call('/sessions/end-others', {})),
    unlink: async (account) => void (await call('/unlink', { account })),
    enhance(form, way = {}) {
      const send = (event: SubmitEvent) => {
        event.preventDefault()
        const { pathname, searchParams } = new URL(form.action)
        const path = pathname.slice(address().pathname.length)
        const fields = new FormData(form, event.submitter) as unknown as Iterable<[string, string]>
        const { returnTo, ...params } = Object.fromEntries([...searchParams, ...fields])
        const sent =
          path === '/logout'
            ? client.signOut({ provider: params.provider === '1', returnTo })
            : go(path, { returnTo, params, ...way })
        // The server's own page explains what is wrong.
        sent.catch(() => form.submit())
      }
      form.addEventListener('submit', send)
      return () => form.removeEventListener('submit', send)
    },
  }

  if ('document' in globalThis) {
    tabs = createTabs(`latchkey:${address().href}`, (id) => (id ? waiting.get(id)?.() : look()))
    if (current !== undefined) settle(current)
    if (!endPopup()) {
      // After the back-forward cache, or a long time in the background.
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) look()
      })
      addEventListener('visibilitychange', () => {
        if (!document.hidden && readAt && Date.now() - readAt > STALE_MILLISECONDS) look()
      })
    }
  }
  return client
}

/** Waits until the browser shows this page again as it was when it navigated away (HTML §7.4.6). Nothing has finished then. */
function backFromPageCache(): Promise<false> {
  return new Promise((resolve) =>
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) resolve(false)
    }),
  )
}

/** A mark that distinguishes people without identifying them: it is stored where all scripts of this origin can read it. */
function markOf(id: string): string {
  let mark = 7
  for (const character of id) mark = (Math.imul(mark, 31) + (character.codePointAt(0) ?? 0)) | 0
  return mark.toString(36)
}
