import { createFileRoute } from '@tanstack/react-router'
import { admin } from '../functions'

export const Route = createFileRoute('/admin')({ loader: () => admin(), component: () => <p>Everything</p> })
