// The package.json of this release.
import { readFileSync } from 'node:fs'

/** By the package's name: the build moves this file to another depth. */
export function ownManifest(): { readonly version: string } {
  return JSON.parse(readFileSync(new URL(import.meta.resolve('latchkey/package.json')), 'utf8'))
}
