import { createFileRoute } from '@tanstack/react-router'
import { fresh } from '../functions'

export const Route = createFileRoute('/fresh')({ loader: () => fresh(), component: () => <p>Fresh</p> })
