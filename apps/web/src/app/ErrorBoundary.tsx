import { Component, type ReactNode } from 'react'
import { referenceOf } from '#shared/api/api-problem.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'
import { PartMissing, tryPartsAgain } from './lazy-part.ts'

interface ErrorBoundaryProps {
  /** What is shown, usually the address: with another one the failure is over. */
  of?: string
  /** What stands around the message; the middle of a page if left out. */
  frame?: (message: ReactNode) => ReactNode
  children: ReactNode
}

interface State {
  error: unknown
  failed: boolean
  of: string | undefined
}

const whole = { error: null, failed: false }

/**
 * Keeps a failure to the part of the page it happened in. A class, because React offers this to
 * classes only. What lands here is a bug of ours, or scripts that have not arrived.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { ...whole, of: this.props.of }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, failed: true }
  }

  static getDerivedStateFromProps({ of }: ErrorBoundaryProps, state: State): Partial<State> | null {
    if (of === state.of) return null
    if (state.failed) tryPartsAgain()
    return { ...whole, of }
  }

  override componentDidMount() {
    window.addEventListener('online', this.handleOnline)
  }

  override componentWillUnmount() {
    window.removeEventListener('online', this.handleOnline)
  }

  readonly handleOnline = () => {
    if (this.state.error instanceof PartMissing) this.tryAgain()
  }

  readonly tryAgain = () => {
    tryPartsAgain()
    this.setState(whole)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { error } = this.state
    const message =
      error instanceof PartMissing ? <Missing onRetry={this.tryAgain} /> : <Broken error={error} />
    return this.props.frame?.(message) ?? inThePage(message)
  }
}

const inThePage = (message: ReactNode) => (
  <main className="mx-auto grid w-full max-w-(--content-reading) flex-1 content-center">
    {message}
  </main>
)

const Missing = ({ onRetry }: { onRetry: () => void }) => (
  <FailedState title="No connection to Milepost" onRetry={onRetry}>
    This part of the app has not been loaded yet. It opens as soon as there is a connection; nothing
    was lost.
  </FailedState>
)

const Broken = ({ error }: { error: unknown }) => (
  <FailedState
    title="This page broke"
    onRetry={() => window.location.reload()}
    reference={referenceOf(error)}
  >
    What was saved is safe. Load the page again; if it breaks again, tell your administrator what
    you did.
  </FailedState>
)
