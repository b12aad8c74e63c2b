import { cookies } from 'next/headers'

export async function GET() {
  const jar = await cookies()
  jar.set('theme', 'dark')
  return new Response()
}
