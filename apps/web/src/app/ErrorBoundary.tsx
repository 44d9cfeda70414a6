import { Component, type ReactNode } from 'react'
import { referenceOf } from '#shared/api/api-problem.ts'
import { FailedState } from '#shared/ui/FailedState.tsx'

interface State {
  error: unknown
  failed: boolean
}

/** A class, because React offers this to classes only. Anything that lands here is a bug of ours. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null, failed: false }

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    const { error } = this.state
    return (
      <main className="mx-auto grid w-full max-w-(--content-reading) flex-1 content-center">
        <FailedState
          title="This page broke"
          onRetry={() => window.location.reload()}
          reference={referenceOf(error) ?? String(error)}
        >
          What was saved is safe. Load the page again; if it breaks again, pass the reference on to
          your administrator.
        </FailedState>
      </main>
    )
  }
}
