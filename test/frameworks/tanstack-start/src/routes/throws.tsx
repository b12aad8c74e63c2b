import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/throws')({
  loader: () => {
    throw new Error('broken on purpose')
  },
  component: () => <p>never</p>,
})
