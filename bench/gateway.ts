// What the gateway costs: CPU time of nginx and the gateway for each request to a small application, compared with an nginx that
// passes the same request on without asking the gateway. `npm run bench -- gateway`; needs nginx.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sqlite } from '../src/stores/sqlite.ts'
import { run as build } from '../tools/build.ts'
import { startChild } from './equipment/child-process.ts'
import { findFreePort } from './equipment/find-free-port.ts'
import type { CookieSet, LoadResult } from './equipment/load-process.ts'
import { mintSessions } from './equipment/mint-sessions.ts'
import { readOptions } from './equipment/options.ts'
import { printTable } from './equipment/print-table.ts'
import { describeRun } from './equipment/run-alone.ts'
import { show, summarize } from './equipment/statistics.ts'

const secret = 'a secret of the benchmark that is long enough'
const root = fileURLToPath(new URL('..', import.meta.url))
const sessions = 2_000
const connections = 16
/** A clock tick of `/proc`; on Linux there are 100 per second. */
const TICK_MICROSECONDS = 10_000

/** One route to an application, and the processes that work for it. */
interface Way {
  readonly name: string
  readonly port: number
  readonly path: string
  readonly cookies: CookieSet
  readonly processIds: readonly number[]
}

interface Sample {
  /** CPU time per request of all processes together, in microseconds. */
  readonly cpu: number
  readonly perSecond: number
}

async function measureGateway(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const onCore = spawnSync('taskset', ['-c', '0', 'true']).status === 0 ? ['taskset', '-c', '0'] : []
  if (!options.isSource && (await build()) !== 0) throw new Error('The build failed; --source goes without.')
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-bench-'))
  const children: ChildProcess[] = []
  const start = async (
    command: readonly string[],
    port: number,
    environment: Record<string, string> = {},
  ): Promise<number> => {
    const [program = '', ...args] = [...onCore, ...command]
    const env = { PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder, ...environment }
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] })
    children.push(child)
    await untilListening(port, child)
    return child.pid ?? 0
  }
  const application = createServer((_, response) => response.end('Hello from the application behind.'))
  await new Promise<void>((resolve) => application.listen(0, '127.0.0.1', resolve))
  const address = application.address()
  const applicationPort = typeof address === 'object' && address ? address.port : 0
  const load = await startChild({ file: 'equipment/load-process.ts', role: 'load' })
  try {
    const database = path.join(folder, 'app.db')
    const store = sqlite(database)
    await store.migrate()
    const cookieFile = path.join(folder, 'cookies.json')
    await mintSessions({ secret, count: sessions, file: cookieFile, store })
    await store.close()
    const cli = options.isSource
      ? ['--conditions=latchkey-source', 'src/cli/latchkey.ts']
      : ['dist/cli/latchkey.js']
    const startGateway = async (port: number, environment: Record<string, string>): Promise<number> =>
      start(
        [
          process.execPath,
          ...cli.map((part) => (part.startsWith('-') ? part : path.join(root, part))),
          'gateway',
        ],
        port,
        {
          NODE_ENV: 'production',
          PORT: String(port),
          HOST: '127.0.0.1',
          LATCHKEY_SECRET: secret,
          LATCHKEY_AUDIENCE: 'bench',
          DATABASE_URL: `sqlite:${database}`,
          OIDC_PROVIDERS: 'bench',
          OIDC_BENCH_ISSUER: 'https://issuer.example',
          OIDC_BENCH_CLIENT_ID: 'bench',
          OIDC_BENCH_CLIENT_SECRET: 'bench',
          RULES: JSON.stringify({ rules: [{ path: '/public', allow: 'public' }, ...manyRules] }),
          ...environment,
        },
      )
    const [proxyPort, askedPort, alonePort] = [
      await findFreePort(),
      await findFreePort(),
      await findFreePort(),
    ]
    const asked = await startGateway(askedPort, {
      ORIGIN: `http://localhost:${proxyPort}`,
      TRUST_PROXY: '127.0.0.1',
    })
    const alone = await startGateway(alonePort, {
      ORIGIN: `http://localhost:${alonePort}`,
      UPSTREAM: `http://127.0.0.1:${applicationPort}`,
    })
    writeFileSync(path.join(folder, 'nginx.conf'), configuration(proxyPort, askedPort, applicationPort))
    const nginx = await start(['nginx', '-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], proxyPort)

    const signedIn: CookieSet = { file: cookieFile, from: 0, count: sessions }
    const oneBrowser: CookieSet = { file: cookieFile, from: 0, count: 1 }
    const ways: readonly Way[] = [
      {
        name: 'nginx, nobody is asked',
        port: proxyPort,
        path: '/unasked',
        cookies: signedIn,
        processIds: [nginx],
      },
      {
        name: 'nginx asks the gateway: 2,000 people in turn',
        port: proxyPort,
        path: '/page',
        cookies: signedIn,
        processIds: [nginx, asked],
      },
      {
        name: 'nginx asks the gateway: one browser',
        port: proxyPort,
        path: '/page',
        cookies: oneBrowser,
        processIds: [nginx, asked],
      },
      {
        name: 'nginx asks the gateway: a visitor, public page',
        port: proxyPort,
        path: '/public',
        cookies: {},
        processIds: [nginx, asked],
      },
      {
        name: 'the gateway alone: 2,000 people in turn',
        port: alonePort,
        path: '/page',
        cookies: signedIn,
        processIds: [alone],
      },
      {
        name: 'the gateway alone: a visitor, public page',
        port: alonePort,
        path: '/public',
        cookies: {},
        processIds: [alone],
      },
    ]
    const measure = async (
      { port, path: target, cookies, processIds }: Way,
      milliseconds: number,
    ): Promise<Sample> => {
      const before = processIds.map(ticksOf)
      const task = {
        task: 'repeat',
        port,
        path: target,
        cookies,
        expectedStatus: 200,
        connections,
        until: { milliseconds },
      }
      const done = await load.ask<LoadResult>(task)
      const used = processIds.reduce((sum, id, at) => sum + ticksOf(id) - (before[at] ?? 0), 0)
      return {
        cpu: (used * TICK_MICROSECONDS) / done.count,
        perSecond: (done.count * 1000) / done.milliseconds,
      }
    }

    console.log(describeRun(options))
    for (const way of ways) await measure(way, options.warmUpMilliseconds)
    const samples = new Map<Way, Sample[]>(ways.map((way) => [way, []]))
    for (let round = 0; round < options.rounds; round++) {
      // Ticks are long, so a slice has to last many of them.
      for (const way of ways) samples.get(way)?.push(await measure(way, options.sliceMilliseconds * 5))
    }
    const [bare = ways[0] as Way] = ways
    const rows = ways.map((way) => {
      const own = samples.get(way) ?? []
      const unasked = samples.get(bare) ?? []
      const added = own.map(({ cpu }, at) => cpu - (unasked[at]?.cpu ?? 0))
      return [
        way.name,
        show(summarize(own.map(({ cpu }) => cpu))),
        way === bare ? '' : show(summarize(added)),
        show(summarize(own.map(({ perSecond }) => perSecond)), 0),
      ]
    })
    printTable(
      'A request through the gateway',
      ['way', 'CPU us', 'more than nginx alone', 'requests/s'],
      rows,
    )
  } finally {
    for (const child of children) child.kill('SIGTERM')
    await load.stop()
    application.closeAllConnections()
    application.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** A realistic number of rules, all of which are checked. */
const manyRules = Array.from({ length: 20 }, (_, number) => ({
  path: `/area-${number}/*`,
  allow: { group: `group-${number}` },
}))

/** As in docs/gateway.md, with keep-alive connections in both directions. */
function configuration(port: number, gateway: number, application: number): string {
  return `daemon off;
master_process off;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  upstream gateway { server 127.0.0.1:${gateway}; keepalive 32; keepalive_requests 1000000; }
  upstream application { server 127.0.0.1:${application}; keepalive 32; keepalive_requests 1000000; }
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  server {
    listen 127.0.0.1:${port};
    location = /.verify {
      internal;
      proxy_pass http://gateway/auth/verify;
      proxy_pass_request_body off;
      proxy_set_header Connection "";
      proxy_set_header Content-Length "";
      proxy_set_header X-Original-URL $scheme://$http_host$request_uri;
      proxy_set_header X-Original-Method $request_method;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Uri "";
    }
    location = /unasked { proxy_pass http://application; }
    location / {
      auth_request /.verify;
      auth_request_set $latchkey_user $upstream_http_x_latchkey_user;
      auth_request_set $latchkey_jwt $upstream_http_x_latchkey_jwt;
      proxy_set_header Connection "";
      proxy_set_header X-Latchkey-User $latchkey_user;
      proxy_set_header X-Latchkey-Jwt $latchkey_jwt;
      proxy_pass http://application;
    }
  }
}
`
}

/** CPU time of a process so far, in user and in kernel mode, in ticks. */
function ticksOf(processId: number): number {
  const text = readFileSync(`/proc/${processId}/stat`, 'utf8')
  // The name in parentheses may contain spaces; user and system time are the 14th and 15th fields.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isThere) return
    if (attempt === 200 || child.exitCode !== null)
      throw new Error('a server of the benchmark does not start')
    await wait(50)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await measureGateway()
