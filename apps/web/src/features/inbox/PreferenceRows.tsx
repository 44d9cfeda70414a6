import type {
  NotificationKind,
  NotificationPreference,
} from '@milepost/api-contracts/notifications'
import { texts } from './texts.ts'
import { kinds, wishFor } from './wishes.ts'

interface PreferenceRowsProps {
  items: readonly NotificationPreference[]
  projectId: string | null
  onChoose: (kind: NotificationKind, wish: { in_app: boolean; in_digest: boolean }) => void
}

/** A table of kinds with a box for each way to hear of them. */
export const PreferenceRows = ({ items, projectId, onChoose }: PreferenceRowsProps) => (
  <table className="w-full">
    <thead>
      <tr className="text-ink-3 text-xs">
        <td />
        <th scope="col" className="w-20 py-1.5 font-normal">
          {texts.inApp}
        </th>
        <th scope="col" className="w-20 py-1.5 font-normal">
          {texts.inDigest}
        </th>
      </tr>
    </thead>
    <tbody>
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => {
        const { in_app, in_digest } = wishFor(items, projectId, kind)
        return (
          <tr key={kind} className="h-9 border-line border-t">
            <th scope="row" className="px-4 text-left font-normal">
              {kinds[kind]}
            </th>
            <Box
              label={`${kinds[kind]}: ${texts.inApp}`}
              checked={in_app}
              onChange={(checked) => onChoose(kind, { in_app: checked, in_digest })}
            />
            <Box
              label={`${kinds[kind]}: ${texts.inDigest}`}
              checked={in_digest && in_app}
              disabled={!in_app}
              onChange={(checked) => onChoose(kind, { in_app, in_digest: checked })}
            />
          </tr>
        )
      })}
    </tbody>
  </table>
)

interface BoxProps {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (checked: boolean) => void
}

const Box = ({ label, checked, disabled, onChange }: BoxProps) => (
  <td className="text-center">
    <input
      type="checkbox"
      aria-label={label}
      className="size-4 align-middle accent-accent"
      checked={checked}
      disabled={disabled}
      onChange={({ target }) => onChange(target.checked)}
    />
  </td>
)
