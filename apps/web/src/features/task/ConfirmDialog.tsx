import { Button } from '#shared/ui/Button.tsx'
import { Dialog } from '#shared/ui/Dialog.tsx'
import { FieldError } from '#shared/ui/FieldError.tsx'
import { words } from './discussion-texts.ts'

interface ConfirmDialogProps {
  title: string
  hint: string
  /** Why it was refused. */
  problem: string | null
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something is deleted that nothing brings back. */
export const ConfirmDialog = (props: ConfirmDialogProps) => (
  <Dialog title={props.title} onClose={props.onClose}>
    <p className="mt-3 text-ink-2">{props.hint}</p>
    {props.problem !== null && <FieldError text={props.problem} />}
    <div className="mt-5 flex justify-end gap-2">
      <Button size="lg" onClick={props.onClose}>
        {words.keep}
      </Button>
      <Button size="lg" variant="primary" onClick={props.onConfirm}>
        {words.delete}
      </Button>
    </div>
  </Dialog>
)
