// The package.json of this release.
import { readFileSync } from 'node:fs'

/** Resolved by the package's name, since the build moves this file to another depth. */
export function ownManifest(): { readonly version: string } {
  return JSON.parse(readFileSync(new URL(import.meta.resolve('latchkey/package.json')), 'utf8'))
}
