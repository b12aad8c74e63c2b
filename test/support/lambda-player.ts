// `node lambda-player.ts FILE PORT`: serves the `handler` that a file exports, like a function URL.
import { pathToFileURL } from 'node:url'
import { serveFunction } from '../contract/adapter-hosts/lambda.ts'

const [file = '', port] = process.argv.slice(2)
const { handler } = await import(pathToFileURL(file).href)
await serveFunction(handler, Number(port))
