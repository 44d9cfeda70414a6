import type { Reaction } from '@milepost/api-contracts/discussion'
import type { ReactNode } from 'react'

/** Drawn, because not every system has coloured letters for them. */
const shapes: Record<Reaction, ReactNode> = {
  thumbs_up: (
    <path d="M5.200 7.200 7.700 2.600c1.200 0 1.700.8 1.500 1.900l-.4 2h3c1 0 1.600.8 1.400 1.700l-.9 4.100c-.2.8-.7 1.200-1.500 1.200H5.200M2.600 7.200h2.600v6.300H2.600z" />
  ),
  done: <path d="m3 8.600 3.300 3.300L13 4.600" />,
  heart: (
    <path d="M8 13.200C4.300 10.700 2.300 8.700 2.300 6.300c0-1.700 1.300-3 2.900-3 1.200 0 2.200.6 2.800 1.700.6-1.100 1.600-1.700 2.800-1.700 1.600 0 2.900 1.300 2.900 3 0 2.400-2 4.400-5.700 6.900z" />
  ),
  party: (
    <path d="m2.500 13.500 2.800-7.200 4.400 4.400zM9.200 2.300v1.600M12.600 3.400l-1.500 1.500M13.700 7h-1.600M10.600 8.200c1.100-.4 2-.2 2.900.7M7.800 5.400c.4-1.100.2-2-.7-2.900" />
  ),
  eyes: (
    <>
      <path d="M1.600 8S4 3.900 8 3.900 14.400 8 14.400 8 12 12.100 8 12.100 1.600 8 1.600 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  question: (
    <path d="M5.300 5.700c0-1.500 1.200-2.600 2.700-2.600s2.700 1 2.700 2.500c0 2-2.700 2.200-2.700 4.200M8 12.600v.1" />
  ),
}

export const ReactionMark = ({ reaction }: { reaction: Reaction }) => (
  <svg
    width="14"
    height="14"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {shapes[reaction]}
  </svg>
)
