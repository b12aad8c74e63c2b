// Lambda events: how a request that a gateway has taken apart is restored, and how binary responses are returned.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LambdaEvent, type LambdaHost, lambdaHandler, streamingLambdaHandler } from 'latchkey/lambda'

const base = { requestContext: { domainName: 'api.example', http: { method: 'GET', sourceIp: '192.0.2.7' } } }

async function seen(event: LambdaEvent) {
  let request: Request | undefined
  let host: LambdaHost | undefined
  const result = await lambdaHandler((asked, beside) => {
    request = asked
    host = beside
    return new Response('x')
  })(event)
  assert.ok(request && host)
  return { request, host, result }
}

test('payload 2.0 arrives to the letter, with one Cookie header and the peer', async () => {
  const { request, host } = await seen({
    ...base,
    rawPath: '/a%2Fb',
    rawQueryString: 'q=%C3%BC+x',
    cookies: ['a=1', 'b=2'],
    headers: { host: 'app.example' },
  })
  assert.equal(request.url, 'https://app.example/a%2Fb?q=%C3%BC+x')
  assert.equal(request.headers.get('cookie'), 'a=1; b=2')
  assert.equal(host.sourceIp, '192.0.2.7')
})

test('a path that the gateway has decoded ends neither at a question mark nor at a hash', async () => {
  const { request } = await seen({ ...base, rawPath: '/profile?admin=1#x', rawQueryString: '' })
  assert.equal(new URL(request.url).pathname, '/profile%3Fadmin=1%23x')
})

test('payload 1.0: repeated parameters and cookies, and a body in base64', async () => {
  const post: LambdaEvent = {
    httpMethod: 'POST',
    path: '/auth/callback/post',
    multiValueQueryStringParameters: { a: ['1', 'two words'] },
    multiValueHeaders: { Cookie: ['a=1', 'b=2'], 'Content-Type': ['application/x-www-form-urlencoded'] },
    body: btoa('code=1&state=2'),
    isBase64Encoded: true,
    requestContext: { domainName: 'api.example', identity: { sourceIp: '192.0.2.8' } },
  }
  const { request, host, result } = await seen(post)
  assert.equal(request.url, 'https://api.example/auth/callback/post?a=1&a=two+words')
  assert.equal(request.headers.get('cookie'), 'a=1; b=2')
  assert.equal(await request.text(), 'code=1&state=2')
  assert.equal(host.sourceIp, '192.0.2.8')
  assert.deepEqual(result.multiValueHeaders?.['set-cookie'], [])
})

test('text leaves as text, everything else in base64, and each cookie by itself', async () => {
  const answers = {
    html: new Response('<p>ü', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
    json: Response.json({ a: 1 }),
    png: new Response(new Uint8Array([0x89, 0x50, 0xff]), { headers: { 'content-type': 'image/png' } }),
    packed: new Response(new Uint8Array([0x1f, 0x8b]), {
      headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' },
    }),
  }
  for (const [name, answer] of Object.entries(answers)) {
    answer.headers.append('set-cookie', 'a=1')
    answer.headers.append('set-cookie', 'b=2')
    const result = await lambdaHandler(() => answer)({ ...base, rawPath: '/', rawQueryString: '' })
    assert.equal(result.isBase64Encoded, name === 'png' || name === 'packed', name)
    assert.deepEqual(result.cookies, ['a=1', 'b=2'])
    assert.equal(result.headers?.['set-cookie'], undefined)
    if (name === 'html') assert.equal(result.body, '<p>ü')
    if (name === 'png') assert.equal(result.body, 'iVD/')
  }
})

test('an event of another kind is refused with a sentence, and so is streaming outside of Lambda', async () => {
  const answer = lambdaHandler(() => new Response('x'))
  const elb: LambdaEvent = { httpMethod: 'GET', path: '/', requestContext: { elb: {} } }
  for (const event of [elb, { requestContext: {} }])
    await assert.rejects(answer(event), /this event is neither/)
  assert.throws(() => streamingLambdaHandler(() => new Response('x')), /awslambda/)
})
