// A request as fixtures look at it: read once, whatever its body is.
import type { FixtureRequest } from '../contracts/provider-fixture.ts'
import type { ServedProvider } from './served-provider.ts'

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
  const body = method === 'GET' || method === 'HEAD' ? '' : await request.text()
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

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
