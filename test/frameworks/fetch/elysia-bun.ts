// The application of the adapter suite on Elysia's native host, Bun.
import { Elysia } from 'elysia'
import type { HostEnvironment } from '../../../src/testing/contract/adapter/stage.ts'
import { elysiaApplication } from '../../contract/adapter-hosts/elysia-application.ts'

const environment = process.env as unknown as HostEnvironment
elysiaApplication(environment, new Elysia()).listen({ port: environment.PORT, hostname: '127.0.0.1' })
