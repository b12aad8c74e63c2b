#!/usr/bin/env node
// `npm create latchkey [FOLDER] [-- OPTIONS]` is `latchkey init` with the same arguments.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const manifestUrl = import.meta.resolve('latchkey/package.json')
const { bin } = JSON.parse(readFileSync(fileURLToPath(manifestUrl), 'utf8'))
process.argv.splice(2, 0, 'init')
await import(new URL(bin.latchkey, manifestUrl).href)
