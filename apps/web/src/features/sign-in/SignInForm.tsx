import '#shared/forms/zod-without-eval.ts'
import { zodResolver } from '@hookform/resolvers/zod'
import { type Login, loginSchema } from '@milepost/api-contracts/auth'
import { useForm } from 'react-hook-form'
import { explain } from '#shared/api/api-problem.ts'
import { Button } from '#shared/ui/Button.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { texts } from './texts.ts'

const credentialsSchema = loginSchema.pick({ email: true, password: true })

interface SignInFormProps {
  onSubmit: (credentials: Pick<Login, 'email' | 'password'>) => void
  pending: boolean
  error: unknown
  /** What was refused is being changed. */
  onChange: () => void
}

export function SignInForm({ onSubmit, pending, error, onChange }: SignInFormProps) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(credentialsSchema),
    defaultValues: { email: '', password: '' },
  })
  const { email, password } = formState.errors
  const refusal = error ? explain(error) : undefined

  return (
    <form noValidate onChange={onChange} onSubmit={(event) => void handleSubmit(onSubmit)(event)}>
      <Field label={texts.email} error={email && texts.emailMissing}>
        {(control) => (
          <Input {...register('email')} {...control} type="email" autoComplete="username" />
        )}
      </Field>
      <Field label={texts.password} error={password ? texts.passwordMissing : refusal}>
        {(control) => (
          <Input
            {...register('password')}
            {...control}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <Button variant="primary" size="lg" type="submit" className="mt-4 w-full" aria-busy={pending}>
        {pending ? texts.submitting : texts.submit}
      </Button>
    </form>
  )
}
