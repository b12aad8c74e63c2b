import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('home.tsx'),
  route('auth/*', 'auth.ts'),
  route('profile', 'profile.tsx'),
  route('fresh', 'fresh.tsx'),
  route('admin', 'admin.tsx'),
  route('about', 'about.tsx'),
  route('throws', 'throws.tsx'),
  route('theme', 'theme.ts'),
  route('elsewhere', 'elsewhere.ts'),
  route('stream', 'stream.ts'),
  route('.well-known/oauth-protected-resource', 'api/metadata.ts'),
  ...['me', 'fresh', 'admin', 'named', 'role', 'claim', 'notes'].map((name) =>
    route(`api/${name}`, `api/${name}.ts`),
  ),
] satisfies RouteConfig
