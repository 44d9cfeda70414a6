interface PlannedLink {
  from: string
  to: string
  /** Finish to start, when it says nothing. */
  type?: 'SS' | 'FF' | 'SF'
  /** Working days to wait. */
  lagDays?: number
}

/** What `after` cannot say. Two of these are broken by the dates: the mirroring and the accounts. */
export const links: readonly PlannedLink[] = [
  { from: 'WAF-135', to: 'WAF-138' },
  { from: 'TLB-128', to: 'TLB-129', type: 'SS' },
  { from: 'INF-119', to: 'INF-120', type: 'FF', lagDays: 2 },
  { from: 'CLD-142', to: 'CLD-143', lagDays: -1 },
  { from: 'WAF-150', to: 'CLD-145' },
  { from: 'INF-121', to: 'VUL-153' },
]
