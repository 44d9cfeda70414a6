import { Dialog } from '#shared/ui/Dialog.tsx'
import { Kbd } from '#shared/ui/Kbd.tsx'
import { shortcutGroups, texts } from './texts.ts'

/** Every key of the app, by where it works. */
export const ShortcutKeys = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={texts.shortcuts} onClose={onClose}>
    <div className="grid gap-x-8 sm:grid-cols-2">
      {shortcutGroups.map(({ title, keys }) => (
        <section key={title} className="mt-4 min-w-0">
          <h3 className="mb-1 font-medium">{title}</h3>
          <dl>
            {keys.map(([key, does]) => (
              <div key={key} className="flex items-baseline gap-2 py-0.5">
                <dd className="min-w-0 flex-1 text-ink-2">{does}</dd>
                <dt className="flex-none">
                  {key.split(' ').map((one) => (
                    <span key={one} className="ml-1">
                      <Kbd>{one}</Kbd>
                    </span>
                  ))}
                </dt>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  </Dialog>
)
