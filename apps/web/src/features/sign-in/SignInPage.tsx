import { clsx } from 'clsx'
import { useEffect } from 'react'
import { Navigate, useLocation } from 'react-router'
import { useSessionStatus } from '#shared/api/session-store.ts'
import { BrandMark } from '#shared/ui/BrandMark.tsx'
import { Toast } from '#shared/ui/Toast.tsx'
import { DemoAccounts } from './DemoAccounts.tsx'
import { returnAddress } from './return-address.ts'
import { SignInForm } from './SignInForm.tsx'
import { useDemoAccounts, useSignIn } from './sign-in-query.ts'
import { texts } from './texts.ts'

export function SignInPage() {
  const { state } = useLocation()
  const status = useSessionStatus()
  const accounts = useDemoAccounts()
  const signIn = useSignIn()
  useEffect(() => {
    document.title = `${texts.title} · Milepost`
  }, [])

  if (status === 'signed_in') return <Navigate to={returnAddress(state)} replace />
  const demo = accounts.length > 0
  return (
    <>
      <main
        className={clsx(
          'grid min-h-screen max-lg:content-center max-lg:gap-10 max-lg:px-4 max-lg:py-10',
          demo && 'lg:grid-cols-2',
        )}
      >
        <div className="grid content-center justify-center lg:grid-cols-[328px] max-lg:grid-cols-[minmax(0,440px)]">
          <p className="mb-1 flex h-(--size-header) items-center gap-2 font-semibold text-base tracking-tight">
            <BrandMark />
            Milepost
          </p>
          <h1 className="font-semibold text-xl tracking-tight">{texts.title}</h1>
          <SignInForm
            onSubmit={signIn.mutate}
            onChange={signIn.reset}
            pending={signIn.isPending}
            error={signIn.error}
          />
        </div>
        {demo && (
          <div className="grid content-center justify-center border-line lg:grid-cols-[440px] lg:border-l max-lg:grid-cols-[minmax(0,440px)]">
            <DemoAccounts accounts={accounts} onChoose={signIn.mutate} />
          </div>
        )}
      </main>
      <Toast />
    </>
  )
}
