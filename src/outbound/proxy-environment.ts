// Which proxy the environment names for requests to providers, and whether this Node can use it: HTTPS_PROXY, HTTP_PROXY,
// ALL_PROXY and NO_PROXY, in upper or lower case. Node's own agents support proxies since 22.21 and 24.5.

type Variables = Readonly<Record<string, string | undefined>>

/** The option `proxyEnv` of Node's agents. */
export type ProxyVariables = Readonly<Record<'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY', string>>

export interface ProxyPlan {
  /** Null if no usable proxy is named. */
  readonly variables: ProxyVariables | null
  /** A proxy is named, and this Node's agents cannot use it. */
  readonly needsNewerNode: boolean
  /** Settings that cannot be applied, for the log and the doctor. Contains names of variables, never their values. */
  readonly notices: readonly string[]
}

/** Requests to this machine never use a proxy: the local identity provider runs here. */
const thisMachine = 'localhost,.localhost,127.0.0.1,[::1],::1'

/** @param nodeVersion such as `24.5.0`; null on other runtimes, which have their own rules. */
export function planProxies(environment: Variables, nodeVersion: string | null): ProxyPlan {
  const named = { https: find(environment, 'HTTPS_PROXY'), http: find(environment, 'HTTP_PROXY') }
  const all = find(environment, 'ALL_PROXY')
  const wanted = { https: named.https ?? all, http: named.http ?? all }
  const found = [...new Set([wanted.https, wanted.http])].filter((one) => one !== null)
  if (nodeVersion === null || found.length === 0)
    return { variables: null, needsNewerNode: false, notices: [] }
  const notices = found
    .filter((one) => !isUsable(one.value))
    .map(
      ({ name }) =>
        `${name} is not an http:// or https:// address, so it is not used for requests to providers.`,
    )
  const usable = found.filter((one) => isUsable(one.value))
  if (usable.length === 0) return { variables: null, needsNewerNode: false, notices }
  if (!speaksToProxies(nodeVersion)) {
    const names = usable.map(({ name }) => name).join(' and ')
    const notice = `${names} is set, but Node ${nodeVersion} does not use it by itself, so providers may be out of reach: run Node 22.21, 24.5 or newer.`
    return { variables: null, needsNewerNode: true, notices: [...notices, notice] }
  }
  const exceptions = find(environment, 'NO_PROXY')?.value
  return {
    variables: {
      HTTPS_PROXY: usableValue(wanted.https),
      HTTP_PROXY: usableValue(wanted.http),
      NO_PROXY: exceptions ? `${exceptions},${thisMachine}` : thisMachine,
    },
    needsNewerNode: false,
    notices,
  }
}

interface Named {
  readonly name: string
  readonly value: string
}

/** Lower case first, as in curl and Node. */
function find(environment: Variables, name: string): Named | null {
  for (const spelling of [name.toLowerCase(), name]) {
    const value = environment[spelling]?.trim()
    if (value) return { name: spelling, value }
  }
  return null
}

function isUsable(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function usableValue(named: Named | null): string {
  return named && isUsable(named.value) ? named.value : ''
}

function speaksToProxies(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21)
}
