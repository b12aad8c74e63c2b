// The hosts that a gateway is for: the application's own origins, where people sign in, the further ones of `ORIGINS`, which
// share their session by `COOKIE_DOMAIN`, and those that rules name.
import type { Settings } from '../options.ts'
import { isLoopbackHostname } from '../web/loopback.ts'
import { namesHost, type Rules } from './rules/rules.ts'

export interface Hosts {
  /** The first origin. */
  readonly main: URL
  /** How rules call this host. Null: it is not one of this gateway's. */
  readonly ruled: (host: string | null) => string | null
  /** The `Host` under which the session of a request to this host is looked for. */
  readonly sessionHost: (host: string | null) => string
  /** Where somebody at this host signs in, for a path as `auth.refuse` writes it: an address that leads back to the host. */
  readonly signInAddress: (host: string | null, location: string) => URL
  /** Whether a page of this origin belongs to this application. */
  readonly hasOrigin: (origin: string) => boolean
  /** Hosts for which rules want people to be known, and at which they never can be. */
  readonly unreachable: (rules: Rules) => readonly string[]
}

export function hostsOf(
  { ownOrigins, frontEnds }: Pick<Settings, 'ownOrigins' | 'frontEnds'>,
  rules: () => Rules,
): Hosts {
  const own = new Map(ownOrigins.map((origin) => [new URL(origin).hostname, new URL(origin)]))
  const others = new Map(frontEnds.map((origin) => [new URL(origin).hostname, origin]))
  const [main] = own.values()
  if (!main) throw new TypeError('A gateway needs an origin.')
  const isOnLoopback = isLoopbackHostname(main.hostname)

  return {
    main,
    ruled(host) {
      if (host === null) return null
      if (own.has(host) || others.has(host) || namesHost(rules(), host)) return host
      // `127.0.0.1` for `localhost`: one machine.
      return isOnLoopback && isLoopbackHostname(host) ? main.hostname : null
    },
    sessionHost: (host) => (own.get(host ?? '') ?? main).host,
    signInAddress(host, location) {
      const address = new URL(location, own.get(host ?? '') ?? main)
      const other = others.get(host ?? '')
      if (other !== undefined)
        address.searchParams.set('returnTo', `${other}${address.searchParams.get('returnTo') ?? '/'}`)
      return address
    },
    hasOrigin: (origin) => ownOrigins.includes(origin) || frontEnds.includes(origin),
    unreachable: ({ list }) => {
      const closed = list.flatMap(({ host, demand }) => (host === null || demand.isPublic ? [] : [host]))
      const known = [...own.keys(), ...others.keys()]
      return closed
        .filter(
          ({ name, isTree }) => !known.some((host) => (isTree ? host.endsWith(`.${name}`) : host === name)),
        )
        .map(({ name, isTree }) => (isTree ? `*.${name}` : name))
    },
  }
}
