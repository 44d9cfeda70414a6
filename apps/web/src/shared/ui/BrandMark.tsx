export function BrandMark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" className="block" aria-hidden="true">
      <path
        d="M5 1.500h8a1.500 1.500 0 0 1 1.500 1.500v13.500h-11V3A1.500 1.500 0 0 1 5 1.500z"
        fill="var(--color-ink)"
      />
      <path d="M6.500 9.800 9 5l2.500 4.800z" fill="var(--color-canvas)" />
      <path
        d="M1.500 16.500h15"
        stroke="var(--color-ink)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  )
}
