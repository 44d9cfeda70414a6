import type { AttachmentView } from '@milepost/api-contracts/discussion'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { explain } from '#shared/api/api-problem.ts'
import { sendFile } from '#shared/api/files.ts'
import { randomKey } from '#shared/api/random-key.ts'
import { keyOf } from './discussion-query.ts'

export interface Upload {
  id: string
  name: string
  /** 0–1 */
  part: number
  problem: string | null
}

/** The files that are on their way to a task, and those that did not arrive until one has read why. */
export function useUploads(taskId: string, problemOf: (file: File) => string | null) {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const running = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const { current } = running
    return () => {
      for (const one of current.values()) one.abort()
    }
  }, [])

  const change = (id: string, changed: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)))
  const remove = (id: string) => setUploads((all) => all.filter((one) => one.id !== id))

  async function send(id: string, file: File) {
    const control = new AbortController()
    running.current.set(id, control)
    try {
      await sendFile<AttachmentView>({
        ...{ path: `/tasks/${taskId}/attachments`, file, signal: control.signal },
        onProgress: (part) => change(id, { part }),
      })
      await client.invalidateQueries({ queryKey: keyOf(taskId, 'attachments') })
      remove(id)
    } catch (error) {
      // Translates: a refusal is shown beside the file that it is about.
      if (!control.signal.aborted) change(id, { problem: explain(error) })
    } finally {
      running.current.delete(id)
    }
  }

  return {
    uploads,
    start(files: Iterable<File>) {
      for (const file of files) {
        const id = randomKey()
        const problem = problemOf(file)
        setUploads((all) => [...all, { id, name: file.name, part: 0, problem }])
        if (problem === null) void send(id, file)
      }
    },
    /** Stops it, if it is still on its way. */
    forget(id: string) {
      running.current.get(id)?.abort()
      remove(id)
    },
  }
}
