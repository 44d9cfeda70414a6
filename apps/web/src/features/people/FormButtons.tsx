import { Button } from '#shared/ui/Button.tsx'
import { texts } from './texts.ts'

export const FormButtons = ({ pending, onCancel }: { pending: boolean; onCancel: () => void }) => (
  <div className="mt-5 flex justify-end gap-2">
    <Button size="lg" onClick={onCancel}>
      {texts.cancel}
    </Button>
    <Button size="lg" variant="primary" type="submit">
      {pending ? texts.saving : texts.save}
    </Button>
  </div>
)
