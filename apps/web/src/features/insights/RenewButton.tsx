import { Button } from '#shared/ui/Button.tsx'
import type { ButtonLook } from '#shared/ui/button-class.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { type InsightScope, useRenewInsight } from './insight-query.ts'
import { texts } from './texts.ts'

interface RenewButtonProps {
  scope: InsightScope
  /** One is queued or being written. */
  pending: boolean
  variant?: NonNullable<ButtonLook['variant']>
}

export function RenewButton({ scope, pending, variant = 'ghost' }: RenewButtonProps) {
  const renew = useRenewInsight(scope)
  if (pending || renew.isPending) {
    return (
      <span role="status" className="whitespace-nowrap px-2 text-ink-3 text-xs">
        {texts.renewing}
      </span>
    )
  }
  return (
    <Button variant={variant} size="sm" onClick={() => renew.mutate()}>
      <Icon name="renew" size={12} />
      {texts.renew}
    </Button>
  )
}
