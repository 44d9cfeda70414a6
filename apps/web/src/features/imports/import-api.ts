import type { ImportFile, ImportPreview, ImportResult } from '@milepost/api-contracts/imports'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { explain } from '#shared/api/api-problem.ts'
import { request } from '#shared/api/request.ts'
import { somethingFailed, somethingHappened } from '#shared/ui/toast-store.ts'
import { texts } from './texts.ts'

/** Ten thousand tasks are a few seconds of work, and a file of 10 MB is under way for as long as its line needs. */
const timeoutMs = 120_000

const ask = <Answer>(path: string, body: ImportFile) =>
  request<Answer>({ method: 'POST', path, body, timeoutMs })

export const usePreview = (projectId: string) =>
  useMutation({
    mutationFn: (file: ImportFile) =>
      ask<ImportPreview>(`/projects/${projectId}/imports/preview`, file),
  })

/** Imports, and offers to take it back. */
export function useImport(projectId: string) {
  const client = useQueryClient()
  // New tasks are new to every board, list, count and line of time.
  const outdated = () => client.invalidateQueries()

  async function undo(changeSetId: string): Promise<void> {
    try {
      await request({ method: 'POST', path: `/change-sets/${changeSetId}/undo`, timeoutMs })
      somethingHappened({ text: texts.undone })
    } catch (error) {
      somethingFailed(explain(error))
    }
    await outdated()
  }
  return useMutation({
    mutationFn: (file: ImportFile) => ask<ImportResult>(`/projects/${projectId}/imports`, file),
    onSuccess: async ({ counts, change_set_id }) => {
      await outdated()
      somethingHappened({
        text: texts.imported(counts.tasks.new, counts.tasks.changed),
        ...(change_set_id !== null && { undo: () => void undo(change_set_id) }),
      })
    },
  })
}
