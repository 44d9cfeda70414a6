import type { SavedView } from '@milepost/api-contracts/list'
import { useState } from 'react'
import { Button } from '#shared/ui/Button.tsx'
import { buttonClass } from '#shared/ui/button-class.ts'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { Field } from '#shared/ui/Field.tsx'
import { Icon } from '#shared/ui/Icon.tsx'
import { Input } from '#shared/ui/Input.tsx'
import { Menu } from '#shared/ui/Menu.tsx'
import { type ListState, writeState } from './list-state.ts'
import { texts } from './texts.ts'
import { useViewChanges, useViews } from './views-query.ts'

interface SavedViewsProps {
  projectId: string
  state: ListState
  show: (query: Record<string, string>) => void
}

const sameQuery = (one: Record<string, string>, other: Record<string, string>) =>
  new URLSearchParams(one).toString() === new URLSearchParams(other).toString()

/** Filters, order and columns under a name, for oneself or for everybody on the project. */
export function SavedViews({ projectId, state, show }: SavedViewsProps) {
  const known = useViews(projectId).data
  const views = known?.items ?? []
  const { add, update, remove } = useViewChanges(projectId)
  const [naming, setNaming] = useState(false)
  const [used, setUsed] = useState<string | null>(null)
  const query = writeState(state)
  const current = views.find((view) => sameQuery(view.query, query))
  const last = views.find((view) => view.id === used && view.can.update)

  const item = (view: SavedView) => ({
    label: view.name,
    checked: view.id === current?.id,
    onSelect: () => {
      setUsed(view.id)
      show(view.query)
    },
  })
  const own = views.filter((view) => view.can.update)
  const shared = views.filter((view) => !view.can.update)
  const changes = [
    { label: texts.saveView, icon: 'add' as const, onSelect: () => setNaming(true) },
    ...(last && last.id !== current?.id
      ? [
          {
            label: texts.updateView(last.name),
            icon: 'approve' as const,
            onSelect: () => update.mutate({ id: last.id, version: last.version, query }),
          },
        ]
      : []),
    ...(current?.can.update
      ? [
          {
            label: texts.deleteView(current.name),
            icon: 'close' as const,
            onSelect: () => remove.mutate(current),
          },
        ]
      : []),
  ]
  const groups = [
    { items: [{ label: texts.usual, checked: sameQuery(query, {}), onSelect: () => show({}) }] },
    ...(own.length > 0 ? [{ heading: texts.own, items: own.map(item) }] : []),
    ...(shared.length > 0 ? [{ heading: texts.shared, items: shared.map(item) }] : []),
    ...(known?.can.create ? [{ items: changes }] : []),
  ]

  return (
    <>
      <Menu label={texts.views} placement="bottom-end" groups={groups}>
        {(trigger) => (
          <button
            type="button"
            {...trigger}
            className={buttonClass({ variant: 'ghost', size: 'sm' })}
          >
            {current?.name ?? texts.views}
            <Icon name="down" size={12} />
          </button>
        )}
      </Menu>
      {naming && (
        <NameView
          onClose={() => setNaming(false)}
          onSave={(name, is_shared) => {
            setNaming(false)
            add.mutate({ name, is_shared, query })
          }}
        />
      )}
    </>
  )
}

interface NameViewProps {
  onClose: () => void
  onSave: (name: string, shared: boolean) => void
}

function NameView({ onClose, onSave }: NameViewProps) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [tried, setTried] = useState(false)
  const missing = name.trim() === ''
  return (
    <Dialog title={texts.viewTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (!missing) onSave(name.trim(), shared)
        }}
      >
        <Field label={texts.viewName} error={tried && missing ? texts.viewNameMissing : undefined}>
          {(control) => (
            <Input
              {...control}
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <label className="mt-3 flex items-center gap-2">
          <input
            type="checkbox"
            checked={shared}
            onChange={(event) => setShared(event.target.checked)}
            className="size-4 accent-(--color-accent)"
          />
          {texts.share}
        </label>
        <div className="mt-5 flex justify-end gap-2">
          <Button size="lg" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button size="lg" variant="primary" type="submit">
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
