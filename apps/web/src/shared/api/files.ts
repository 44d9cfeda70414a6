import { freshAccessToken } from './access-token.ts'
import { parseProblem } from './api-problem.ts'

/** A file of the API's, as its reader may see it: an address alone would carry no token. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const token = await freshAccessToken()
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const response = await fetch(`/api/v1${path}`, { headers, ...(signal && { signal }) }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error
      throw parseProblem(0, null)
    },
  )
  if (!response.ok) throw parseProblem(response.status, await response.json().catch(() => null))
  return response.blob()
}

interface Upload {
  path: string
  file: File
  /** 0–1, of the bytes that are on their way. */
  onProgress: (part: number) => void
  signal: AbortSignal
}

/** Sends one file. Not by fetch, which tells nothing of how far it is. */
export async function sendFile<Answer>(upload: Upload): Promise<Answer> {
  const token = await freshAccessToken()
  const form = new FormData()
  form.set('file', upload.file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1${upload.path}`)
    request.responseType = 'json'
    if (token !== null) request.setRequestHeader('authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => upload.onProgress(loaded / total)
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Answer)
      else reject(parseProblem(request.status, request.response))
    }
    request.onerror = () => reject(parseProblem(0, null))
    request.onabort = () => reject(upload.signal.reason)
    upload.signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

/** Puts a file into the reader's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
