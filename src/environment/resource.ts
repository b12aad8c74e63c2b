// Options of a protected API from environment variables, as docs/environment.md lists them.
import type { IntrospectionOptions, ProtectedResourceOptions } from '../oauth/resource/resource-options.ts'
import { StartProblems } from './start-problems.ts'
import { type Environment, readVariables, type VariableReader } from './variables.ts'

/** The variables of a protected API. */
export const resourceVariables: readonly string[] = [
  'API_ACCEPT_UNTYPED',
  'API_AUDIENCE',
  'API_BACKCHANNEL_URL',
  'API_DOCUMENTATION',
  'API_DPOP_NONCE_SECRET',
  'API_DPOP_REQUIRED',
  'API_INTROSPECTION_ALWAYS',
  'API_INTROSPECTION_CACHE_SECONDS',
  'API_INTROSPECTION_CLIENT_ID',
  'API_INTROSPECTION_CLIENT_SECRET',
  'API_ISSUERS',
  'API_NAME',
  'API_RESOURCE',
  'API_SCOPES',
  'API_SCOPE_CLAIM',
  'API_TOKEN_ALGS',
]

/**
 * Reads the options of `protectedResource` and `requireBearer` from environment variables. Options that variables cannot
 * express, such as several issuers with introspection, are set in code: `{ ...resourceFromEnvironment(process.env), issuer: [ …
 * ] }`.
 *
 * @throws LatchkeyError `config_variable_invalid` for invalid values: one error reports all of them.
 *
 * @example
 * ```ts
 * import { resourceFromEnvironment } from 'latchkey/environment'
 * import { protectedResource } from 'latchkey/resource'
 *
 * const api = protectedResource(resourceFromEnvironment(process.env))
 * ```
 */
export function resourceFromEnvironment(environment: Environment): ProtectedResourceOptions {
  const problems = new StartProblems()
  const read = readVariables(environment, problems)
  const issuers = read.list('API_ISSUERS') ?? []
  if (issuers.length === 0) read.refuse('API_ISSUERS', 'must name the issuers whose tokens are accepted')
  const introspection = introspectionFrom(read)
  if (introspection && issuers.length > 1) {
    // Introspecting a token at the wrong issuer would hand the token to it.
    read.refuse(
      'API_INTROSPECTION_CLIENT_ID',
      'is for a single issuer: of several, code has to say which token is whose (introspection.owns)',
    )
  }
  const each = {
    algorithms: read.list('API_TOKEN_ALGS'),
    scopeClaim: read.text('API_SCOPE_CLAIM'),
    backchannelUrl: read.text('API_BACKCHANNEL_URL'),
    dangerouslyAcceptUntyped: read.flag('API_ACCEPT_UNTYPED'),
    introspection,
  }
  const options: ProtectedResourceOptions = {
    resource: read.text('API_RESOURCE'),
    audience: read.list('API_AUDIENCE'),
    issuer: issuers.map((issuer) => ({ issuer, ...each })),
    scopesSupported: read.list('API_SCOPES'),
    name: read.text('API_NAME'),
    documentation: read.text('API_DOCUMENTATION'),
    dpop: {
      required: read.flag('API_DPOP_REQUIRED'),
      nonceSecret: read.text('API_DPOP_NONCE_SECRET'),
    },
    clockToleranceSeconds: read.integer('CLOCK_TOLERANCE', 0, 300),
  }
  problems.throwIfAny()
  return options
}

function introspectionFrom(read: VariableReader): IntrospectionOptions | undefined {
  const clientId = read.text('API_INTROSPECTION_CLIENT_ID')
  const clientSecret = read.text('API_INTROSPECTION_CLIENT_SECRET')
  const cacheSeconds = read.integer('API_INTROSPECTION_CACHE_SECONDS', 0, 3_600)
  const always = read.flag('API_INTROSPECTION_ALWAYS')
  if (clientId !== undefined && clientSecret !== undefined)
    return { clientId, clientSecret, cacheSeconds, always }
  if (clientId !== undefined)
    return read.refuse('API_INTROSPECTION_CLIENT_ID', 'needs API_INTROSPECTION_CLIENT_SECRET')
  if (clientSecret !== undefined)
    return read.refuseSecret('API_INTROSPECTION_CLIENT_SECRET', 'needs API_INTROSPECTION_CLIENT_ID')
  if (cacheSeconds !== undefined)
    return read.refuse('API_INTROSPECTION_CACHE_SECONDS', 'needs API_INTROSPECTION_CLIENT_ID')
  return always ? read.refuse('API_INTROSPECTION_ALWAYS', 'needs API_INTROSPECTION_CLIENT_ID') : undefined
}
