// One process of `npm run bench -- check-cost`: measures what `auth.session(request)` costs in a build, without a server.
// Arguments: the folder of the build and the scenario. Prints the lowest of several slices, in nanoseconds of CPU time.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder, scenario] = process.argv.slice(2)
const origin = 'http://localhost:3000'
const slices = 9

const load = (file) => import(pathToFileURL(join(folder, file)).href)
const { latchkey } = await load('index.js')
const { google } = await load('providers/google.js')
const { sqlite } = await load('stores/sqlite.js')
const { issueTestSession } = await load('testing/index.js')

const isBearer = scenario === 'bearer'
const store = isBearer || scenario === 'stored' ? sqlite(':memory:') : undefined
const auth = latchkey({
  origin,
  secret: randomBytes(32).toString('base64url'),
  providers: [google({ clientId: 'bench', clientSecret: 'bench' })],
  store,
  log: () => {},
  ...(isBearer && { bearer: true, clients: [{ id: 'bench', device: true }] }),
})
await store?.migrate()
const { cookieHeader } = await issueTestSession(auth, { subject: 'one', name: 'One' }, { origin })

/** The Authorization header with the access token of a client that the user has authorized. */
async function authorization() {
  const send = (address, fields, headers = {}) =>
    auth.handle(
      new Request(new URL(address, origin), {
        headers,
        ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
      }),
    )
  const device = await (await send('/auth/device', { client_id: 'bench' })).json()
  const page = await (await send(device.verification_uri_complete, null, { cookie: cookieHeader })).text()
  const [, action = ''] = /action="([^"]*decision=allow)"/.exec(page) ?? []
  await send(action.replaceAll('&amp;', '&'), {}, { cookie: cookieHeader, origin })
  const grant = 'urn:ietf:params:oauth:grant-type:device_code'
  const fields = { grant_type: grant, client_id: 'bench', device_code: device.device_code }
  const { access_token: token } = await (await send('/auth/token', fields)).json()
  return `Bearer ${token}`
}

// A build that does not support clients yet has nothing to measure.
if (isBearer && auth.metadataPath === undefined) {
  console.log(null)
  process.exit()
}
const shown = isBearer ? { authorization: await authorization() } : { cookie: cookieHeader }

/** Shaped like the request that Node passes to an adapter. */
const request = {
  method: 'GET',
  url: '/',
  headers: {
    host: 'localhost:3000',
    'user-agent': 'bench',
    accept: '*/*',
    ...(scenario === 'anonymous' ? {} : shown),
  },
  socket: { remoteAddress: '127.0.0.1' },
}

function checks(count) {
  let signedIn = 0
  for (let at = 0; at < count; at++) if (auth.session(request).user) signedIn++
  return signedIn
}

const count = scenario === 'anonymous' ? 3_000_000 : 300_000
if (checks(count) !== (scenario === 'anonymous' ? 0 : count))
  throw new Error('The checks do not answer as they should.')
const costs = Array.from({ length: slices }, () => {
  const before = process.cpuUsage()
  checks(count)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1_000) / count
})
console.log(Math.min(...costs))
await auth.close()
