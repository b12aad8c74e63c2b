// Makes a self-signed certificate for a test, with this machine's openssl.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface Certificate {
  readonly key: Buffer
  readonly cert: Buffer
}

/** `hostname` may begin with `*.`. Writes the files into the folder. */
export function selfSigned(folder: string, hostname: string): Certificate {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(folder, name)) as [string, string]
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  const names = ['-subj', '/CN=test', '-addext', `subjectAltName=DNS:${hostname}`]
  const args = ['req', '-x509', ...options, '-keyout', key, '-out', cert, ...names]
  execFileSync('openssl', args, { stdio: 'ignore' })
  return { key: readFileSync(key), cert: readFileSync(cert) }
}
