import type { ReactNode } from 'react'

/** Drawn on a 16 px grid, stroked in the text's colour. */
export const iconPaths = {
  add: <path d="M8 3.5v9M3.500 8h9" />,
  approve: <path d="M2.500 8.500 6 12l7.500-8" />,
  becomes: <path d="M2.500 8h11M10 4.500 13.500 8 10 11.500" />,
  calendar: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="1.5" />
      <path d="M2.500 6.500h11M5.500 2v2.500M10.500 2v2.500" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      <path d="M8 5v3.200l2 1.300" />
    </>
  ),
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.500 5.500v-3h-8v8h3" />
    </>
  ),
  down: <path d="m4.500 6.500 3.500 3.500 3.500-3.500" />,
  download: <path d="M8 2.500v7.500m-3-3 3 3 3-3M3 13.500h10" />,
  edit: <path d="M10.800 3.200 12.800 5.200 5.700 12.300l-2.700.700.700-2.700zM9.300 4.700l2 2" />,
  filter: <path d="M2.500 4h11M4.500 8h7M6.500 12h3" />,
  grid: (
    <>
      <rect x="2.5" y="3" width="3" height="10" rx="1" />
      <rect x="6.5" y="3" width="3" height="6.5" rx="1" />
      <rect x="10.5" y="3" width="3" height="8.5" rx="1" />
    </>
  ),
  inbox: (
    <path d="M2.500 9 4.300 3h7.400l1.800 6v4h-11zM2.500 9h3.200l1 1.700h2.600l1-1.700h3.200" />
  ),
  leave: <path d="M9.500 3h-6v10h6M7 8h7M11.500 5.500 14 8l-2.500 2.500" />,
  lock: (
    <>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.500 7V5a2.500 2.500 0 0 1 5 0v2" />
    </>
  ),
  more: <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth={2.2} />,
  menu: <path d="M2.500 4.500h11M2.500 8h11M2.500 11.500h11" />,
  moon: <path d="M13 9.500A5.500 5.500 0 0 1 6.500 3 5.500 5.500 0 1 0 13 9.500z" />,
  next: <path d="m6.500 4.500 3.500 3.500-3.500 3.500" />,
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.3" />
      <path d="M1.800 13c.3-2.500 2-3.800 4.200-3.800s3.900 1.300 4.200 3.800M10.500 3.400a2.300 2.300 0 0 1 0 4.200M11.800 9.600c1.400.5 2.200 1.700 2.400 3.400" />
    </>
  ),
  portfolio: <path d="M2.500 13.500V9M6.200 13.500v-6M9.800 13.500v-4M13.500 13.500v-11" />,
  present: <path d="M2 3h12v8H2zM8 11v2.500M5.500 13.500h5" />,
  previous: <path d="M9.500 4.500 6 8l3.500 3.500" />,
  renew: <path d="M13 8a5 5 0 1 1-1.500-3.600M13 2.500v2.700h-2.700" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.3" />
      <path d="m10.300 10.300 3.200 3.200" />
    </>
  ),
  settings: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 2v2M8 12v2M2 8h2M12 8h2M3.800 3.800l1.400 1.400M10.800 10.800l1.400 1.400M3.800 12.200l1.400-1.400M10.800 5.200l1.400-1.400" />
    </>
  ),
  star: (
    <path d="M8 2.300l1.750 3.550 3.900.570-2.830 2.750.670 3.890L8 11.220l-3.490 1.840.670-3.890L2.350 6.420l3.900-.570z" />
  ),
  starred: (
    <path
      d="M8 2.300l1.750 3.550 3.900.570-2.830 2.750.670 3.890L8 11.220l-3.490 1.840.670-3.890L2.350 6.420l3.900-.570z"
      fill="currentColor"
    />
  ),
  subtasks: (
    <>
      <path d="M3.500 3v5.500a2 2 0 0 0 2 2h3" />
      <circle cx="11" cy="10.5" r="1.9" />
    </>
  ),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.6" />
      <path d="M8 1.800v1.400M8 12.800v1.400M1.800 8h1.400M12.800 8h1.400M3.600 3.600l1 1M11.400 11.400l1 1M3.600 12.400l1-1M11.400 4.600l1-1" />
    </>
  ),
  system: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.500v11a5.500 5.500 0 0 0 0-11z" fill="currentColor" stroke="none" />
    </>
  ),
  tasks: (
    <path d="M3 4.500l1.300 1.300L6.500 3.500M3 10.500l1.300 1.300 2.200-2.300M9 5h4.500M9 11h4.500" />
  ),
  up: <path d="m4.500 9.500 3.500-3.500 3.500 3.500" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof iconPaths
