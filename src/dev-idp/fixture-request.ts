// Reads a request for fixtures, once, with any kind of body.
import type { FixtureRequest } from '../contracts/provider-fixture.ts'
import { readBytes } from '../web/read-bytes.ts'
import { PageError } from './protocol-error.ts'
import type { ServedProvider } from './served-provider.ts'

const mostBodyBytes = 64 * 1024

export function fixtureRequest(
  request: Request,
  url: URL,
  { id }: Pick<ServedProvider, 'id'>,
): () => Promise<FixtureRequest> {
  let reading: Promise<FixtureRequest> | null = null
  return () => {
    reading ??= read(request, url, id)
    return reading
  }
}

async function read(request: Request, url: URL, id: string): Promise<FixtureRequest> {
  const { method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? '' : await bodyOf(request)
  const type = headers.get('content-type') ?? ''
  return {
    method,
    path: url.pathname.slice(`/${id}`.length),
    headers,
    query: url.searchParams,
    form: new URLSearchParams(/^application\/x-www-form-urlencoded\b/i.test(type) ? body : ''),
    json: /^application\/json\b/i.test(type) ? parsed(body) : null,
  }
}

async function bodyOf(request: Request): Promise<string> {
  const bytes = await readBytes(request, mostBodyBytes)
  if (bytes !== null) return new TextDecoder().decode(bytes)
  throw new PageError('The body is too large.', {
    status: 413,
    remedy: `The local identity provider reads at most ${mostBodyBytes} bytes.`,
  })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
