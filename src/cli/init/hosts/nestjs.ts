// NestJS on Express: a module that serves `/auth/*` for the whole application, and guards for its controllers.
import { builtNote, constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { typescriptLibrary, versionsOf } from '../package-versions.ts'
import { pagesModule } from '../pages-module.ts'
import { stores } from '../stores.ts'

const program = 'node --env-file-if-exists=.env'

export const nestjs: Host = {
  id: 'nestjs',
  name: 'NestJS',
  knownBy: ['@nestjs/core'],
  dependencies: versionsOf(
    '@nestjs/common',
    '@nestjs/core',
    '@nestjs/platform-express',
    'reflect-metadata',
    'rxjs',
  ),
  devDependencies: { ...versionsOf('@nestjs/cli', '@types/node'), typescript: typescriptLibrary },
  engines: nodeEngine,
  scripts: {
    start: `nest build && ${program} dist/main.js`,
    dev: `nest start --watch --exec "${program}"`,
    build: 'nest build',
    serve: `${program} dist/main.js`,
    check: 'tsc --noEmit',
  },
  commands: npm,
  stores,
  authFile: 'src/auth.ts',
  authModule: constantAuth,
  files: {
    'src/main.ts': `import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { AppModule } from './app.module.js'
import { auth } from './auth.js'

const port = Number(process.env.PORT ?? 3000)
await auth.ready()
const app = await NestFactory.create(AppModule)
await app.listen(port)
console.log(\`Open http://localhost:\${port} and sign in.\`)
`,
    'src/app.module.ts': `import { Module } from '@nestjs/common'
import { LatchkeyModule } from 'latchkey/nestjs'
import { AppController } from './app.controller.js'
import { auth } from './auth.js'

@Module({
  imports: [LatchkeyModule.forRoot(auth)], // serves /auth/*
  controllers: [AppController],
})
export class AppModule {}
`,
    'src/app.controller.ts': `import { Controller, Get, UseGuards } from '@nestjs/common'
import type { User } from 'latchkey'
import { CurrentUser, requireUser } from 'latchkey/nestjs'
import { homePage, profilePage } from './pages.js'

@Controller()
export class AppController {
  @Get()
  home(@CurrentUser() user: User | null): string {
    return homePage(user)
  }

  @Get('profile')
  @UseGuards(requireUser())
  profile(@CurrentUser() user: User): string {
    return profilePage(user)
  }
}
`,
    'src/pages.ts': pagesModule,
    'nest-cli.json': `${JSON.stringify(
      {
        $schema: 'https://json.schemastore.org/nest-cli',
        collection: '@nestjs/schematics',
        sourceRoot: 'src',
        compilerOptions: { deleteOutDir: true },
      },
      null,
      2,
    )}\n`,
    'tsconfig.json': `${JSON.stringify(
      {
        compilerOptions: {
          target: 'ES2023',
          module: 'NodeNext',
          experimentalDecorators: true,
          emitDecoratorMetadata: true,
          isolatedModules: true,
          strict: true,
          skipLibCheck: true,
          sourceMap: true,
          types: ['node'],
          rootDir: 'src',
          outDir: 'dist',
        },
        include: ['src'],
      },
      null,
      2,
    )}\n`,
  },
  tellsPeer: true,
  ignored: ['dist/'],
  notes: [builtNote],
  runs: 'compiled',
  existing: {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: {},
    edits: [
      {
        files: ['app.module.ts', 'app/app.module.ts'],
        place: 'The list `imports` of the root module in src/app.module.ts',
        imports: ["import { LatchkeyModule } from 'latchkey/nestjs'", "import { auth } from '{auth}'"],
        anchor: /@Module\(\{[^@]*?\bimports:\s*\[/,
        added: { item: 'LatchkeyModule.forRoot(auth)' },
        mark: /\bLatchkeyModule\.forRoot/,
      },
    ],
    byHand: [],
    environmentHint:
      'start Node with --env-file-if-exists=.env, or nest start with --env-file .env, so that .env is read',
    example: "@UseGuards(requireUser()) before a handler, with requireUser from 'latchkey/nestjs'",
  },
}
