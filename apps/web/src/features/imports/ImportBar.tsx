import type { ImportPreview } from '@milepost/api-contracts/imports'
import { formatCount, plural } from '#shared/format/numbers.ts'
import { Button } from '#shared/ui/Button.tsx'
import { texts } from './texts.ts'

interface ImportBarProps {
  preview: ImportPreview
  busy: boolean
  onCancel: () => void
  onImport: () => void
}

/** What happens next; always in sight where there is room. */
export function ImportBar({ preview, busy, onCancel, onImport }: ImportBarProps) {
  const { counts, errors } = preview
  const { tasks, milestones, links, baselines } = counts
  const changes = [tasks, milestones, links].reduce(
    (sum, one) => sum + one.new + one.changed,
    baselines,
  )
  const parts = [
    ...(tasks.new > 0 ? [`${formatCount(tasks.new)} new`] : []),
    ...(tasks.changed > 0 ? [`${formatCount(tasks.changed)} changed`] : []),
    ...(tasks.unchanged > 0 ? [`${formatCount(tasks.unchanged)} as they are`] : []),
    ...(milestones.new > 0 ? [plural(milestones.new, 'milestone')] : []),
    ...(links.new + links.changed > 0 ? [plural(links.new + links.changed, 'link')] : []),
    ...(baselines > 0 ? [plural(baselines, 'baseline')] : []),
  ]
  const because =
    errors.length > 0 ? texts.errorsHint : changes === 0 ? texts.nothingNew : undefined
  return (
    <div className="bottom-0 z-(--z-header) flex flex-wrap items-center gap-3 rounded-lg border border-line bg-raised px-4 py-2.5 sm:sticky">
      <p role="status" className="min-w-48 flex-1">
        <b className="font-semibold">{parts.slice(0, 1)}</b>
        {parts.length > 1 && `, ${parts.slice(1).join(', ')}`}
        <span className="block text-ink-3 text-xs">
          {changes === 0 && errors.length === 0 ? texts.nothingNew : texts.undoHint}
        </span>
      </p>
      <Button onClick={onCancel}>{texts.cancel}</Button>
      <Button
        variant="primary"
        disabledReason={busy ? texts.importing : because}
        onClick={onImport}
      >
        {busy ? texts.importing : texts.importButton(tasks.new + tasks.changed)}
      </Button>
    </div>
  )
}
