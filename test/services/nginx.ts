// nginx as a load balancer on loopback: it sends each request to the next server.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { exchange } from '../support/http-exchange.ts'

export interface Nginx {
  readonly stop: () => Promise<void>
}

/** Debian installs it in a folder that only root's search path contains. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }

/** For a test's `skip` option: false, or why it is skipped. With CI=true it is never skipped. */
export function skipWithoutNginx(): string | false {
  if (process.env.CI === 'true' || spawnSync('nginx', ['-v'], { env }).status === 0) return false
  return 'nginx is not installed'
}

/** Balances between these ports on loopback. The response header `x-upstream` names the port that answered. */
export async function startNginx(port: number, serverPorts: readonly number[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-nginx-'))
  writeFileSync(join(folder, 'nginx.conf'), configuration(port, serverPorts))
  const child = spawn('nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], { env, stdio: 'ignore' })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGKILL')) {
      await new Promise((resolve) => child.once('exit', resolve))
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', () => child.kill('SIGKILL'))
  await untilListening(child, port)
  return { stop }
}

function configuration(port: number, serverPorts: readonly number[]): string {
  // A single process, so that it runs as the current user and ends with the test.
  return `daemon off;
master_process off;
pid nginx.pid;
error_log stderr crit;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  upstream servers {
    ${serverPorts.map((serverPort) => `server 127.0.0.1:${serverPort} max_fails=1 fail_timeout=1s;`).join('\n    ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://servers;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      add_header X-Upstream $upstream_addr always;
    }
  }
}
`
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const url = new URL(`http://127.0.0.1:${port}/`)
    const isThere = await exchange({ method: 'GET', url, headers: {} }).then(
      () => true,
      () => false,
    )
    if (isThere) return
    if (attempt === 100 || child.exitCode !== null) throw new Error('nginx does not start')
    await wait(50)
  }
}
