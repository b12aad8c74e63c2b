// One process of `npm run bench -- environment-start`: loads a build and checks options with five providers.
// Argument: the folder of the build. Prints the elapsed milliseconds, and the CPU time including Node's start, in milliseconds.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [folder] = process.argv.slice(2)
const environment = {
  ORIGIN: 'http://localhost:3000',
  NODE_ENV: 'development',
  LATCHKEY_SECRET: 'bench-bench-bench-bench-bench-bench-bench-bench',
  PROVIDERS: 'google,github,facebook',
  OIDC_PROVIDERS: 'acme,corp',
  OIDC_ACME_ISSUER: 'https://acme.example',
  OIDC_CORP_ISSUER: 'https://corp.example',
}
for (const prefix of ['GOOGLE', 'GITHUB', 'FACEBOOK', 'OIDC_ACME', 'OIDC_CORP']) {
  environment[`${prefix}_CLIENT_ID`] = 'bench'
  environment[`${prefix}_CLIENT_SECRET`] = 'bench-secret'
}

const began = performance.now()
const { optionsFromEnvironment } = await import(pathToFileURL(join(folder, 'environment.js')).href)
const { providers } = await optionsFromEnvironment(environment)
const passed = performance.now() - began
if (providers.length !== 5) throw new Error(`${providers.length} providers instead of five.`)
const { user, system } = process.cpuUsage()
console.log(JSON.stringify([passed, (user + system) / 1_000]))
