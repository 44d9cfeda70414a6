import type { TemplateView } from '@milepost/api-contracts/templates'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { templatesKey } from '#shared/api/templates-query.ts'
import { Icon } from '#shared/ui/Icon.tsx'
import { IconButton } from '#shared/ui/IconButton.tsx'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { NameDialog } from './NameDialog.tsx'
import { TemplatePlan } from './TemplatePlan.tsx'
import { deleteTemplate, updateTemplate } from './template-api.ts'
import { texts } from './texts.ts'

/** A template, and what is in it once it is opened. */
export function TemplateRow({ template }: { template: TemplateView }) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const planId = useId()
  const { id, name, description, version } = template

  async function remove() {
    try {
      await deleteTemplate(template)
      somethingHappened({ text: texts.removed(name) })
    } catch (error) {
      somethingFailed(explain(error))
    }
    await client.invalidateQueries({ queryKey: templatesKey })
  }
  return (
    <li className="border-line not-first:border-t">
      <div className="flex items-start gap-3 py-2.5 pr-3 pl-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={planId}
          className="flex min-w-0 flex-1 gap-2 rounded-md text-left"
          onClick={() => setOpen((was) => !was)}
        >
          <Icon name={open ? 'down' : 'next'} size={14} className="mt-0.5 flex-none text-ink-3" />
          <span className="min-w-0">
            <span className="block font-medium">{name}</span>
            {description !== '' && (
              <span className="block max-w-[76ch] text-pretty text-ink-2">{description}</span>
            )}
            <span className="block text-ink-3 text-xs">
              {texts.size(template.task_count, template.milestone_count, template.duration_days)}
              {!template.built_in && template.team_id === null && ` · ${texts.everyTeam}`}
            </span>
          </span>
        </button>
        {template.can.update && (
          <>
            <IconButton
              icon="edit"
              iconSize={14}
              size="sm"
              label={texts.rename(name)}
              onClick={() => setRenaming(true)}
            />
            <IconButton
              icon="close"
              iconSize={14}
              size="sm"
              label={texts.remove(name)}
              onClick={() => void remove()}
            />
          </>
        )}
      </div>
      <div id={planId}>{open && <TemplatePlan templateId={id} />}</div>
      {renaming && (
        <NameDialog
          title={texts.renameTitle}
          known={{ name, description }}
          onSave={(named) => updateTemplate(id, { ...named, version })}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  )
}
