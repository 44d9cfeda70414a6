import { type ReactNode, useEffect } from 'react'
import { Button } from './Button.tsx'
import { HealthMark } from './HealthMark.tsx'
import { IconButton } from './IconButton.tsx'
import { Kbd } from './Kbd.tsx'
import { toastDismissed, undoRequested, useToastStore } from './toast-store.ts'
import { useKeys } from './use-keys.ts'

const lifeMs = 6000

/** Bottom centre of the content. The page renders it once. */
export function Toast() {
  const { notice, failure } = useToastStore()
  const number = notice?.number

  useEffect(() => {
    if (number === undefined) return
    const timer = setTimeout(toastDismissed, lifeMs)
    return () => clearTimeout(timer)
  }, [number])
  useKeys({ z: undoRequested }, notice?.undo !== undefined)

  return (
    <>
      <div role="status">
        {notice && (
          <Box>
            <span>
              {notice.subject && <span className="font-medium">{notice.subject} </span>}
              {notice.text}
            </span>
            <span className="flex items-center gap-1">
              {notice.undo && (
                <Button onClick={undoRequested}>
                  Undo <Kbd>Z</Kbd>
                </Button>
              )}
              <IconButton icon="close" iconSize={14} label="Dismiss" onClick={toastDismissed} />
            </span>
          </Box>
        )}
      </div>
      {!notice && failure && (
        <div role="alert">
          <Box>
            <span className="flex items-center gap-2">
              <HealthMark health="red" size={9} />
              {failure}
            </span>
            <IconButton icon="close" iconSize={14} label="Dismiss" onClick={toastDismissed} />
          </Box>
        </div>
      )}
    </>
  )
}

const Box = ({ children }: { children: ReactNode }) => (
  <div className="fixed bottom-5 left-1/2 z-(--z-toast) flex min-h-10 w-max max-w-[calc(100vw-24px)] -translate-x-1/2 items-center gap-3 rounded-lg bg-raised py-1.5 pr-1.5 pl-3.5 shadow-float max-sm:bottom-[calc(56px+12px)] lg:left-[calc(50%+var(--size-sidebar)/2)] present:left-1/2">
    {children}
  </div>
)
