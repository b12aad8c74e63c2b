// The application of the adapter suite on NestJS: PLATFORM selects one of its two hosts.
import 'reflect-metadata'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { resourceMetadata } from 'latchkey/nestjs'
import { notesApi } from './api.js'
import { AppModule } from './app.module.js'

const { PLATFORM, PORT = '', PREFIX = '' } = process.env
const options = { logger: false } as const
const app =
  PLATFORM === 'fastify'
    ? await NestFactory.create(AppModule, new FastifyAdapter(), options)
    : await NestFactory.create(AppModule, options)
app.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
  response.setHeader('X-First', '1')
  next()
})
app.use(resourceMetadata(notesApi))
app.setGlobalPrefix(PREFIX)
await app.listen(PORT, '127.0.0.1')
