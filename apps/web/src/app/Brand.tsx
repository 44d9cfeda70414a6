import { BrandMark } from '#shared/ui/BrandMark.tsx'

export const Brand = () => (
  <div className="flex h-(--size-header) flex-none items-center gap-2 px-2 font-semibold text-base tracking-tight">
    <BrandMark />
    Milepost
  </div>
)
