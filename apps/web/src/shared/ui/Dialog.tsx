import { type ReactNode, useId } from 'react'
import { IconButton } from './IconButton.tsx'
import { useModal } from './use-modal.ts'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** The browser's own modal dialog: it holds the focus and hides the rest. Render it to open it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useModal(onClose)
  const id = useId()
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className="m-auto w-[480px] max-w-[calc(100vw-24px)] rounded-lg bg-raised p-0 text-ink shadow-float backdrop:bg-scrim"
    >
      <header className="flex h-12 items-center border-line border-b pr-3 pl-5">
        <h2 id={id} className="flex-1 font-semibold text-base tracking-tight">
          {title}
        </h2>
        <IconButton icon="close" iconSize={14} label="Close, Esc" onClick={onClose} />
      </header>
      <div data-dialog-body className="px-5 pt-1 pb-5">
        {children}
      </div>
    </dialog>
  )
}
