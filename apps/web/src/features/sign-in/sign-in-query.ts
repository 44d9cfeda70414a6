import type { AppConfig } from '@milepost/api-contracts/app-config'
import type { Login, SignedIn } from '@milepost/api-contracts/auth'
import { useMutation, useQuery } from '@tanstack/react-query'
import { send } from '#shared/api/send.ts'
import { signedIn } from '#shared/api/session-store.ts'
import { tellTabsSignedIn } from '#shared/api/session-tabs.ts'

export type DemoAccount = AppConfig['demo_accounts'][number]

/** Accounts of the demo portfolio; none when there is no such thing here. */
export const useDemoAccounts = () =>
  useQuery({ queryKey: ['app-config'], queryFn: fetchAppConfig, retry: false, staleTime: Infinity })
    .data?.demo_accounts ?? []

async function fetchAppConfig(): Promise<AppConfig> {
  const response = await fetch('/app-config.json')
  return response.json()
}

export const useSignIn = () => useMutation({ mutationFn: signIn })

async function signIn({ email, password }: Pick<Login, 'email' | 'password'>): Promise<void> {
  const body = { email, password }
  const session = await send<SignedIn>({ method: 'POST', path: '/auth/login', body }, null)
  signedIn(session)
  tellTabsSignedIn(session)
}
