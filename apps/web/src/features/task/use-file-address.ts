import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchFile } from '#shared/api/files.ts'

/** An address under which the page can show a file of the API's, for as long as it is shown. */
export function useFileAddress(path: string) {
  const file = useQuery({
    queryKey: ['files', path],
    queryFn: ({ signal }) => fetchFile(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file.data) return
    const made = URL.createObjectURL(file.data)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file.data])
  return { address, error: file.error }
}
