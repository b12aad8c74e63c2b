import type { IncomingMessage } from 'node:http'
import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common'
import { LatchkeyModule } from 'latchkey/nestjs'
import { contractAuth, type HostEnvironment, leaveForeignAuth } from 'latchkey/testing/contract'
import { AppController } from './app.controller.js'

@Module({
  imports: [
    LatchkeyModule.forRootAsync({
      useFactory: () => contractAuth(process.env as unknown as HostEnvironment),
    }),
  ],
  controllers: [AppController],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer) {
    const foreign = (request: IncomingMessage, _response: unknown, next: () => void) => {
      leaveForeignAuth(request, 'x-foreign' in request.headers)
      next()
    }
    consumer.apply(foreign).forRoutes('{*path}')
  }
}
