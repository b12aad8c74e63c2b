// A request as fixtures look at it: read once, whatever its body is.
import type { FixtureRequest } from '../contracts/provider-fixture.ts'

export async function fixtureRequest(request: Request, url: URL): Promise<FixtureRequest> {
  const { method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? '' : await request.text()
  const type = headers.get('content-type') ?? ''
  return {
    method,
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
