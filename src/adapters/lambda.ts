// AWS Lambda behind a function URL or API Gateway: converts an event to a Request, and a Response to a result, whole or streamed.
// `latchkey/fetch` handles the request in between.
import type { MaybePromise } from '../contracts/maybe-promise.ts'

/**
 * An event of a function URL or an HTTP API (payload 2.0), or of a REST API (payload 1.0): the parts that are read.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export interface LambdaEvent {
  readonly headers?: Texts | null | undefined
  readonly body?: string | null | undefined
  readonly isBase64Encoded?: boolean | undefined
  readonly requestContext: {
    readonly domainName?: string | undefined
    readonly http?: { readonly method: string; readonly sourceIp?: string | undefined } | undefined
    readonly identity?: { readonly sourceIp?: string | undefined } | undefined
    readonly elb?: unknown
  }
  // Payload 2.0.
  readonly rawPath?: string | undefined
  readonly rawQueryString?: string | undefined
  readonly cookies?: readonly string[] | undefined
  // Payload 1.0.
  readonly httpMethod?: string | undefined
  readonly path?: string | undefined
  readonly multiValueHeaders?: Lists | null | undefined
  readonly multiValueQueryStringParameters?: Lists | null | undefined
}
type Texts = Readonly<Record<string, string | undefined>>
type Lists = Readonly<Record<string, readonly string[] | undefined>>

/** The result of a function, in the form of the event's payload version. */
export interface LambdaResult {
  readonly statusCode: number
  readonly body: string
  readonly isBase64Encoded: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>
}

/** What a handler gets in addition to the request. */
export interface LambdaHost {
  /** The event, as Lambda passes it. */
  readonly event: LambdaEvent
  /** The function's context, as Lambda passes it. */
  readonly context: unknown
  /** The peer's address, for the session list: `fetchLatchkey(auth, handler, { remoteAddress: (_, { sourceIp }) => sourceIp })`. */
  readonly sourceIp: string | null
}

/** A handler such as `fetchLatchkey(auth, …)`. */
export type LambdaFetch = (request: Request, host: LambdaHost) => MaybePromise<Response>

/**
 * `export const handler = lambdaHandler(fetchLatchkey(auth, (request, { user }) => …))`: returns each answer as a whole.
 *
 * @throws Error for other kinds of events, such as a load balancer's, because they could be misread.
 */
export function lambdaHandler(
  fetch: LambdaFetch,
): (event: LambdaEvent, context?: unknown) => Promise<LambdaResult> {
  return async (event, context) => resultOf(await ask(fetch, event, context), event)
}

/**
 * The same with answers that stream, for functions with `RESPONSE_STREAM`: `export const handler = streamingLambdaHandler(…)`.
 *
 * @throws Error if Lambda's global `awslambda` is missing: outside of Lambda there is nothing to stream to.
 */
export function streamingLambdaHandler(fetch: LambdaFetch): unknown {
  const { awslambda } = globalThis as { readonly awslambda?: LambdaStreams }
  if (!awslambda)
    throw new Error('streamingLambdaHandler() needs the Node runtime of Lambda, which provides `awslambda`.')
  return awslambda.streamifyResponse(async (event, stream, context) => {
    const answer = await ask(fetch, event, context)
    const { statusCode, headers, cookies } = headOf(answer)
    const body = awslambda.HttpResponseStream.from(stream, { statusCode, headers, cookies })
    for await (const chunk of answer.body ?? []) {
      if (!body.write(chunk)) await roomIn(body)
    }
    body.end()
  })
}

interface LambdaStream {
  write(chunk: Uint8Array): boolean
  once(event: 'drain' | 'close', listener: () => void): unknown
  end(): void
}

/** Also resolves when the stream closes: a closed stream never drains. */
function roomIn(stream: LambdaStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('drain', resolve)
    stream.once('close', resolve)
  })
}

/** https://docs.aws.amazon.com/lambda/latest/dg/config-rs-write-functions.html */
interface LambdaStreams {
  streamifyResponse(
    handler: (event: LambdaEvent, stream: LambdaStream, context: unknown) => Promise<void>,
  ): unknown
  readonly HttpResponseStream: { from(stream: LambdaStream, head: object): LambdaStream }
}

function ask(fetch: LambdaFetch, event: LambdaEvent, context: unknown): MaybePromise<Response> {
  const { http, identity } = event.requestContext
  const sourceIp = http?.sourceIp ?? identity?.sourceIp ?? null
  return fetch(requestOf(event), { event, context, sourceIp })
}

function requestOf(event: LambdaEvent): Request {
  const { requestContext, rawPath, path = rawPath, body } = event
  const method = requestContext.http?.method ?? event.httpMethod
  if (requestContext.elb || path === undefined || method === undefined) {
    throw new Error(
      'latchkey/lambda accepts events of function URLs and of API Gateway (payload 1.0 and 2.0); this event is neither.',
    )
  }
  const headers = headersOf(event)
  const query = event.rawQueryString ?? queryOf(event.multiValueQueryStringParameters ?? {})
  // A path that the gateway has decoded may contain `?` or `#`; they must stay part of the path.
  const target = path.replaceAll('?', '%3F').replaceAll('#', '%23') + (query && `?${query}`)
  const url = `https://${headers.get('host') ?? requestContext.domainName ?? 'localhost'}${target}`
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  return new Request(url, {
    method,
    headers,
    body: event.isBase64Encoded ? bytesOf(body ?? '') : (body ?? ''),
  })
}

function headersOf({ headers, multiValueHeaders, cookies }: LambdaEvent): Headers {
  const made = new Headers()
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    // RFC 9113 §8.2.3: several Cookie fields are joined with "; ".
    if (name.toLowerCase() === 'cookie') made.set(name, (values ?? []).join('; '))
    else for (const value of values ?? []) made.append(name, value)
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined && !made.has(name)) made.set(name, value)
  }
  if (cookies) made.set('cookie', cookies.join('; '))
  return made
}

/** Payload 1.0 has the query decoded. It is encoded again in the way browsers encode forms. */
function queryOf(parameters: Lists): string {
  const query = new URLSearchParams()
  for (const [name, values] of Object.entries(parameters)) {
    for (const value of values ?? []) query.append(name, value)
  }
  return query.toString()
}

async function resultOf(answer: Response, event: LambdaEvent): Promise<LambdaResult> {
  const { statusCode, headers, cookies } = headOf(answer)
  const isText = /^text\/|[/+](?:json|xml|javascript|x-www-form-urlencoded)\b|^$/.test(
    answer.headers.has('content-encoding') ? 'encoded' : (answer.headers.get('content-type') ?? ''),
  )
  const body = isText ? await answer.text() : base64Of(new Uint8Array(await answer.arrayBuffer()))
  const whole = { statusCode, body, isBase64Encoded: !isText }
  if (event.httpMethod === undefined) return { ...whole, headers, cookies }
  const lists = Object.entries(headers).map(([name, value]) => [name, [value]] as const)
  return { ...whole, multiValueHeaders: { ...Object.fromEntries(lists), 'set-cookie': cookies } }
}

function headOf({ status, headers }: Response) {
  const cookies = headers.getSetCookie()
  const others = [...headers].filter(([name]) => name !== 'set-cookie')
  return { statusCode: status, headers: Object.fromEntries(others), cookies }
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}
