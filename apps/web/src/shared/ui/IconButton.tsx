import { Button, type ButtonProps } from './Button.tsx'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.tsx'
import { Tooltip } from './Tooltip.tsx'

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'square' | 'aria-label'> {
  icon: IconName
  /** What it does, with its key if it has one: "Close, Esc". */
  label: string
  iconSize?: 12 | 14 | 16
}

export function IconButton({
  icon,
  label,
  iconSize = 16,
  variant = 'ghost',
  ...rest
}: IconButtonProps) {
  const button = (
    <Button {...rest} variant={variant} square aria-label={label}>
      <Icon name={icon} size={iconSize} />
    </Button>
  )
  return rest.disabledReason === undefined ? <Tooltip text={label}>{button}</Tooltip> : button
}
