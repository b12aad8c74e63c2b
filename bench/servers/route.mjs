// The responses of every measured server, so that only the sign-in part differs: `/` for all visitors, `/protected` for
// signed-in people, with their name.

/** The body of the protected route. */
export const greeting = (name) => `{"hello":"${name}"}`

/** Without sign-in, the same route responds with the same bytes. */
export const nobodysName = 'Ada Lovelace'

export const publicBody = '{"hello":"world"}'

/** Sends a handler's response on node:http. */
export function answer(response, body) {
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.end(body)
}

/** Resolves once the server listens. */
export function listening(server, port) {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
}
