import type { ImportField, ImportPreview } from '@milepost/api-contracts/imports'
import { clsx } from 'clsx'
import { Panel } from '#shared/ui/Panel.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { TasksTable } from './TasksTable.tsx'
import { texts } from './texts.ts'

interface PreviewPanelsProps {
  preview: ImportPreview
  onMap: (column: number, field: ImportField | null) => void
}

/** What a file becomes, the worst first. */
export function PreviewPanels({ preview, onMap }: PreviewPanelsProps) {
  const { columns, counts, errors, losses, tasks } = preview
  const total = counts.tasks.new + counts.tasks.changed + counts.tasks.unchanged
  const note = total > tasks.length ? texts.firstOf(tasks.length, total) : total
  return (
    <>
      {errors.length > 0 && <ErrorPanel errors={errors} />}
      <div className={clsx('grid items-start gap-4', columns.length > 0 && 'lg:grid-cols-2')}>
        {columns.length > 0 && (
          <Panel title={texts.columns} note={texts.columnsNote}>
            <ColumnsTable columns={columns} onMap={onMap} />
          </Panel>
        )}
        <LossPanel losses={losses} />
      </div>
      {tasks.length > 0 && (
        <Panel title={texts.tasks} note={note}>
          <TasksTable tasks={tasks} />
        </Panel>
      )}
    </>
  )
}

const ErrorPanel = ({ errors }: { errors: ImportPreview['errors'] }) => (
  <Panel title={texts.errors} note={errors.length} footer={texts.errorsHint}>
    <ul className="max-h-64 overflow-y-auto">
      {errors.map(({ line, detail }) => (
        <li
          key={`${line} ${detail}`}
          className="flex gap-3 border-line px-4 py-2 not-first:border-t"
        >
          <span className="w-16 flex-none text-red-fg tabular-nums">
            {line !== null && texts.line(line)}
          </span>
          <span className="min-w-0 break-words">{detail}</span>
        </li>
      ))}
    </ul>
  </Panel>
)

const LossPanel = ({ losses }: { losses: ImportPreview['losses'] }) => (
  <Panel title={texts.losses} {...(losses.length > 0 && { note: losses.length })}>
    {losses.length === 0 ? (
      <p className="px-4 py-3 text-ink-2">{texts.lossesNone}</p>
    ) : (
      <ul className="max-h-[420px] overflow-y-auto">
        {losses.map(({ what, detail, count }) => (
          <li
            key={`${what} ${detail}`}
            className="flex gap-3 border-line px-4 py-2 not-first:border-t"
          >
            <span className="min-w-0 flex-1">
              <span className="block break-words font-medium">{what}</span>
              <span className="block text-pretty text-ink-3 text-xs">{detail}</span>
            </span>
            <span className="flex-none text-ink-3 text-xs tabular-nums leading-5">
              {texts.times(count)}
            </span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
)
