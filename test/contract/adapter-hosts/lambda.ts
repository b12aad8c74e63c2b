// AWS Lambda, simulated by a server that creates the events of function URLs and API Gateway as AWS documents them, and
// sends the function's response. The real Lambda is not available to tests.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import {
  type LambdaEvent,
  type LambdaFetch,
  type LambdaResult,
  lambdaHandler,
  streamingLambdaHandler,
} from 'latchkey/lambda'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { closeServer } from './close-server.ts'
import { fetchApplication } from './fetch-application.ts'

/** The simulated gateway is a Node server, which drops the second header. */
const dropped = 'the gateway decides before the function sees it'

type Invocation = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export const lambdaUrlHost: AdapterHost = lambda('Lambda, payload 2.0', (fetch) => {
  const handler = lambdaHandler(fetch)
  return async (request, response) => send(await handler(await payload2(request), {}), response)
})

export const lambdaRestHost: AdapterHost = lambda('Lambda, payload 1.0', (fetch) => {
  const handler = lambdaHandler(fetch)
  return async (request, response) => send(await handler(await payload1(request), {}), response)
})

/** Serves a function at its URL. Returns a function that stops it. */
export async function serveFunction(
  handler: (event: LambdaEvent, context: object) => Promise<LambdaResult>,
  port: number,
): Promise<() => Promise<void>> {
  return serve(async (request, response) => send(await handler(await payload2(request), {}), response), port)
}

export const lambdaStreamHost: AdapterHost = {
  ...lambda('Lambda, streamed', (fetch) => {
    Object.assign(globalThis, { awslambda })
    const handler = streamingLambdaHandler(fetch) as (
      event: LambdaEvent,
      stream: object,
      context: object,
    ) => Promise<void>
    return async (request, response) => handler(await payload2(request), response, {})
  }),
  differs: { 'bearer-two': dropped, 'client-two': dropped },
}

/** Like Lambda's runtime for Node, it writes the head before the first bytes. */
const awslambda = {
  streamifyResponse: (handler: unknown) => handler,
  HttpResponseStream: {
    from(
      stream: ServerResponse,
      {
        statusCode,
        headers,
        cookies,
      }: { statusCode: number; headers: Record<string, string>; cookies: string[] },
    ) {
      stream.writeHead(statusCode, { ...headers, 'set-cookie': cookies })
      stream.flushHeaders()
      return new Writable({
        // If the reader has gone away, there is nothing to write to.
        write: (chunk, _encoding, done) =>
          stream.destroyed ? done() : void stream.write(chunk, () => done()),
        final: (done) => void stream.end(done),
      })
    },
  },
}

function lambda(name: string, invocationOf: (fetch: LambdaFetch) => Invocation): AdapterHost {
  return {
    name,
    hasApi: true,
    start: (environment) => serve(invocationOf(fetchApplication(environment)), Number(environment.PORT)),
    differs: { stream: 'the answer is whole', 'bearer-two': dropped, 'client-two': dropped },
  }
}

async function serve(invoke: Invocation, port: number): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    invoke(request, response).catch(() => response.writeHead(502).end())
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return () => closeServer(server)
}

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html */
async function payload2(request: IncomingMessage): Promise<LambdaEvent> {
  const { pathname, search } = new URL(request.url ?? '/', 'https://function.lambda-url.example')
  const { cookie, ...headers } = headersOf(request)
  const sent = await text(request)
  return {
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(sent
      ? { body: Buffer.from(sent).toString('base64'), isBase64Encoded: true }
      : { isBase64Encoded: false }),
    requestContext: {
      domainName: 'function.lambda-url.example',
      http: { method: request.method ?? 'GET', sourceIp: '192.0.2.1' },
    },
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html */
async function payload1(request: IncomingMessage): Promise<LambdaEvent> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://api.example')
  const headers = headersOf(request)
  const sent = await text(request)
  const names = [...new Set(searchParams.keys())]
  return {
    httpMethod: request.method ?? 'GET',
    path: pathname,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    multiValueQueryStringParameters:
      names.length > 0 ? Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])) : null,
    body: sent || null,
    isBase64Encoded: false,
    requestContext: { domainName: 'api.example', identity: { sourceIp: '192.0.2.1' } },
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}

function send(result: LambdaResult, response: ServerResponse): void {
  const { statusCode, headers, cookies, multiValueHeaders, body, isBase64Encoded } = result
  for (const [name, value] of Object.entries({ ...headers, ...multiValueHeaders })) {
    response.setHeader(name, value as string | string[])
  }
  if (cookies && cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.writeHead(statusCode).end(isBase64Encoded ? Buffer.from(body, 'base64') : body)
}
