import type { SearchResult } from '@milepost/api-contracts/search'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { request } from '#shared/api/request.ts'

/** A pause this long is the end of a word. */
const pauseMs = 150

/** What the server finds for what was typed, once the typing pauses. */
export function useSearch(typed: string) {
  const q = usePaused(typed.trim())
  return useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) =>
      request<SearchResult>({
        method: 'GET',
        path: `/search?q=${encodeURIComponent(q)}`,
        signal,
      }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
}

function usePaused(value: string): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return value === '' ? '' : paused
}
