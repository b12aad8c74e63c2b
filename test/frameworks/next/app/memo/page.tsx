import { redirect } from 'next/navigation'
import { requireUser } from '../../auth'

/** Guarded only by the page and its action. */
export default async function Page({ searchParams }: { searchParams: Promise<{ saved?: string }> }) {
  await requireUser({ returnTo: '/memo' })
  const { saved = 'nothing' } = await searchParams

  async function save(form: FormData) {
    'use server'
    await requireUser({ returnTo: '/memo' })
    redirect(`/memo?saved=${encodeURIComponent(String(form.get('words')))}`)
  }

  return (
    <form action={save}>
      <p>{`Saved: ${saved}`}</p>
      <textarea name="words" />
      <button type="submit">Save</button>
    </form>
  )
}
