import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem.ts'

/** Worth a second try: no answer, or one that says "later". A refusal stays one. */
const isPassing = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status >= 500)

export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && isPassing(error),
        // Live events keep what is shown current; a returning reader asks again after this.
        staleTime: 30_000,
        // Without a connection a page says so, instead of looking as if it were loading.
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: false },
    },
  })
