import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { Controller, Get, Redirect, Res, StreamableFile, UseGuards } from '@nestjs/common'
import type { User } from 'latchkey'
import {
  type AccessToken,
  CurrentAuth,
  CurrentToken,
  CurrentUser,
  type RequestAuth,
  requireBearer,
  requireClaim,
  requireFresh,
  requireRole,
  requireUser,
} from 'latchkey/nestjs'
import { notesApi } from './api.js'

interface ExpressResponse {
  append(name: string, value: string): unknown
}
interface FastifyResponse {
  header(name: string, value: string): unknown
}

@Controller()
export class AppController {
  @Get()
  home(@CurrentAuth() { user }: RequestAuth) {
    return `Hello ${user?.name ?? 'nobody'}`
  }

  @Get('theme')
  theme(@Res({ passthrough: true }) response: ExpressResponse | FastifyResponse) {
    if ('append' in response) response.append('Set-Cookie', 'theme=dark')
    else response.header('Set-Cookie', 'theme=dark')
    return ''
  }

  @Get('profile')
  @UseGuards(requireUser())
  profile(@CurrentUser() user: User) {
    return `Your profile, ${user.name}`
  }

  @Get('api/me')
  @UseGuards(requireUser({ api: true }))
  me(@CurrentUser() user: User) {
    return { name: user.name }
  }

  @Get('fresh')
  @UseGuards(requireFresh({ maxAge: 300 }))
  fresh() {
    return 'Fresh'
  }

  @Get('api/fresh')
  @UseGuards(requireFresh({ maxAge: 300, api: true }))
  freshApi() {
    return {}
  }

  @Get('admin')
  @UseGuards(requireRole('admin'))
  admin() {
    return 'Everything'
  }

  @Get('api/admin')
  @UseGuards(requireUser({ api: true, allow: () => false }))
  never() {
    return {}
  }

  @Get('api/named')
  @UseGuards(requireUser({ api: true, allow: ({ name }) => name === 'Alex Lindqvist' }))
  named() {
    return {}
  }

  @Get('api/role')
  @UseGuards(requireRole(['admin', 'staff'], { api: true }))
  role() {
    return {}
  }

  @Get('api/claim')
  @UseGuards(requireClaim('groups', 'staff', { api: true }))
  claim() {
    return {}
  }

  @Get('api/notes')
  @UseGuards(requireBearer({ resource: notesApi, scopes: 'notes:read' }))
  notes(@CurrentToken() { subject }: AccessToken) {
    return { subject }
  }

  @Get('stream')
  stream() {
    return new StreamableFile(Readable.from(twoParts()))
  }

  @Get('elsewhere')
  @Redirect('/', 302)
  elsewhere() {}

  @Get('throws')
  throws() {
    throw new Error('broken on purpose')
  }
}

async function* twoParts() {
  yield Buffer.from('first')
  await sleep(100)
  yield Buffer.from('second')
}
