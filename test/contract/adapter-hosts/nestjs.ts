// NestJS 12 on both of its platforms, compiled once: `npm run test:frameworks`.
import path from 'node:path'
import type { AdapterHost } from '../../../src/testing/contract/adapter/stage.ts'
import { startProgram } from './program.ts'

const folder = path.resolve(import.meta.dirname, '../../frameworks/nestjs')

export const nestOnExpressHost: AdapterHost = nest('NestJS on Express', 'express')
export const nestOnFastifyHost: AdapterHost = nest('NestJS on Fastify', 'fastify')

function nest(name: string, platform: string): AdapterHost {
  const program = { command: process.execPath, args: ['build/main.js'], folder }
  return {
    name,
    hasApi: true,
    start: (environment) => startProgram(program, { ...environment, PLATFORM: platform }),
  }
}
