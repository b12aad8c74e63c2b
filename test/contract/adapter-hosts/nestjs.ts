// NestJS 11 and 12 on both of their platforms, the same application compiled once with each: `npm run test:frameworks`.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

export const nest11OnExpressHost: AdapterHost = nest('NestJS 11 on Express', 'nestjs11', 'express')
export const nest11OnFastifyHost: AdapterHost = nest('NestJS 11 on Fastify', 'nestjs11', 'fastify')
export const nest12OnExpressHost: AdapterHost = nest('NestJS 12 on Express', 'nestjs', 'express')
export const nest12OnFastifyHost: AdapterHost = nest('NestJS 12 on Fastify', 'nestjs', 'fastify')

function nest(name: string, folderName: string, platform: string): AdapterHost {
  const folder = path.resolve(import.meta.dirname, '../../frameworks', folderName)
  const program = { command: process.execPath, args: ['build/main.js'], folder }
  return {
    name,
    hasApi: true,
    start: (environment) => startProgram(program, { ...environment, PLATFORM: platform }),
  }
}
